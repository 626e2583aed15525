import type { Span } from '#db/measures.ts';
import { readAll } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import type { Raw } from '#shared/measures/evaluate.ts';
import type { OfficeMeasure } from '#shared/measures/measure.ts';
import { suiteTarget } from '#shared/measures/targets.ts';
import type { Suite } from '#shared/records/suite.ts';

export type FigureRecord = Output<'returns.records'>['rows'][number];

/** The records of the office that figures of a return are made of, read once for a return. */
export type OfficeRecords = ReturnType<typeof officeRecords>;
export const officeRecords = (r: Reader) => ({
  suites: readAll(r, 'suite').sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  panels: readAll(r, 'panel').sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  throughput: readAll(r, 'throughput'),
  heldByMonth: once((span) => heldByMonth(r, span)),
});

/** Every part of a return asks for the same spans again, all as they are known on one day. */
export const once = <T>(work: (span: Span) => T): ((span: Span) => T) => {
  const known = new Map<string, T>();
  return (span) => {
    const key = `${span.from}..${span.to}`;
    const value = known.get(key) ?? work(span);
    known.set(key, value);
    return value;
  };
};

/** Which suites a group of a return is about; without it the whole office is meant. */
export type Part = { suites?: ReadonlySet<string> };

/**
 * The records behind a figure of the office's own, each with what it adds. The figure is their sum, so that the two
 * cannot disagree.
 */
export const officeFigure = (
  m: OfficeMeasure,
  { from, to }: Span,
  office: OfficeRecords,
  part: Part = {},
): FigureRecord[] => {
  switch (m.of) {
    case 'target':
      return office.suites.filter((s) => isIn(s.id, part)).flatMap((s) => targetOf(s, from, to));
    case 'throughput':
      return supplied(office, { from, to }, part).map((t) => ({ ...t, of: null }));
    case 'coverage': {
      const held = office.heldByMonth({ from, to });
      return supplied(office, { from, to }, part).map((t) => ({
        ...t,
        value: held.get(t.key) ?? 0,
        of: t.value,
      }));
    }
  }
};

/** What the records come to: the figure itself. */
export const officeRaw = (m: OfficeMeasure, records: readonly FigureRecord[]): Raw => {
  const sum = (of: 'value' | 'of') => records.reduce((total, record) => total + (record[of] ?? 0), 0);
  return {
    top: records.length === 0 ? null : Math.round(sum('value')),
    bottom: m.of === 'coverage' ? sum('of') : null,
    restsOn: records.length,
    blank: 0,
  };
};

const isIn = (suite: string, part: Part) => !part.suites || part.suites.has(suite);

const targetOf = (s: Suite, from: string, to: string): FigureRecord[] => {
  const value = suiteTarget(s, from, to);
  return value === null ? [] : [{ type: 'suite', id: s.id, title: s.name, date: null, value, of: null }];
};

/** The months that lie wholly within a span, with a figure from the force: part of a month cannot be known. */
const supplied = (
  office: OfficeRecords,
  { from, to }: Span,
  part: Part,
): (FigureRecord & { key: string })[] => {
  const names = new Map(office.suites.map((s) => [s.id, s.name]));
  const month = to.slice(0, 7);
  const isWhole = lastDay(month) === to;
  return office.throughput
    .filter(
      (t) =>
        t.total !== undefined &&
        isIn(t.suite, part) &&
        `${t.month}-01` >= from &&
        (t.month < month || (isWhole && t.month === month)),
    )
    .sort((a, b) => (a.month < b.month ? 1 : -1))
    .map((t) => ({
      type: 'throughput',
      id: t.id,
      title: `${names.get(t.suite) ?? 'Suite'}, ${t.month}`,
      date: `${t.month}-01`,
      value: t.total as number,
      of: null,
      key: `${t.suite}:${t.month}`,
    }));
};

const lastDay = (month: string) => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

const heldByMonth = (r: Reader, { from, to }: Span): Map<string, number> =>
  new Map(
    r
      .all(
        sql
          .selectFrom('visit_fact')
          .select([
            'suite',
            (e) => e.fn<string>('substr', ['date', e.val(1), e.val(7)]).as('month'),
            (e) => e.fn.sum<number | null>('held').as('held'),
          ])
          .where('date', '>=', from)
          .where('date', '<=', to)
          .where('outcome', '=', 'completed')
          .groupBy(['suite', 'month']),
      )
      .map((row) => [`${row.suite}:${row.month}`, row.held ?? 0]),
  );
