import { type ContactState, type Detainee, metAs } from './detainee.ts';
import { type Ladder, type LadderField, ladderFields, type SplitKey, splitKeys, splits } from './ladder.ts';
import { detaineesOf, type Visit } from './visit.ts';

/** The counts of a visit as they are read and counted, whoever said them. */
export type Counts = {
  total: Ladder;
  splits: Partial<Record<SplitKey, Ladder>>;
  notAvailableReasons: Record<string, number>;
  notOfferedReasons: Record<string, number>;
};

const column = (people: readonly Detainee[]): Ladder => {
  const met = people.map(metAs);
  const count = (state: ContactState) => met.filter((m) => m.state === state).length;
  const [accepted, declined] = [count('accepted'), count('declined')];
  return {
    held: people.length,
    notAvailable: count('notAvailable'),
    notOffered: count('notOffered'),
    offered: accepted + declined,
    accepted,
    declined,
    observedOnly: met.filter((m) => m.observed).length,
    recordOnly: met.filter((m) => m.record).length,
  };
};

const cell = (key: SplitKey) => (d: Detainee) => d.ageGroup === splits[key].age && d.sex === splits[key].sex;

const reasons = (people: readonly Detainee[], state: ContactState): Record<string, number> => {
  const these = people.map(metAs).filter((m) => m.state === state);
  return Object.fromEntries(
    [...Map.groupBy(these, ({ reason }) => reason)].flatMap(([reason, of]) =>
      reason ? [[reason, of.length]] : [],
    ),
  );
};

/** What the detainees entered come to; null where none were entered, which is not the same as nobody in custody. */
export const countsOfDetainees = (v: Pick<Visit, 'detainees'>): Counts | null => {
  const people = detaineesOf(v);
  if (people.length === 0) return null;
  return {
    total: column(people),
    splits: Object.fromEntries(
      splitKeys.flatMap((key) => {
        const these = people.filter(cell(key));
        return these.length > 0 ? [[key, column(these)]] : [];
      }),
    ),
    notAvailableReasons: reasons(people, 'notAvailable'),
    notOfferedReasons: reasons(people, 'notOffered'),
  };
};

const typedFirst = (typed: Ladder | undefined, entered: Ladder | undefined): Ladder => {
  const both = { ...entered, ...typed };
  // Who offered and who answered belong together: a typed answer takes the place of the three that were counted.
  const answers = ['offered', 'accepted', 'declined'] as const;
  if (typed && answers.some((field) => typed[field] !== undefined))
    for (const field of answers) {
      if (typed[field] === undefined) delete both[field];
    }
  return both;
};

/**
 * The counts that stand: what was typed, and where nothing was typed what follows from the detainees entered. A whole
 * column of a split that was typed stands as typed.
 */
export const standingCounts = (v: Pick<Visit, 'counts' | 'detainees'>): Counts => {
  const entered = countsOfDetainees(v);
  // A column that was emptied again says nothing.
  const typedSplits = Object.fromEntries(
    Object.entries(v.counts.splits ?? {}).filter(([, typed]) =>
      ladderFields.some((f) => typed[f] !== undefined),
    ),
  );
  return {
    total: typedFirst(v.counts.total, entered?.total),
    splits: { ...entered?.splits, ...typedSplits },
    notAvailableReasons: v.counts.notAvailableReasons ?? entered?.notAvailableReasons ?? {},
    notOfferedReasons: v.counts.notOfferedReasons ?? entered?.notOfferedReasons ?? {},
  };
};

/** A count that was typed and that the detainees entered do not come to. */
export type CountDifference = {
  column: 'total' | SplitKey;
  field: LadderField;
  typed: number;
  entered: number;
};

/**
 * Where typed counts and detainees entered differ. More people in the suite than were entered is no difference: only
 * those dealt with are entered, and of the others some were not available or not offered a conversation.
 */
export const countDifferences = (v: Pick<Visit, 'counts' | 'detainees'>): CountDifference[] => {
  const entered = countsOfDetainees(v);
  if (!entered) return [];
  const atLeast = (typed: Ladder | undefined, counted: Ladder | undefined): readonly LadderField[] =>
    (typed?.held ?? 0) > (counted?.held ?? 0) ? ['held', 'notAvailable', 'notOffered'] : ['held'];
  const between = (name: 'total' | SplitKey, typed: Ladder | undefined, counted: Ladder | undefined) =>
    ladderFields.flatMap((field) => {
      const [said, found] = [typed?.[field], counted?.[field] ?? 0];
      const fewer = atLeast(typed, counted).includes(field);
      const differs = said !== undefined && (fewer ? said < found : said !== found);
      return differs ? [{ column: name, field, typed: said, entered: found }] : [];
    });
  return [
    ...between('total', v.counts.total, entered.total),
    ...splitKeys.flatMap((key) => between(key, v.counts.splits?.[key], entered.splits[key])),
  ];
};
