import type { measuredAnswers } from '#shared/forms/measured.ts';
import { type Counts, standingCounts } from '#shared/records/counts.ts';
import type { Detainee, Matter } from '#shared/records/detainee.ts';
import {
  completeLadder,
  type FullLadder,
  type LadderField,
  ladderFields,
  splitKeys,
  splits,
} from '#shared/records/ladder.ts';
import {
  delayMinutes,
  detaineesOf,
  isWithOffice,
  mattersOf,
  mayHaveBegun,
  type Visit,
  visitMinutes,
  visitState,
} from '#shared/records/visit.ts';
import { weekday } from '#shared/times.ts';

/** Raised whenever any type's facts say something else for the same document: stores then rebuild their fact tables. */
export const factsVersion = 8;

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
  keptWaiting: number | null;
  delayExplained: string | null;
  minutes: number | null;
  volunteerMinutes: number | null;
  satisfactory: number | null;
  praise: number | null;
  opcat: number | null;
  illTreatment: number | null;
} & Prefixed<'matters'> &
  Counters;

/** How many matters were raised, and what became of them on the day; the rest has no outcome written down. */
type Raised = 'Raised' | 'Addressed' | 'Resolved' | 'Outstanding';
type Prefixed<P extends string> = Record<`${P}${Raised}`, number | null>;

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

/**
 * What measures know of one detainee entered in a report: their place among those entered and never a custody number,
 * so that nothing made from facts can print one.
 */
export type DetaineeFact = {
  id: string;
  date: string;
  /** 1 for the first detainee of the report. */
  place: number;
  outcome: string;
  state: string | null;
  ageGroup: string | null;
  sex: string | null;
  ethnicity: string | null;
  vulnerable: number | null;
  rightsUnderstood: number | null;
} & Prefixed<'requests'>;

export type Facts = {
  visit: VisitFact;
  splits: SplitFact[];
  reasons: ReasonFact[];
  detainees: DetaineeFact[];
};

const bit = (value: boolean | undefined): number | null => (value === undefined ? null : value ? 1 : 0);
/** Yes is 1 and no is 0; "don't know", "not asked" and the like are no answer that can be counted. */
const answerBit = (
  answers: Visit['answers'] | undefined,
  question: (typeof measuredAnswers)[number],
): number | null => {
  const value = answers?.[question]?.value;
  return typeof value === 'boolean' ? bit(value) : null;
};
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
      keptWaiting: mayHaveBegun(v) ? bit(v.keptWaiting) : null,
      delayExplained: v.delayExplained ?? null,
      minutes: visitMinutes(v),
      volunteerMinutes: v.volunteerMinutes ?? null,
      satisfactory: bit(v.satisfactory),
      praise: bit(v.praise),
      opcat: v.opcatConcerns ?? null,
      illTreatment: answerBit(v.answers, 'illTreatment'),
      // A report that enters nobody and raises nothing may be one that was never asked, such as a row of an old file.
      ...raised('matters', detaineesOf(v).length + mattersOf(v).length > 0 ? mattersOf(v) : null),
      ...counters(counts.total),
    },
    splits: splitFacts(v, date, counts),
    reasons: [
      ...reasonFacts(v, 'notAvailable', counts.notAvailableReasons),
      ...reasonFacts(v, 'notOffered', counts.notOfferedReasons),
    ],
    detainees: detaineeFacts(v, date, v.outcome),
  };
};

const raised = <P extends string>(prefix: P, matters: readonly Matter[] | null): Prefixed<P> => {
  const count = (is: (m: Matter) => boolean) => (matters ? matters.filter(is).length : null);
  return {
    [`${prefix}Raised`]: count(() => true),
    [`${prefix}Addressed`]: count((m) => m.outcome === 'already addressed'),
    [`${prefix}Resolved`]: count((m) => m.outcome === 'resolved'),
    [`${prefix}Outstanding`]: count((m) => m.outcome === 'outstanding'),
  } as Prefixed<P>;
};

/**
 * One row for each detainee entered and not put aside. What the form no longer asks of them stays in the document and
 * is counted nowhere: people are entered only where visitors got in, only adults are asked whether they are
 * vulnerable, and only who was spoken to can say whether they understand their rights.
 */
const detaineeFacts = (v: Visit, date: string, outcome: NonNullable<Visit['outcome']>): DetaineeFact[] => {
  if (!mayHaveBegun(v)) return [];
  const matters = mattersOf(v);
  return detaineesOf(v).map((d: Detainee, i) => ({
    id: v.id,
    date,
    place: i + 1,
    outcome,
    state: d.seen?.state ?? null,
    ageGroup: d.ageGroup ?? null,
    sex: d.sex ?? null,
    ethnicity: wasOffered(d) ? (d.ethnicity ?? null) : null,
    vulnerable: d.ageGroup === 'adult' ? bit(d.vulnerable) : null,
    rightsUnderstood: d.seen?.state === 'accepted' ? answerBit(d.answers, 'rightsUnderstood') : null,
    ...raised(
      'requests',
      matters.filter((m) => m.detainee === d.id),
    ),
  }));
};

/** Ethnicity is people's own word: it is asked of those who were offered a conversation. */
const wasOffered = ({ seen }: Detainee) => seen?.state === 'accepted' || seen?.state === 'declined';

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
