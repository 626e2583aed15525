import { type RawBuilder, sql as raw } from 'kysely';
import { counterFields, notRecorded } from '#shared/measures/facts.ts';
import {
  type AnyAmount,
  type AnyTerm,
  amountOf,
  countsBlanks,
  type FactDimension,
  type FactMeasure,
  knownOf,
  neededFields,
  type Over,
  standingOver,
} from '#shared/measures/measure.ts';

/*
 * What a measure means in SQL: the conditions, sums and tables of facts that its figure and the records behind it are both
 * told by (`measures.ts`), so that the two cannot disagree.
 */

export type Condition = RawBuilder<unknown>;
export const column = (field: string): RawBuilder<number> => raw`${raw.ref(field)}`;

/**
 * What measures compare with is written into the statement, not bound: two aggregates are one to SQLite only where
 * their text is the same, and most measures speak of the same visits.
 */
const isOneOf = ({ field, is }: { field: string; is: readonly (string | number)[] }): Condition =>
  raw`${raw.ref(field)} in (${raw.join(is.map((value) => raw.lit(value)))})`;

const term = (t: AnyTerm, delayThreshold: number): Condition => {
  if ('either' in t)
    return raw`(${raw.join(
      t.either.map((one) => term(one, delayThreshold)),
      raw` or `,
    )})`;
  if ('is' in t) return isOneOf(t);
  if ('known' in t) return raw`${raw.ref(t.field)} is not null`;
  return raw`${raw.ref(t.field)} > ${raw.lit(t.above === 'delayThreshold' ? delayThreshold : t.above)}`;
};

export const meant = (m: FactMeasure, delayThreshold: number) =>
  m.where.map((t: AnyTerm) => term(t, delayThreshold));
/** What a measure needs is known; a condition on a field holds of what is known only, and says it already. */
export const known = (m: FactMeasure) => {
  const said: readonly string[] = m.where.flatMap((t: AnyTerm) => ('either' in t ? [] : [t.field]));
  return neededFields(m)
    .filter((f) => !said.includes(f))
    .map((f) => raw`${raw.ref(f)} is not null`);
};

export const amount = (a: AnyAmount): RawBuilder<number> => {
  if (a === 'each') return raw`1`;
  if ('holding' in a) return raw`ifnull(${isOneOf(a.holding)}, 0)`;
  const plus = raw.join(
    a.plus.map((f) => raw`ifnull(${column(f)}, 0)`),
    raw` + `,
  );
  return a.minus?.length
    ? raw`${plus} - ${raw.join(
        a.minus.map((f) => raw`ifnull(${column(f)}, 0)`),
        raw` - `,
      )}`
    : raw`${plus}`;
};

const only = (where: readonly Condition[]): RawBuilder<unknown> =>
  where.length === 0 ? raw`` : raw` filter (where ${raw.join([...where], raw` and `)})`;
const howMany = (where: readonly Condition[]) => raw<number>`count(*)${only(where)}`;

/** The sum of an amount. Facts are counted, and a field by itself is summed as it is: a sum passes blanks by. */
const total = (a: AnyAmount, where: readonly Condition[]): RawBuilder<number> => {
  if (a === 'each') return howMany(where);
  if ('holding' in a) return howMany([...where, isOneOf(a.holding)]);
  const alone = a.plus.length === 1 && !a.minus?.length ? a.plus[0] : undefined;
  return raw`ifnull(sum(${alone ? column(alone) : amount(a)})${only(where)}, 0)`;
};

/** The columns one measure needs, named after its place in the list: `m3_top`, `m3_bottom`, `m3_rests`, `m3_meant`. */
export const columnsOf = (m: FactMeasure, i: number, delayThreshold: number) => {
  const speaksOf = meant(m, delayThreshold);
  const complete = [...speaksOf, ...known(m)];
  const counted = countsBlanks(m) ? speaksOf : complete;
  const top =
    m.kind === 'quantile'
      ? raw<string>`json_group_array(${column(m.of)})${only(complete)}`
      : m.kind === 'max'
        ? raw<number>`max(${column(m.of)})${only(complete)}`
        : total(amountOf(m), counted);
  const bottom =
    m.kind === 'ratio' ? total(m.to, counted) : m.kind === 'mean' ? howMany(complete) : raw<null>`null`;
  const named = (what: RawBuilder<unknown>, name: string) => raw`${what} as ${raw.ref(`m${i}_${name}`)}`;
  return [
    named(top, 'top'),
    named(bottom, 'bottom'),
    named(howMany(complete), 'rests'),
    named(howMany(speaksOf), 'meant'),
  ];
};

/** The split counts beside their visit: sex and age group of what was counted for a whole visit. */
const splitCounts = raw`(
  select ${raw.join(counterFields.map((f) => raw`s.${raw.ref(f)}`))}, s.age as ageGroup, s.sex, s.date, s.id, v.outcome,
    v.method, v.purpose, v.suite, v.panel
  from split_fact s join visit_fact v on v.date = s.date and v.id = s.id)`;

/** Detainees entered beside their visit. */
export const detaineesOfVisits = raw`(
  select d.*, ${raw.join(knownOf.visits.map((f) => raw`v.${raw.ref(f)}`))}
  from detainee_fact d join visit_fact v on v.date = d.date and v.id = d.id)`;

export const tables = {
  visits: raw`visit_fact`,
  detainees: raw`detainee_fact`,
  concerns: raw`concern_fact`,
  standing: raw`concern_span`,
  checks: raw`check_fact`,
  checkWaits: raw`check_wait`,
  volunteers: raw`volunteer_fact`,
  serving: raw`volunteer_span`,
  reviews: raw`review_fact`,
  openReviews: raw`review_span`,
  allegations: raw`allegation_fact`,
  recommendations: raw`recommendation_fact`,
  unanswered: raw`recommendation_span`,
  cases: raw`case_fact`,
  openCases: raw`case_span`,
  caseThemes: raw`case_theme`,
  requests: raw`request_fact`,
  openRequests: raw`request_span`,
  engagements: raw`engagement_fact`,
  assurance: raw`assurance_fact`,
} as const satisfies Record<Over, unknown>;

/** The facts that measures are told from, where they are split by a dimension. */
export const source = (over: Over, dimension: FactDimension | undefined) => {
  if (over === 'detainees' && dimension && knownOf.visits.includes(dimension)) return detaineesOfVisits;
  if (over === 'visits' && (dimension === 'sex' || dimension === 'ageGroup')) return splitCounts;
  return tables[over];
};

/** Which facts belong to a span: what happened, by its day; what stood, where it stood when the span ended. */
export const within = (over: Over, { from, to, end }: Record<'from' | 'to' | 'end', string>): Condition =>
  standingOver.includes(over)
    ? raw`date <= ${end} and (until is null or until > ${end})`
    : raw`date between ${from} and ${to}`;

/** The value of a dimension; of a detainee what is blank is a part of its own, as it is in the split counts. */
export const keyOf = (over: Over, dimension: FactDimension) =>
  over === 'detainees' && !knownOf.visits.includes(dimension)
    ? raw<string>`ifnull(${raw.ref(dimension)}, ${raw.lit(notRecorded)})`
    : raw<string | number | null>`${raw.ref(dimension)}`;
