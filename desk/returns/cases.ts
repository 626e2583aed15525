import { sql as raw } from 'kysely';
import { countMeasured, measure, type Span } from '#db/measures.ts';
import type { Reader } from '#db/sql.ts';
import { openCasesByAge } from '#shared/measures/case-tables.ts';
import { caseMeasures } from '#shared/measures/cases.ts';
import { endOf } from '#shared/measures/evaluate.ts';
import { canSplit, type FactMeasure } from '#shared/measures/measure.ts';
import { answerers, caseKinds, channels } from '#shared/records/case-parts.ts';
import { fail, ok } from '#shared/result.ts';
import { capital } from '#shared/text.ts';
import type { CaseDimension, ReturnGroup, ReturnResult, ReturnTable } from '#shared/views.ts';
import type { Context } from '../context.ts';
import { placeAfter } from '../paging.ts';
import { caseChecks, marksChecks, openOn } from './case-checks.ts';
import { query, times } from './checks.ts';
import { figuresOfPart, withComparisons } from './comparisons.ts';
import type { Raws, Told } from './groups.ts';
import { marksFor } from './marks.ts';
import { type FigureAsked, factRecords } from './records.ts';
import { syncChecks } from './sync.ts';
import { firstDay, unusualChecks } from './unusual.ts';

/** No threshold of delays has anything to do with correspondence. */
const noThreshold = 0;
const notRecorded = 'Not recorded';

export const caseRaws = (r: Reader, span: Span): Raws =>
  measure(r, caseMeasures, span, noThreshold).get(null) ?? new Map();

/** The words that a part can have by itself, in the order of print; what offices name themselves follows by the alphabet. */
const inOrder: Partial<Record<CaseDimension, readonly string[]>> = { kind: caseKinds, channel: channels };

const titleOf = (by: CaseDimension, value: string | null): string => {
  if (value === null) return notRecorded;
  return inOrder[by] ? capital(value) : value;
};

const valueAt = (by: CaseDimension, key: string): string | null => {
  if (key === notRecorded) return null;
  return inOrder[by]?.find((one) => capital(one) === key) ?? key;
};

type Part = { key: string; own: Raws };

const partsOf = (
  r: Reader,
  by: CaseDimension,
  span: Span,
  areas: readonly string[],
  wanted: readonly FactMeasure[] = caseMeasures,
): Part[] => {
  const found = measure(r, wanted, span, noThreshold, by) as Map<string | null, Raws>;
  const order = inOrder[by] ?? (by === 'area' ? areas : []);
  const place = (value: string | null): string => {
    if (value === null) return '2';
    const at = order.indexOf(value);
    return at < 0 ? `1${value.toLowerCase()}` : `0${String(at).padStart(4, '0')}`;
  };
  return [...found]
    .filter(([, own]) => [...own.values()].some(({ restsOn, blank }) => restsOn + blank > 0))
    .sort(([a], [b]) => (place(a) < place(b) ? -1 : 1))
    .map(([value, own]) => ({ key: titleOf(by, value), own }));
};

/** Whatever the parts of a dimension have of a measure, each with the way to its records. */
const byPart = (
  parts: readonly Part[],
  by: CaseDimension,
  measured: string,
  named: Pick<ReturnTable, 'id' | 'title'> & { note?: string },
): ReturnTable => ({
  ...named,
  columns: [by, 'cases'],
  rows: parts
    .map(({ key, own }): [string, number] => [key, own.get(measured)?.top ?? 0])
    .filter(([, cases]) => cases > 0),
  figures: { by, measures: [null, measured] },
});

/** The largest first; what is not recorded stands last. */
const largestFirst = (table: ReturnTable): ReturnTable => ({
  ...table,
  rows: table.rows.toSorted(
    ([a, m], [b, n]) => Number(a === notRecorded) - Number(b === notRecorded) || Number(n) - Number(m),
  ),
});

/** Of how many cases received no theme was named, so that the table of themes says what it leaves out. */
const withoutTheme = (r: Reader, { from, to }: Span): number =>
  query(
    r,
    raw<{
      n: number;
    }>`select count(*) as n from case_fact f where f.what = 'received' and f.date between ${from} and ${to}
      and f.id not in (select id from caseMark)
      and not exists (select 1 from case_theme t where t.date = f.date and t.id = f.id)`,
  )[0]?.n ?? 0;

/** How many of the cases received are confidential: figures know of them by their kind and their days alone. */
const receivedMarked = (r: Reader, { from, to }: Span): number =>
  query(
    r,
    raw<{ n: number }>`select count(*) as n from case_fact where what = 'received'
      and date between ${from} and ${to} and id in (select id from caseMark)`,
  )[0]?.n ?? 0;

const marked = (n: number, missing: string): string =>
  n > 0 ? ` ${times(n, 'confidential case is', 'confidential cases are')} told without ${missing}.` : '';

const themesNote = (r: Reader, span: Span, received: number): string => {
  const without = withoutTheme(r, span);
  return `Of the ${times(received, 'case', 'cases')} received in the period. A case with several themes counts once in totals and once under each of its themes, so that these do not add up to the cases.${
    without > 0 ? ` ${times(without, 'case names', 'cases name')} no theme.` : ''
  }${marked(receivedMarked(r, span), 'theme')}`;
};

const ofReceived = 'Cases received in the period.';

const tablesOf = (r: Reader, span: Span, areas: readonly string[], now: Raws): ReturnTable[] => {
  const day = endOf(span);
  const received = 'cases.received';
  const parts = (by: CaseDimension, shown = received) =>
    partsOf(
      r,
      by,
      span,
      areas,
      caseMeasures.filter(({ id }) => id === shown),
    );
  const kept = receivedMarked(r, span);
  const who = answerers.map((one): [string, number] => [
    capital(one),
    now.get(`answered.by${capital(one)}`)?.top ?? 0,
  ]);
  const unsaid = (now.get('cases.answered')?.top ?? 0) - who.reduce((sum, [, n]) => sum + n, 0);
  return [
    {
      id: 'cases.openByAge',
      title: 'Open cases by age',
      columns: ['since receipt', 'cases'],
      rows: openCasesByAge(openOn(r, day), day),
      note: 'Cases open at the end of the last day of the period, or today where it has not ended.',
    },
    byPart(parts('kind'), 'kind', received, { id: 'cases.byKind', title: 'Cases by kind', note: ofReceived }),
    byPart(parts('channel'), 'channel', received, {
      id: 'cases.byChannel',
      title: 'Cases by channel',
      note: `${ofReceived}${marked(kept, 'channel')}`,
    }),
    largestFirst(
      byPart(parts('theme', 'themes.named'), 'theme', 'themes.named', {
        id: 'cases.byTheme',
        title: 'Cases by theme',
        note: themesNote(r, span, now.get(received)?.top ?? 0),
      }),
    ),
    byPart(parts('area'), 'area', received, {
      id: 'cases.byArea',
      title: 'Cases by area',
      note: `${ofReceived}${marked(kept, 'area')}`,
    }),
    byPart(parts('constituency'), 'constituency', received, {
      id: 'cases.byConstituency',
      title: 'Cases by constituency',
      note: `${ofReceived}${marked(kept, 'constituency')}`,
    }),
    {
      id: 'cases.answeredBy',
      title: 'Who answered',
      columns: ['answered by', 'cases'],
      rows: [...who, ...(unsaid > 0 ? [['Not said', unsaid] as [string, number]] : [])],
      note: 'Cases answered in the period, by the day of the answer.',
    },
  ];
};

/** Figures that are held against those of the periods before. */
const lookedAt = caseMeasures.filter(({ id }) =>
  ['cases.received', 'cases.closed', 'cases.answered', 'answered.inTarget'].includes(id),
);

/** The figures of each part; themes split the measures of themes alone. */
export const caseGroups = (
  r: Reader,
  by: CaseDimension,
  { period, today, office }: Pick<Told, 'period' | 'today' | 'office'>,
): ReturnGroup[] => {
  const told = caseMeasures.filter((m) => canSplit(m, by));
  const span = { from: period.from, to: period.to, today };
  return partsOf(r, by, span, office.areas).map(({ key, own }) => ({
    key,
    measures: figuresOfPart(told, own, by),
  }));
};

export const caseReturn = (r: Reader, { period, today, office, notice, raws }: Told): ReturnResult => {
  const span = { from: period.from, to: period.to, today };
  const now = raws(span);
  return {
    return: 'correspondence',
    body: office.body,
    notice,
    period: { id: period.id, from: period.from, to: period.to, label: period.label },
    headline: 'answered.inTarget',
    measures: withComparisons(caseMeasures, period, office.yearBegins, raws),
    tables: tablesOf(r, span, office.areas, now),
    checks: [
      ...caseChecks(r, span, now),
      ...unusualChecks(r, lookedAt, {
        ...{ period, today, yearBegins: office.yearBegins, threshold: noThreshold },
        now,
        first: firstDay(r, 'case_fact'),
      }),
      ...marksChecks(r),
      ...syncChecks(r, span),
    ],
  };
};

/**
 * The cases, engagements and questions behind a figure, of the whole or of one part. Of confidential cases that may not be
 * opened here no more is said than how many are counted besides.
 */
export const caseFigureRecords = (
  r: Reader,
  { measure: id, by, key, after, limit }: FigureAsked<CaseDimension>,
  span: Span,
  ctx: Context,
) => {
  const m = caseMeasures.find((one) => one.id === id);
  if (!m || (key !== undefined && !(by && canSplit(m, by))))
    return fail({ tag: 'notFound', what: 'figure' } as const);
  const of = by && key !== undefined ? { key: { dimension: by, values: [valueAt(by, key)] } } : {};
  const { opened, kept: without } = marksFor(r, ctx);
  const found = factRecords(r, m, span, noThreshold, { ...of, without, after: placeAfter(after), limit });
  const total = countMeasured(r, m, span, noThreshold, { ...of, without });
  return ok({
    ...found,
    rows: found.rows.map((row) => ({ ...row, ...opened.get(row.id) })),
    title: m.title,
    definition: m.definition,
    total,
    kept: countMeasured(r, m, span, noThreshold, of) - total,
  });
};
