import { type CompiledQuery, type RawBuilder, sql as raw } from 'kysely';
import { endOf, quantileOf, type Raw, type Span } from '#shared/measures/evaluate.ts';
import { counterFields, notRecorded } from '#shared/measures/facts.ts';
import {
  type AnyAmount,
  type AnyTerm,
  amountOf,
  canSplit,
  countsBlanks,
  type FactDimension,
  type FactMeasure,
  knownOf,
  neededFields,
  type Over,
} from '#shared/measures/measure.ts';
import { type Reader, sql } from './sql.ts';

export type { Span };

type Condition = RawBuilder<unknown>;
const column = (field: string): RawBuilder<number> => raw`${raw.ref(field)}`;

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

const meant = (m: FactMeasure, delayThreshold: number) =>
  m.where.map((t: AnyTerm) => term(t, delayThreshold));
/** What a measure needs is known; a condition on a field holds of what is known only, and says it already. */
const known = (m: FactMeasure) => {
  const said: readonly string[] = m.where.flatMap((t: AnyTerm) => ('either' in t ? [] : [t.field]));
  return neededFields(m)
    .filter((f) => !said.includes(f))
    .map((f) => raw`${raw.ref(f)} is not null`);
};

const amount = (a: AnyAmount): RawBuilder<number> => {
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
const columnsOf = (m: FactMeasure, i: number, delayThreshold: number) => {
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
const detaineesOfVisits = raw`(
  select d.*, ${raw.join(knownOf.visits.map((f) => raw`v.${raw.ref(f)}`))}
  from detainee_fact d join visit_fact v on v.date = d.date and v.id = d.id)`;

const tables = {
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
const source = (over: Over, dimension: FactDimension | undefined) => {
  if (over === 'detainees' && dimension && knownOf.visits.includes(dimension)) return detaineesOfVisits;
  if (over === 'visits' && (dimension === 'sex' || dimension === 'ageGroup')) return splitCounts;
  return tables[over];
};

/** The kinds of facts that say how something stood from one day to another. */
const spans: readonly Over[] = [
  'standing',
  'serving',
  'openReviews',
  'unanswered',
  'openCases',
  'openRequests',
];

/** Which facts belong to a span: what happened, by its day; what stood, where it stood when the span ended. */
const within = (over: Over, { from, to, end }: Record<'from' | 'to' | 'end', string>): Condition =>
  spans.includes(over)
    ? raw`date <= ${end} and (until is null or until > ${end})`
    : raw`date between ${from} and ${to}`;

/** The value of a dimension; of a detainee what is blank is a part of its own, as it is in the split counts. */
const keyOf = (over: Over, dimension: FactDimension) =>
  over === 'detainees' && !knownOf.visits.includes(dimension)
    ? raw<string>`ifnull(${raw.ref(dimension)}, ${raw.lit(notRecorded)})`
    : raw<string | number | null>`${raw.ref(dimension)}`;

type Measured = Map<string | number | null, Map<string, Raw>>;

/**
 * What each measure comes to in a span of days, in one pass over each kind of facts; for each value of a dimension where one is given. Measures that a dimension cannot split (waits by sex, say) are
 * left out of its groups.
 */
export const measure = (
  r: Reader,
  measures: readonly FactMeasure[],
  span: Span,
  delayThreshold: number,
  dimension?: FactDimension,
): Measured => {
  const found: Measured = new Map();
  const told = measures.filter((m) => !dimension || canSplit(m, dimension));
  for (const over of Object.keys(tables) as Over[]) {
    const own = told.filter((m) => m.over === over);
    if (own.length === 0) continue;
    for (const [key, raws] of measureOver(r, over, own, span, delayThreshold, dimension))
      found.set(key, new Map([...(found.get(key) ?? []), ...raws]));
  }
  return found;
};

const measureOver = (
  r: Reader,
  over: Over,
  told: readonly FactMeasure[],
  span: Span,
  delayThreshold: number,
  dimension: FactDimension | undefined,
): Measured => {
  const asked = JSON.stringify([over, told, delayThreshold, dimension]);
  const compiled = statements.get(asked) ?? statementOf(over, told, delayThreshold, dimension);
  statements.set(asked, compiled);
  const ends: Record<string, string> = { from: span.from, to: span.to, end: endOf(span) };
  const parameters = compiled.parameters.map((name) => ends[name as string]);
  const rows = r.all<MeasuredRow>({ compile: () => ({ ...compiled, parameters }) });
  return new Map(rows.map((row) => [row.key, rawOf(told, row)]));
};

type MeasuredRow = Record<string, number | null> & { key: string | number | null };

/** A return asks the same of many spans, and building a statement over all measures takes longer than a quarter's facts. */
const statements = new Map<string, CompiledQuery<MeasuredRow>>();

/** The statement of `measureOver`; its parameters are names: of the two ends of the span, and of the day it is told of. */
const statementOf = (
  over: Over,
  told: readonly FactMeasure[],
  delayThreshold: number,
  dimension: FactDimension | undefined,
): CompiledQuery<MeasuredRow> => {
  const key = dimension ? keyOf(over, dimension) : raw<null>`null`;
  const grouped = dimension ? raw`group by 1` : raw``;
  const columns = told.flatMap((m, i) => columnsOf(m, i, delayThreshold));
  return raw<MeasuredRow>`
    select ${key} as key, ${raw.join(columns)}
    from ${source(over, dimension)}
    where ${within(over, { from: 'from', to: 'to', end: 'end' })} ${grouped}`.compile(sql);
};

const rawOf = (told: readonly FactMeasure[], row: Record<string, number | string | null>): Map<string, Raw> =>
  new Map(
    told.map((m, i) => {
      const get = (name: string) => row[`m${i}_${name}`] as number | null;
      const restsOn = get('rests') ?? 0;
      const rests = { restsOn, blank: (get('meant') ?? 0) - restsOn };
      if (m.kind === 'quantile')
        return [m.id, quantileOf(m.at, JSON.parse(String(row[`m${i}_top`] ?? '[]')), rests)];
      return [m.id, { top: get('top'), bottom: get('bottom'), ...rests }];
    }),
  );

/**
 * One record behind a figure on one day, with what it (or those of its detainees who count) adds to it; of waits, the longest
 * of the record. A concern may stand behind one on two days.
 */
export type Behind = {
  date: string;
  id: string;
  suite: string | null;
  top: number | null;
  bottom: number | null;
};

/** Which records: those of one value of a dimension (several suites make an area), after a place in the list. */
export type FigurePage = {
  key?: { dimension: FactDimension; values: readonly (string | number | null)[] };
  after?: { date: string; id: string } | undefined;
  /** Records that are counted and not listed. */
  without?: readonly string[];
  limit: number;
};

/** The records a figure rests on, newest first: the same predicate that made the figure. */
export const measuredRecords = (
  r: Reader,
  m: FactMeasure,
  span: Span,
  delayThreshold: number,
  page: FigurePage,
): Behind[] =>
  r.all({
    compile: () =>
      raw<Behind>`
        select date, id, ${suiteOf(m.over)} as suite, ${m.kind === 'quantile' ? raw`max(${column(m.of)})` : raw`sum(${amount(amountOf(m))})`} as top,
          ${m.kind === 'ratio' ? raw`sum(${amount(m.to)})` : raw`null`} as bottom
        from ${behind(m, span, delayThreshold, page)}
          and ${page.after ? raw`(date, id) < (${page.after.date}, ${page.after.id})` : raw`true`}
        group by date, id order by date desc, id desc limit ${page.limit}`.compile(sql),
  });

/** How many lines `measuredRecords` has for a figure. */
export const countMeasured = (
  r: Reader,
  m: FactMeasure,
  span: Span,
  delayThreshold: number,
  page: Pick<FigurePage, 'key' | 'without'>,
): number =>
  r.first<{ count: number }>({
    compile: () =>
      raw<{
        count: number;
      }>`select count(distinct date || id) as count from ${behind(m, span, delayThreshold, page)}`.compile(
        sql,
      ),
  })?.count ?? 0;

/** Volunteers belong to a panel, reviews and correspondence to nothing of the scheme: they have no suite. */
const suiteOf = (over: Over) => (knownOf[over].includes('suite') ? raw`suite` : raw`null`);

const behind = (
  m: FactMeasure,
  span: Span,
  delayThreshold: number,
  { key, without = [] }: Pick<FigurePage, 'key' | 'without'>,
) => {
  const conditions = [
    within(m.over, { from: span.from, to: span.to, end: endOf(span) }),
    ...meant(m, delayThreshold),
    ...(countsBlanks(m) ? [] : known(m)),
    ...(key ? [isAnyOf(keyOf(m.over, key.dimension), key.values)] : []),
    ...(without.length > 0 ? [raw`id not in (${raw.join(without)})`] : []),
  ];
  // The suite of a detainee is that of the visit.
  const facts = m.over === 'detainees' ? detaineesOfVisits : source(m.over, key?.dimension);
  return raw`${facts} where ${raw.join(conditions, raw` and `)}`;
};

const isAnyOf = (key: RawBuilder<unknown>, values: readonly (string | number | null)[]): Condition => {
  const known = values.filter((value) => value !== null);
  const among = known.length > 0 ? raw`${key} in (${raw.join(known)})` : raw`false`;
  return values.includes(null) ? raw`(${among} or ${key} is null)` : among;
};

/**
 * Reasons why people were not seen, with how many, over completed visits of a span. The few visits that were not
 * completed are taken out, rather than the many others looked up one by one.
 */
export const reasons = (r: Reader, { from, to }: Span): { branch: string; reason: string; count: number }[] =>
  r.all({
    compile: () =>
      raw<{ branch: string; reason: string; count: number }>`
        select branch, reason, sum(count) as count from reason_fact
        where date between ${from} and ${to} and id not in
          (select id from visit_fact where date between ${from} and ${to} and outcome <> 'completed')
        group by 1, 2 order by 1, 3 desc, 2`.compile(sql),
  });
