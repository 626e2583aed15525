import type { Form } from '#shared/forms/definition.ts';
import { itemScope, visitScope } from '#shared/forms/scope.ts';
import { newId } from '#shared/ids.ts';
import { type Detainee, ethnicities, type Matter, matterOutcomes } from '#shared/records/detainee.ts';
import { delayMinutes, type Visit } from '#shared/records/visit.ts';
import { minutesBetween } from '#shared/times.ts';
import { answerGroups } from './answering.ts';
import { clock } from './days.ts';
import type { Held } from './detainees.ts';
import type { Dice } from './dice.ts';
import { askedFor, custodyNumber, denialGround, matterAnswers, suiteMatters } from './words.ts';

/** More people than this are counted and not entered one by one: nobody fills in eighteen cards. */
const mostEntered = 6;

const ethnicityWeights: [(typeof ethnicities)[number], number][] = ethnicities.map((e) => [
  e,
  { white: 74, asian: 8, black: 6, mixed: 4, other: 2, 'not stated': 6 }[e],
]);
const outcomeWeights: [Matter['outcome'], number][] = [
  ...matterOutcomes.map((o): [Matter['outcome'], number] => [
    o,
    { 'already addressed': 20, resolved: 48, outstanding: 24 }[o],
  ]),
  [undefined, 8],
];

type Thrown = { dice: Dice; newItem(): { id: string; order: string } };

const thrown = (v: Visit, dice: Dice): Thrown => {
  let at = Date.parse(`${v.date}T${v.admitted ?? v.arrived ?? '10:00'}Z`);
  return {
    dice,
    newItem: () => {
      at += 90_000;
      const id = newId({ now: () => at, random: dice.bytes });
      return { id, order: id };
    },
  };
};

/** The card of one detainee but for its groups of questions: by custody record number, and never more than was asked. */
const cardOf = (p: Held, v: Visit, { dice, newItem }: Thrown): Detainee => {
  const dealtWith = p.state === 'accepted' || p.observed || p.record;
  const minutesHeld = dice.int(40, 1_320);
  const seenAt = minutesBetween('00:00', v.admitted ?? v.arrived ?? '10:00');
  return {
    ...newItem(),
    custodyNumber: custodyNumber(v.date as string, dice),
    seen: {
      state: p.state,
      ...(p.reason && { reason: p.reason }),
      ...(p.observed && { observed: true }),
      ...(p.record && { record: true }),
    },
    ...(p.age === 'under18' || dice.percent(96) ? { ageGroup: p.age } : {}),
    ...(dice.percent(97) ? { sex: p.sex } : {}),
    ...(p.age === 'adult' && dice.percent(85) ? { vulnerable: dice.percent(20) } : {}),
    ...((p.state === 'accepted' || p.state === 'declined') && dice.percent(75)
      ? { ethnicity: dice.weighed(ethnicityWeights) }
      : {}),
    ...(dealtWith && {
      arrived: { at: clock(seenAt + 1_440 - minutesHeld) },
      consentRecord: p.state !== 'accepted' ? 'could not be asked' : dice.percent(82) ? 'given' : 'refused',
    }),
    ...(p.reason === 'access denied' && {
      denial: {
        officer: `Inspector ${dice.int(1_000, 4_999)}`,
        ground: denialGround,
        inReport: true,
        inCustodyRecord: dice.percent(70),
      },
    }),
  };
};

/** Something raised on the day, told to whoever was on duty. */
const matterOf = (what: string, v: Visit, { dice, newItem }: Thrown, detainee?: string): Matter => {
  const outcome = dice.weighed(outcomeWeights);
  return {
    ...newItem(),
    ...(detainee && { detainee }),
    what,
    ...(v.sergeant && { toldTo: v.sergeant }),
    ...(outcome && { outcome, answer: dice.pick(matterAnswers[outcome]) }),
    ...(outcome === 'outstanding' && {
      promisedBy: dice.pick(['18:00', 'the end of the shift', 'tomorrow']),
    }),
  };
};

const mattersOf = (v: Visit, people: readonly Detainee[], all: Thrown): Matter[] => [
  ...people.flatMap((d) => {
    const reported = Object.values(d.groups ?? {}).includes('to report');
    const asks = d.seen?.state === 'accepted' && all.dice.percent(reported ? 70 : 12);
    return asks ? [matterOf(all.dice.pick(askedFor), v, all, d.id)] : [];
  }),
  ...(all.dice.percent(20) ? [matterOf(all.dice.pick(suiteMatters), v, all)] : []),
];

/** Whoever waited says so, and how it was explained; nobody who explained nothing is named as having authorised it. */
const explained = ({ delayReason, delayAuthoriser, ...v }: Visit, dice: Dice): Visit => {
  if (v.outcome !== 'completed' && v.outcome !== 'abandoned') return v;
  if ((delayMinutes(v) ?? 0) <= 10) return { ...v, keptWaiting: false };
  const none = delayReason === undefined || delayReason === 'no explanation given' || dice.percent(20);
  if (none) return { ...v, keptWaiting: true, delayExplained: 'no explanation given' };
  return {
    ...v,
    keptWaiting: true,
    delayExplained: /violent|emergency/.test(delayReason) ? 'danger' : 'other reason',
    delayReason,
    ...(delayAuthoriser && { delayAuthoriser }),
  };
};

/** What is still typed where everybody is entered: the whole ladder, or how many were held, which the rest follows. */
const typed = ({ counts }: Visit, all: boolean): Visit['counts'] =>
  all ? { total: counts.total ?? {} } : { total: { held: counts.total?.held } };

/**
 * A report as the form of today asks for it: how a wait was explained and, where a few people were held, each of them
 * on a card of their own, with what was raised for them.
 * @param forgets leaves the last of them out and types the counts all the same: the report then says that they differ
 */
export const entered = (
  form: Form,
  report: Visit,
  people: readonly Held[],
  dice: Dice,
  forgets: boolean,
): Visit => {
  const v = explained(report, dice);
  if (v.outcome !== 'completed' || people.length === 0 || people.length > mostEntered) return v;
  const all = thrown(v, dice);
  const cards = (forgets ? people.slice(0, -1) : people).map((p) => cardOf(p, v, all));
  const visit: Visit = {
    ...v,
    counts: typed(v, forgets || dice.percent(60)),
    answers: { ...v.answers },
    detainees: cards,
  };
  for (const card of cards) answerGroups(form, itemScope('detainee', visit, card.id), card, dice);
  answerGroups(form, visitScope(visit), visit, dice);
  const matters = mattersOf(visit, cards, all);
  return {
    ...visit,
    ...(matters.length > 0 && { matters }),
    notes: dice.percent(85) ? 'destroyed' : 'handed over',
  };
};
