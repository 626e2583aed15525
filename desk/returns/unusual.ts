import { measure, measuredRecords } from '#db/measures.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Raw } from '#shared/measures/evaluate.ts';
import type { FactMeasure } from '#shared/measures/measure.ts';
import { count, percent, quotient } from '#shared/numbers.ts';
import { type ParsedPeriod, previousPeriod, samePeriodLastYear } from '#shared/periods.ts';
import { isUnusual, type Seen, usualRange } from '#shared/returns/unusual.ts';
import { daysBetween } from '#shared/times.ts';
import { type Check, shown } from './checks.ts';

/** So many periods before a figure is held against, and no period longer than a year and a bit. */
const looked = 8;
const longest = 400;

type Asked = {
  period: ParsedPeriod;
  today: string;
  yearBegins: number;
  /** The first day of which there are figures. */
  first: string | null;
  threshold: number;
  /** What the figures of the period came to. */
  now: ReadonlyMap<string, Raw>;
};

/** The first day of which there are facts. */
export const firstDay = (r: Reader, table: 'visit_fact' | 'review_fact' | 'case_fact'): string | null =>
  r.first(sql.selectFrom(table).select((e) => e.fn.min<string | null>('date').as('first')))?.first ?? null;

const kindOf = ({ unit, kind }: FactMeasure) =>
  unit === 'percent' ? 'share' : kind === 'mean' ? 'mean' : 'count';

const seenIn = ({ top, bottom }: Raw): Seen[] => {
  if (top === null || bottom === 0) return [];
  return bottom === null ? [{ value: top, of: top }] : [{ value: top / bottom, of: bottom }];
};

/** Of months, quarters and years those before; of a range, which may belong to a season, the same of the years before. */
const periodsBefore = ({ period, yearBegins, first }: Asked): ParsedPeriod[] => {
  const before: ParsedPeriod[] = [];
  for (let one = period; before.length < looked; before.push(one)) {
    one = period.kind === 'range' ? samePeriodLastYear(one, yearBegins) : previousPeriod(one, yearBegins);
    if (first === null || one.from < first) break;
  }
  return before;
};

const wordsOf = (m: FactMeasure, value: number): string => {
  if (m.unit === 'percent') return percent(Math.round(value * 1000), 1000);
  return m.kind === 'mean' ? quotient(Math.round(value * 10), 10, 1) : count(value);
};

const fine: Check = {
  id: 'unusual',
  title: 'No figure is far from those before',
  ok: true,
  detail: 'Nothing lies far from the same figure of the periods before, where there are enough of them',
  records: [],
  count: 0,
};

/**
 * Figures that lie far from what they were in the periods before, each with what would not have been asked about. A
 * period that has not ended is held against none.
 */
export const unusualChecks = (r: Reader, measures: readonly FactMeasure[], asked: Asked): Check[] => {
  const { period, today, threshold, now } = asked;
  const before = periodsBefore(asked);
  if (period.to >= today || daysBetween(period.from, period.to) > longest || before.length === 0)
    return [fine];
  const then = before.map(({ from, to }) => measure(r, measures, { from, to, today }, threshold).get(null));
  const found = measures.flatMap((m): Check[] => {
    const kind = kindOf(m);
    const own = now.get(m.id);
    const [seen] = own ? seenIn(own) : [];
    const earlier = then.flatMap((raws) =>
      seenIn(raws?.get(m.id) ?? { top: null, bottom: null, restsOn: 0, blank: 0 }),
    );
    const range = usualRange(kind, earlier);
    if (!seen || !range || !isUnusual(seen, range, kind)) return [];
    const records = measuredRecords(r, m, { from: period.from, to: period.to, today }, threshold, {
      limit: shown,
    });
    const ids = [...new Set(records.map(({ id }) => id))];
    return [
      {
        id: `unusual.${m.id}`,
        title: `${m.title} is not far from before`,
        ok: false,
        detail: `${m.title}: ${wordsOf(m, seen.value)}, where ${wordsOf(m, range.from)} to ${wordsOf(m, range.to)} would have been usual by the ${earlier.length} ${period.kind === 'range' ? 'years' : `${period.kind}s`} before`,
        records: ids,
        count: own?.restsOn ?? ids.length,
      },
    ];
  });
  return found.length > 0 ? found : [fine];
};
