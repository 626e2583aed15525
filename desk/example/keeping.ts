import { readRecord } from '#db/records.ts';
import { sql, type Writer } from '#db/sql.ts';
import type { Form } from '#shared/forms/definition.ts';
import { derivedId } from '#shared/ids.ts';
import { concernValues } from '#shared/letters/concerns.ts';
import { defaultLetters } from '#shared/letters/defaults.ts';
import { merge } from '#shared/letters/merge.ts';
import type { Concern } from '#shared/records/concern.ts';
import type { Letter } from '#shared/records/letter.ts';
import type { RecordCheck } from '#shared/records/record-check.ts';
import type { RecordType } from '#shared/records/types.ts';
import { mayHaveBegun, type Visit } from '#shared/records/visit.ts';
import { applyPatch, diff, type Patch } from '#shared/sync/patch.ts';
import { dayWords } from '#shared/times.ts';
import { concernFrom } from './check-concerns.ts';
import { addressees, foundWords } from './concern-words.ts';
import type { Dice } from './dice.ts';
import { isUrgent, type LaterVisit, type Life, lifeOf, type Step } from './following.ts';

type KeeperMeans = {
  w: Writer;
  /** Lets the office accept a record, or a change to it, as at a moment. */
  receive(made: { type: RecordType; document: { id: string } }, at: string, patch?: Patch): void;
  visits: readonly Visit[];
  suites: readonly { id: string; name: string }[];
  body: string;
  sender: { id: string; name: string };
  today: string;
  dice: Dice;
  /** Dice of their own for concerns that come from record checks. */
  checkDice: Dice;
};

/** Of so many record checks in which something could be taken further, the office takes one further. */
const takenEvery = 3;

/**
 * Follows the concerns that the example's reports raise as they are received: what the office did before a visit is
 * written before its report comes, so that its visitors find what they would have found.
 */
export const concernKeeper = (means: KeeperMeans) => {
  const { w, receive, visits, suites, body, sender, today, dice, checkDice } = means;
  let turn = 0;
  const lives = new Map<string, Life>();
  const urgent: string[] = [];
  const begun = new Set<string>();
  const names = new Map(suites.map(({ id, name }) => [id, name]));
  const visitsOf = Map.groupBy(
    visits.filter((v) => v.events.length > 0 && v.date && mayHaveBegun(v)),
    (v) => v.suite,
  );

  const laterThan = (on = '', suite?: string): LaterVisit[] =>
    (visitsOf.get(suite) ?? [])
      .map(({ id, date }): LaterVisit => ({ id, date: date as string }))
      .filter(({ date }) => date > on)
      .sort((a, b) => (a.date < b.date ? -1 : 1));

  const letterOf = (c: Concern, on: string, { id, to }: NonNullable<Step['letter']>, due: string): Letter => {
    const key = to === 'Head of Custody' ? 'headOfCustody' : 'inspector';
    const words = defaultLetters.find((one) => one.key === key) as (typeof defaultLetters)[number];
    const suite = (c.suite && names.get(c.suite)) ?? '';
    const values = { office: body, to: addressees[to], sender: sender.name, suite, due: dayWords(due) };
    return {
      id,
      about: [{ type: 'concern', id: c.id }],
      ...(c.panel && { panel: c.panel }),
      to: addressees[to],
      ...merge(words, { ...values, ...concernValues([{ concern: c, numbers: [], number: undefined }]) }),
      on,
      due,
      by: sender.id,
      at: afternoon(on),
    };
  };

  /** Writes what the office did about a concern until a day, in one change. */
  const catchUp = (id: string, until: string): void => {
    const life = lives.get(id);
    const before = readRecord(w, 'concern', id)?.document;
    const steps = life?.steps.filter(({ on }) => on <= until) ?? [];
    if (!life || !before || steps.length === 0) return;
    life.steps = life.steps.filter(({ on }) => on > until);
    begun.add(id);
    let now = before;
    for (const [i, { on, make, letter }] of steps.entries()) {
      let made = 0;
      const newId = () => derivedId(id, 'move', `${on} ${i} ${made++}`);
      now = applyPatch(now, make({ by: sender.id, at: afternoon(on), newId }, now)).document;
      const due = now.escalations.at(-1)?.due;
      if (letter && due) receive({ type: 'letter', document: letterOf(now, on, letter, due) }, afternoon(on));
    }
    const patch = diff(before, now);
    if (patch.length > 0)
      receive({ type: 'concern', document: now }, afternoon(steps.at(-1)?.on as string), patch);
  };

  return {
    /** A report as its visitors sent it, with what they found of the concerns that were followed until then. */
    looked: (visit: Visit): Visit => {
      const found = [...lives].flatMap(([id, { findings }]) =>
        findings.filter((one) => one.visit === visit.id).map(({ finding }) => ({ id, finding })),
      );
      if (found.length === 0 || !visit.date) return visit;
      for (const { id } of found) catchUp(id, visit.date);
      return { ...visit, found: found.map((one) => ({ ...one, words: foundWords[one.finding] })) };
    },
    /** What a report raised begins its life. */
    follow: (visit: Visit): void => {
      const raised = w.all(
        sql.selectFrom('concern').select('id').where('source', '=', visit.id).orderBy('reference'),
      );
      const later = laterThan(visit.date, visit.suite);
      for (const { id } of raised) {
        const concern = readRecord(w, 'concern', id)?.document;
        if (!concern) continue;
        lives.set(id, lifeOf(concern, { today, dice, later }));
        if (isUrgent(concern)) urgent.push(id);
      }
    },
    /** What the office takes further from one record check in so many, and what becomes of it. */
    checked: (check: RecordCheck, form: Form): void => {
      const concern = concernFrom(form, check, sender.id);
      if (!concern || turn++ % takenEvery > 0) return;
      receive({ type: 'concern', document: concern }, afternoon(concern.raisedOn));
      const later = laterThan(concern.raisedOn, concern.suite);
      lives.set(concern.id, lifeOf(concern, { today, dice: checkDice, later }));
    },
    /** What is left of what the office did until today. The newest urgent matter is still to be told of. */
    end: (): void => {
      const untold = urgent.findLast((id) => !begun.has(id));
      for (const id of lives.keys()) if (id !== untold) catchUp(id, today);
    },
  };
};

const afternoon = (on: string): string => `${on}T14:00:00.000Z`;
