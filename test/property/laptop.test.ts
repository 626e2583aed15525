import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuildFacts } from '#db/facts.ts';
import { sql } from '#db/sql.ts';
import { readBelow, sealedIn, unansweredOf } from '#db/sync/outgoing.ts';
import { factTables } from '#shared/measures/fact-rows.ts';
import { registry } from '#shared/records/registry.ts';
import type { Visit } from '#shared/records/visit.ts';
import { ofPerson } from '#shared/sync/access.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { overlay, rebase } from '#shared/sync/rebase.ts';
import type { LogEntry } from '#shared/sync/wire.ts';
import { freshId, type JoinedLaptop, joinedLaptop, logged, put, taken } from '../scenario/laptop/laptop.ts';
import { beginReport, typeIn } from '../scenario/laptop/typing.ts';

const { groups } = registry.visit;
const fields = ['comments', 'praiseWords', 'sergeant', 'escort', 'briefing'] as const;
type Field = (typeof fields)[number];

type Deed =
  | { do: 'type'; field: Field }
  | { do: 'seal' }
  | { do: 'answer' }
  | { do: 'lose answer' }
  | { do: 'colleague'; field: Field }
  | { do: 'pull' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('type' as const), field: fc.constantFrom(...fields) }),
  fc.record({ do: fc.constant('colleague' as const), field: fc.constantFrom(...fields) }),
  fc.constantFrom<Deed>({ do: 'seal' }, { do: 'answer' }, { do: 'lose answer' }, { do: 'pull' }),
);

let n = 10;

/** The office in its simplest: one report, patches applied as they come, and whatever was contested kept. */
const officeOf = () => {
  let document: Visit | undefined;
  const colleague = freshId();
  const log: LogEntry[] = [];
  const answers = new Map<string, ReturnType<typeof taken>>();
  const contested: string[] = [];
  return {
    contested,
    document: () => document,
    push: (laptop: JoinedLaptop, id: string) => {
      const changes = laptop.steps.toPush(0);
      return changes.map((change) => {
        const known = answers.get(change.id);
        if (known) return { id: change.id, answer: { kind: 'duplicate', first: known.answer } };
        n += 1;
        if (change.record !== id) {
          answers.set(change.id, taken(change, n));
          return taken(change, n);
        }
        const applied = applyPatch<Visit | undefined>(document, change.patch, groups);
        document = applied.document;
        contested.push(...applied.conflicts.map((c) => JSON.stringify(c)));
        const answer = taken(change, n, applied.conflicts.length > 0 ? 'conflict' : 'accepted');
        answers.set(change.id, answer);
        return answer;
      });
    },
    write: (field: Field, word: string) => {
      if (!document) return;
      n += 1;
      const was = document[field];
      log.push(logged(n, colleague, [{ path: [field], ...(was === undefined ? {} : { was }), now: word }]));
      document = { ...document, [field]: word };
    },
    pull: (laptop: JoinedLaptop) => {
      const keys = [ofPerson(laptop.own.id)];
      if (document) laptop.receive('own', [put('visit', document, n, keys, log)], keys);
    },
  };
};

const factsIn = ({ w }: JoinedLaptop) =>
  factTables.map((name) => w.all(sql.selectFrom(name as 'visit_fact').selectAll()));

/** What is on screen is what the office holds with what is unanswered on top. */
const holds = (laptop: JoinedLaptop, id: string) => {
  const below = readBelow(laptop.w, 'visit', id)?.document;
  const rows = unansweredOf(laptop.w, 'visit', id);
  const screen = laptop.read('visit', id) as Visit;
  if (!below || rows.length === 0) return;
  const sealed = rows
    .filter((row) => row.sealed !== null)
    .reduce<Visit | undefined>((so, row) => overlay(so, sealedIn(row).patch, groups), below as Visit);
  const open = rows.find((row) => row.sealed === null);
  if (open)
    expect(rebase(JSON.parse(open.base as string), screen, sealed as object, groups).document).toEqual(
      screen,
    );
  else expect(screen).toEqual(sealed);
};

test('whatever is typed, sealed, answered and received in whatever order, no typed word is missing anywhere', () => {
  const laptop = joinedLaptop();
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), (deeds) => {
      const office = officeOf();
      const id = beginReport(laptop, { left: '16:00', date: '2026-05-04' });
      const typed: { field: Field; word: string }[] = [];
      for (const [i, one] of deeds.entries()) {
        if (one.do === 'type') {
          const word = `typed${i}`;
          typeIn(laptop, id, { [one.field]: word });
          typed.push({ field: one.field, word });
          // On their own screen people read what they have just typed.
          expect(laptop.read('visit', id)?.[one.field]).toBe(word);
        } else if (one.do === 'seal') laptop.steps.toPush(0);
        else if (one.do === 'answer')
          laptop.steps.answered(office.push(laptop, id), '2026-05-05T10:00:00.000Z');
        else if (one.do === 'lose answer') office.push(laptop, id);
        else if (one.do === 'colleague') office.write(one.field, `theirs${i}`);
        else office.pull(laptop);
        holds(laptop, id);
      }
      const anywhere = [
        JSON.stringify(laptop.read('visit', id)),
        JSON.stringify(laptop.w.all(sql.selectFrom('outgoing').selectAll())),
        JSON.stringify(laptop.w.all(sql.selectFrom('accepted').selectAll())),
      ].join('\n');
      // Of what was typed over before it was sealed the last word stands; that one is always somewhere.
      const last = new Map(typed.map(({ field, word }) => [field, word]));
      for (const word of last.values()) expect(anywhere).toContain(word);

      laptop.steps.answered(office.push(laptop, id), '2026-05-05T10:00:00.000Z');
      office.pull(laptop);
      expect(laptop.read('visit', id)).toEqual(office.document());
      const settled = `${JSON.stringify(office.document())}${office.contested.join('\n')}`;
      for (const word of last.values()) expect(settled + anywhere).toContain(word);
      expect(laptop.steps.counts()).toMatchObject({ waiting: 0, attention: 0 });
    }),
    { numRuns: 60 },
  );
  const written = factsIn(laptop);
  laptop.w.run(sql.deleteFrom('meta').where('key', '=', 'factsRebuilding'));
  while (rebuildFacts(laptop.w));
  expect(factsIn(laptop)).toEqual(written);
  laptop.end();
});
