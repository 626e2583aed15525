import { stringify } from 'csv-stringify/sync';
import { factsAreCurrent } from '#db/facts.ts';
import { countMeasured, type FigurePage, measuredRecords, type Span } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import { unfinishedImports } from '#db/staging.ts';
import type { Failure } from '#shared/errors.ts';
import { icvMeasures, measureById } from '#shared/measures/icv.ts';
import { canSplit, type FactMeasure, type Measure, recordBehind } from '#shared/measures/measure.ts';
import { longAgo } from '#shared/measures/volunteer-facts.ts';
import { compared, measured } from '#shared/measures/wording.ts';
import {
  type ParsedPeriod,
  parsePeriod,
  previousPeriod,
  quarterContaining,
  samePeriodLastYear,
  yearContaining,
  yearToDate,
} from '#shared/periods.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Dimension, MeasureResult, ReturnResult } from '#shared/views.ts';
import type { Context, Reads } from './context.ts';
import { safeCsv } from './csv.ts';
import { settings } from './office.ts';
import { returnChecks } from './return-checks.ts';
import { type Group, groupsOf, type Raws, rawsByGroup, rawsOf, worthPrinting } from './return-groups.ts';
import { type FigureRecord, officeFigure, officeRecords } from './return-office.ts';
import { returnTables } from './return-tables.ts';

/** What stands on every page and export of a store of example data. */
export const inventedNotice = 'Invented data: no real person, suite or visit';

const figuresWait = fail({ tag: 'figuresWait' } as const);

/** No figure rests on part of a file, or on facts that an update has not written anew yet. */
export const figuresAreReady = (r: Reader): boolean => factsAreCurrent(r) && unfinishedImports(r).length === 0;

type Request = { period: string; by?: Dimension | undefined };

const compute = (r: Reader, { period: asked, by }: Request, ctx: Context): Result<ReturnResult, Failure> => {
  const office = settings(r, ctx);
  const parsed = parsePeriod(asked, office.yearBegins);
  if (!parsed.ok) return parsed;
  if (!figuresAreReady(r)) return figuresWait;
  const period = parsed.value;
  const records = officeRecords(r);
  const raws = (p: Span) => rawsOf(r, { ...p, today: ctx.today }, office.delayThreshold, records);
  const now = raws(period);
  const groups = by && groupsOf(by, records);
  const told = { ...period, today: ctx.today };
  const byGroup = groups && rawsByGroup(r, told, office.delayThreshold, records, groups);
  return ok({
    return: 'icv',
    body: office.body,
    notice: office.invented ? inventedNotice : null,
    period: { id: period.id, from: period.from, to: period.to, label: period.label },
    headline: office.headlineConsent,
    measures: withComparisons(now, period, office.yearBegins, raws),
    ...(by && groups && byGroup
      ? {
          by,
          groups: groups
            .map((group) => ({ group, own: byGroup.get(group.key) as Raws }))
            .filter(({ group, own }) => worthPrinting(by, records, period, group, own))
            .map(({ group, own }) => ({ key: group.key, measures: figures(own) })),
        }
      : {}),
    tables: returnTables(r, told, office.delayThreshold, records, now),
    checks: returnChecks(r, period, records, now),
  });
};

const nothing = { top: null, bottom: null, restsOn: 0, blank: 0 };
const figures = (raws: Raws): MeasureResult[] =>
  icvMeasures.map((m) => measured(m, raws.get(m.id) ?? nothing));

/** The period beside the one before and the same a year before; the year so far beside the same stretch of last year. */
const withComparisons = (
  now: Raws,
  period: ParsedPeriod,
  yearBegins: number,
  raws: (p: ParsedPeriod) => Raws,
): MeasureResult[] => {
  const year = yearToDate(period, yearBegins);
  const periods = {
    previous: previousPeriod(period, yearBegins),
    lastYear: samePeriodLastYear(period, yearBegins),
    yearToDate: year,
    lastYearToDate: samePeriodLastYear(year, yearBegins),
  };
  // Of a whole year most of these are the same stretch of days.
  const computed = new Map([[`${period.from}..${period.to}`, now]]);
  const of = (p: ParsedPeriod): Raws => {
    const known = computed.get(`${p.from}..${p.to}`) ?? raws(p);
    computed.set(`${p.from}..${p.to}`, known);
    return known;
  };
  return icvMeasures.map((m) => {
    const raw = (p: ParsedPeriod) => of(p).get(m.id) ?? nothing;
    const beside = (own: ParsedPeriod, other: ParsedPeriod) => compared(m, raw(own), raw(other), other);
    return {
      ...measured(m, raw(period)),
      compare: {
        previous: beside(period, periods.previous),
        lastYear: beside(period, periods.lastYear),
        yearToDate: compared(m, nothing, raw(year), year),
        lastYearToDate: beside(year, periods.lastYearToDate),
      },
    };
  });
};

const suiteNames = (r: Reader) =>
  new Map(r.all(sql.selectFrom('suite').select(['id', 'name'])).map((s) => [s.id, s.name]));

/** What records are called in print: by their number with the office, people by their name. */
const titlesOf = (r: Reader, type: FactRecord, ids: readonly string[]): Map<string, string | null> => {
  if (ids.length === 0) return new Map();
  const column = type === 'person' ? 'name' : 'reference';
  const found = r.all(
    sql
      .selectFrom(type as 'visit')
      .select(['id', `${column as 'reference'} as title`])
      .where('id', 'in', ids),
  );
  return new Map(found.map(({ id, title }) => [id, title]));
};
type FactRecord = (typeof recordBehind)[keyof typeof recordBehind];

/** The records behind a figure of facts, and the place in the list after which it goes on. */
const factRecords = (
  r: Reader,
  m: FactMeasure,
  span: Span,
  threshold: number,
  { limit, ...page }: FigurePage,
): { rows: FigureRecord[]; next: string | null } => {
  const type = recordBehind[m.over];
  const names = suiteNames(r);
  const found = measuredRecords(r, m, span, threshold, { ...page, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const titles = titlesOf(
    r,
    type,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  return {
    next: found.length > limit && last ? `${last.date}/${last.id}` : null,
    rows: shown.map((one) => ({
      type,
      id: one.id,
      date: one.date === longAgo ? null : one.date,
      value: one.top,
      of: one.bottom,
      title: [titles.get(one.id), one.suite && names.get(one.suite)].filter(Boolean).join(', '),
    })),
  };
};

const placeAfter = (text: string | undefined): { date: string; id: string } | undefined => {
  const match = /^(\d{4}-\d{2}-\d{2})\/([0-9a-f-]{36})$/.exec(text ?? '');
  return match ? { date: match[1] as string, id: match[2] as string } : undefined;
};

const toCsv = (result: ReturnResult): string => {
  const line = (group: string) => (m: MeasureResult) => [
    result.period.label,
    group,
    m.id,
    m.title,
    m.value ?? '',
    m.numerator ?? '',
    m.denominator ?? '',
    m.display,
    m.restsOn,
    m.restsOnWhat,
    m.blank,
    m.definition,
    ...(result.notice ? [result.notice] : []),
  ];
  const header = [
    'period',
    'part',
    'measure',
    'title',
    'value',
    'numerator',
    'denominator',
    'display',
    'rests_on',
    'rests_on_what',
    'blank',
    'definition',
    ...(result.notice ? ['notice'] : []),
  ];
  const parts = (result.groups ?? []).flatMap((group) => group.measures.map(line(group.key)));
  return stringify([header, ...result.measures.map(line('All')), ...parts], safeCsv);
};

/**
 * Whether a part of a figure has records to be listed: how long visitors waited has no sex, and neither has a target.
 * By ethnicity nothing is listed: a visit with its suite and day could show who the one person is.
 */
const isListed = (group: Group, m: Measure): boolean =>
  m.kind === 'office' ? group.part !== undefined : group.fact !== 'ethnicity' && canSplit(m, group.fact);

export const returnReads = {
  'returns.periods': (r, _, ctx) => {
    const { yearBegins } = settings(r, ctx);
    const span = r.first(
      sql.selectFrom('visit_fact').select((e) => [e.fn.min('date').as('first'), e.fn.max('date').as('last')]),
    );
    const [first, last] = [span?.first ?? ctx.today, span?.last ?? ctx.today];
    const quarters = [quarterContaining(last, yearBegins)];
    while ((quarters.at(-1)?.from ?? '') > first && quarters.length < 80)
      quarters.push(previousPeriod(quarters.at(-1) as ParsedPeriod, yearBegins));
    const years = [...new Set(quarters.map((q) => yearContaining(q.from, yearBegins).id))];
    const ended = quarters.find((q) => q.to < ctx.today) ?? quarters[0];
    return ok({
      years,
      quarters: quarters.map(({ id, label }) => ({ id, label })),
      latest: ended?.id as string,
    });
  },
  'returns.compute': compute,
  'returns.records': (r, { period: asked, by, key, measure: id, after, limit }, ctx) => {
    const office = settings(r, ctx);
    const parsed = parsePeriod(asked, office.yearBegins);
    if (!parsed.ok) return parsed;
    if (!figuresAreReady(r)) return figuresWait;
    const m = measureById.get(id);
    const records = officeRecords(r);
    const group = by && key !== undefined ? groupsOf(by, records).find((g) => g.key === key) : undefined;
    if (!m || (key !== undefined && !(group && isListed(group, m))))
      return fail({ tag: 'notFound', what: 'figure' });
    const named = { title: m.title, definition: m.definition };
    if (m.kind === 'office') {
      const rows = officeFigure(m, parsed.value, records, group?.part).map(
        ({ type, id, title, date, value, of }) => ({ type, id, title, date, value, of }),
      );
      return ok({ rows, next: null, ...named, total: rows.length });
    }
    const span = { ...parsed.value, today: ctx.today };
    const of = group ? { key: { dimension: group.fact, values: group.values } } : {};
    return ok({
      ...factRecords(r, m, span, office.delayThreshold, { ...of, after: placeAfter(after), limit }),
      ...named,
      total: countMeasured(r, m, span, office.delayThreshold, of),
    });
  },
  'returns.export': (r, { format, ...request }, ctx) => {
    const result = compute(r, request, ctx);
    if (!result.ok) return result;
    const name = `custody-visits-${result.value.period.id.replace('..', '-to-')}${request.by ? `-by-${request.by}` : ''}.${format}`;
    return ok(
      format === 'json'
        ? { name, mime: 'application/json', text: `${JSON.stringify(result.value, null, 2)}\n` }
        : { name, mime: 'text/csv', text: toCsv(result.value) },
    );
  },
} satisfies Partial<Reads>;
