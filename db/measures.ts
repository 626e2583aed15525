import { type CompiledQuery, type RawBuilder, sql as raw } from 'kysely';
import { endOf, quantileOf, type Raw, type Span } from '#shared/measures/evaluate.ts';
import {
  amountOf,
  canSplit,
  countsBlanks,
  type FactDimension,
  type FactMeasure,
  knownOf,
  type Over,
} from '#shared/measures/measure.ts';
import {
  amount,
  type Condition,
  column,
  columnsOf,
  detaineesOfVisits,
  keyOf,
  known,
  meant,
  source,
  tables,
  within,
} from './measure-sql.ts';
import { type Reader, sql } from './sql.ts';

export type { Span };

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
