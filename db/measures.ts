import { type RawBuilder, sql as raw } from 'kysely';
import { countsBlanks, type Raw } from '#shared/measures/evaluate.ts';
import { counterFields } from '#shared/measures/facts.ts';
import {
  type Amount,
  amountOf,
  isSplittable,
  neededFields,
  type Term,
  type VisitMeasure,
} from '#shared/measures/measure.ts';
import { type Reader, sql } from './sql.ts';

/** Both ends included. */
export type Span = { from: string; to: string };

/** By what a return can be split, as far as facts know it. Areas are made from suites by the caller. */
export type FactDimension = 'suite' | 'panel' | 'hour' | 'weekday' | 'method' | 'sex' | 'ageGroup';

type Condition = RawBuilder<unknown>;
const column = (field: string): RawBuilder<number> => raw`${raw.ref(field)}`;

/**
 * What measures compare with is written into the statement, not bound: two aggregates are one to SQLite only where
 * their text is the same, and most measures speak of the same visits.
 */
const term = (t: Term, delayThreshold: number): Condition => {
  if ('is' in t) return raw`${raw.ref(t.field)} in (${raw.join(t.is.map((value) => raw.lit(value)))})`;
  if ('known' in t) return raw`${raw.ref(t.field)} is not null`;
  return raw`${raw.ref(t.field)} > ${raw.lit(t.above === 'delayThreshold' ? delayThreshold : t.above)}`;
};

const meant = (m: VisitMeasure, delayThreshold: number) => m.where.map((t) => term(t, delayThreshold));
const known = (m: VisitMeasure) => neededFields(m).map((f) => raw`${raw.ref(f)} is not null`);

const amount = (a: Amount): RawBuilder<number> => {
  if (a === 'visits') return raw`1`;
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

/** The sum of an amount. Visits are counted, and a field by itself is summed as it is: a sum passes blanks by. */
const total = (a: Amount, where: readonly Condition[]): RawBuilder<number> => {
  if (a === 'visits') return howMany(where);
  const alone = a.plus.length === 1 && !a.minus?.length ? a.plus[0] : undefined;
  return raw`ifnull(sum(${alone ? column(alone) : amount(a)})${only(where)}, 0)`;
};

/** The columns one measure needs, named after its place in the list: `m3_top`, `m3_bottom`, `m3_rests`, `m3_meant`. */
const columnsOf = (m: VisitMeasure, i: number, delayThreshold: number) => {
  const speaksOf = meant(m, delayThreshold);
  const complete = [...speaksOf, ...known(m)];
  const counted = countsBlanks(m) ? speaksOf : complete;
  const top =
    m.kind === 'max' ? raw<number>`max(${column(m.of)})${only(complete)}` : total(amountOf(m), counted);
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

/** The facts of a period: of visits, or (for sex and age group) of the split counts beside their visit. */
const source = (dimension: FactDimension | undefined) =>
  dimension === 'sex' || dimension === 'ageGroup'
    ? raw`(select ${raw.join(counterFields.map((f) => raw`s.${raw.ref(f)}`))}, s.age as ageGroup, s.sex, s.date, s.id, v.outcome, v.method, v.purpose, v.suite, v.panel
           from split_fact s join visit_fact v on v.date = s.date and v.id = s.id)`
    : raw`visit_fact`;

/**
 * What each measure comes to in a span of days, in one pass over the facts; for each value of a dimension where one
 * is given. Measures that a dimension cannot split (waits by sex, say) are left out of its groups.
 */
export const measure = (
  r: Reader,
  measures: readonly VisitMeasure[],
  { from, to }: Span,
  delayThreshold: number,
  dimension?: FactDimension,
): Map<string | number | null, Map<string, Raw>> => {
  const split = dimension === 'sex' || dimension === 'ageGroup';
  const told = measures.filter((m) => !split || isSplittable(m, counterFields));
  const key = dimension ? raw<string | number | null>`${raw.ref(dimension)}` : raw<null>`null`;
  const grouped = dimension ? raw`group by 1` : raw``;
  const columns = told.flatMap((m, i) => columnsOf(m, i, delayThreshold));
  const rows = r.all({
    compile: () =>
      raw<Record<string, number | null> & { key: string | number | null }>`
        select ${key} as key, ${raw.join(columns)}
        from ${source(dimension)} where date between ${from} and ${to} ${grouped}`.compile(sql),
  });
  return new Map(rows.map((row) => [row.key, rawOf(told, row)]));
};

const rawOf = (
  told: readonly VisitMeasure[],
  row: Record<string, number | string | null>,
): Map<string, Raw> =>
  new Map(
    told.map((m, i) => {
      const get = (name: string) => row[`m${i}_${name}`] as number | null;
      const restsOn = get('rests') ?? 0;
      return [
        m.id,
        { top: get('top'), bottom: get('bottom'), restsOn, blank: (get('meant') ?? 0) - restsOn },
      ];
    }),
  );

/** One visit behind a figure, with what it adds to it. */
export type FigureVisit = {
  date: string;
  id: string;
  suite: string;
  top: number | null;
  bottom: number | null;
};

/** Which visits: those of one value of a dimension (several suites make an area), after a place in the list. */
export type FigurePage = {
  key?: { dimension: FactDimension; values: readonly (string | number | null)[] };
  after?: { date: string; id: string } | undefined;
  limit: number;
};

/** The visits a figure rests on, newest first: the same predicate that made the figure. */
export const measuredVisits = (
  r: Reader,
  m: VisitMeasure,
  span: Span,
  delayThreshold: number,
  page: FigurePage,
): FigureVisit[] =>
  r.all({
    compile: () =>
      raw<FigureVisit>`
        select date, id, suite, sum(${amount(amountOf(m))}) as top,
          ${m.kind === 'ratio' ? raw`sum(${amount(m.to)})` : raw`null`} as bottom
        from ${behind(m, span, delayThreshold, page)}
          and ${page.after ? raw`(date, id) < (${page.after.date}, ${page.after.id})` : raw`true`}
        group by date, id order by date desc, id desc limit ${page.limit}`.compile(sql),
  });

/** How many visits a figure rests on. */
export const countMeasured = (
  r: Reader,
  m: VisitMeasure,
  span: Span,
  delayThreshold: number,
  page: Pick<FigurePage, 'key'>,
): number =>
  r.first<{ count: number }>({
    compile: () =>
      raw<{
        count: number;
      }>`select count(distinct id) as count from ${behind(m, span, delayThreshold, page)}`.compile(sql),
  })?.count ?? 0;

const behind = (
  m: VisitMeasure,
  { from, to }: Span,
  delayThreshold: number,
  { key }: Pick<FigurePage, 'key'>,
) => {
  const conditions = [
    raw`date between ${from} and ${to}`,
    ...meant(m, delayThreshold),
    ...(countsBlanks(m) ? [] : known(m)),
    ...(key ? [isAnyOf(key.dimension, key.values)] : []),
  ];
  return raw`${source(key?.dimension)} where ${raw.join(conditions, raw` and `)}`;
};

const isAnyOf = (dimension: FactDimension, values: readonly (string | number | null)[]): Condition => {
  const known = values.filter((value) => value !== null);
  const among = known.length > 0 ? raw`${raw.ref(dimension)} in (${raw.join(known)})` : raw`false`;
  return values.includes(null) ? raw`(${among} or ${raw.ref(dimension)} is null)` : among;
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
