import { type Counts, standingCounts } from '#shared/records/counts.ts';
import {
  completeLadder,
  type FullLadder,
  type LadderField,
  ladderFields,
  splitKeys,
  splits,
} from '#shared/records/ladder.ts';
import { delayMinutes, isWithOffice, type Visit, visitMinutes, visitState } from '#shared/records/visit.ts';
import { weekday } from '#shared/times.ts';

/** Raised whenever `facts` says something else for the same document: stores then rebuild their fact tables. */
export const factsVersion = 1;

/** What measures know of a visit: one narrow row. Null is unknown, never zero. */
export type VisitFact = {
  id: string;
  date: string;
  suite: string;
  panel: string | null;
  outcome: string;
  method: string | null;
  purpose: string | null;
  /** Hour of arrival, 0 to 23. */
  hour: number | null;
  /** 1 (Monday) to 7. */
  weekday: number;
  delay: number | null;
  minutes: number | null;
  volunteerMinutes: number | null;
  satisfactory: number | null;
  praise: number | null;
  opcat: number | null;
} & Counters;

export type Counters = Record<LadderField | 'unexplained', number | null>;
export const counterFields = [...ladderFields, 'unexplained'] as const;

/** The age group and sex of people whom no column of the report accounts for. */
export const notRecorded = 'not recorded';

/** The counts of one age group and sex within a visit. */
export type SplitFact = { id: string; date: string; age: string; sex: string } & Counters;

/** How many people of a visit were not available, or not offered a conversation, for one reason. */
export type ReasonFact = {
  id: string;
  date: string;
  branch: 'notAvailable' | 'notOffered';
  reason: string;
  count: number;
};

export type Facts = { visit: VisitFact; splits: SplitFact[]; reasons: ReasonFact[] };

const bit = (value: boolean | undefined): number | null => (value === undefined ? null : value ? 1 : 0);
const minutesOfDay = (time: string | undefined) => (time === undefined ? null : Number(time.slice(0, 2)));

/**
 * What a visit report says, reduced to what measures need; null for one that does not count yet: only what the
 * office has received is counted, and only with suite, date and outcome.
 */
export const facts = (v: Visit): Facts | null => {
  if (!isWithOffice(visitState(v)) || !v.suite || !v.date || !v.outcome) return null;
  const { id, date } = v;
  const counts = standingCounts(v);
  return {
    visit: {
      id,
      date,
      suite: v.suite,
      panel: v.panel ?? null,
      outcome: v.outcome,
      method: v.method ?? null,
      purpose: v.purpose ?? null,
      hour: minutesOfDay(v.arrived),
      weekday: weekday(date),
      delay: delayMinutes(v),
      minutes: visitMinutes(v),
      volunteerMinutes: v.volunteerMinutes ?? null,
      satisfactory: bit(v.satisfactory),
      praise: bit(v.praise),
      opcat: v.opcatConcerns ?? null,
      ...counters(counts.total),
    },
    splits: splitFacts(v, date, counts),
    reasons: [
      ...reasonFacts(v, 'notAvailable', counts.notAvailableReasons),
      ...reasonFacts(v, 'notOffered', counts.notOfferedReasons),
    ],
  };
};

/**
 * The columns of a visit, and the rest of it: what no column accounts for is a row of its own, "not recorded", so
 * that the parts of a return split by sex or age always add up to the whole. Less than nobody is left where the
 * columns say more than the whole; the return's checks point that out. Where the whole is blank the columns are not
 * counted either: a part never speaks of visits that its whole leaves out.
 */
const splitFacts = (v: Visit, date: string, counts: Counts): SplitFact[] => {
  const whole = counters(counts.total);
  const ofWhole = (column: Counters) =>
    Object.fromEntries(counterFields.map((f) => [f, whole[f] === null ? null : column[f]])) as Counters;
  const columns = splitKeys.flatMap((key) => {
    const column = counts.splits[key];
    return column ? [{ id: v.id, date, ...splits[key], ...ofWhole(counters(column)) }] : [];
  });
  const left = Object.fromEntries(
    counterFields.map((f) => [
      f,
      whole[f] === null ? null : columns.reduce((rest, c) => rest - (c[f] ?? 0), whole[f]),
    ]),
  ) as Counters;
  const nobody = counterFields.every((f) => !left[f]);
  return nobody ? columns : [...columns, { id: v.id, date, age: notRecorded, sex: notRecorded, ...left }];
};

const counters = (column: Parameters<typeof completeLadder>[0] | undefined): FullLadder =>
  completeLadder(column ?? {});

const reasonFacts = (
  { id, date }: Visit,
  branch: ReasonFact['branch'],
  counts: Record<string, number> | undefined,
): ReasonFact[] =>
  Object.entries(counts ?? {}).flatMap(([reason, count]) =>
    count > 0 && date ? [{ id, date, branch, reason, count }] : [],
  );
