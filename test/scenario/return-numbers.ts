import { expect } from 'vitest';
import { chartTable } from '#shared/charts/chart.ts';
import { count } from '#shared/numbers.ts';
import { chartsOf, tablesBeside } from '#shared/returns/charts.ts';
import type { MeasureResult, ReturnResult, ReturnTable } from '#shared/views.ts';
import type { ReadCell, ReadFile, ReadTable } from '#test/readers/read.ts';

type Compared = keyof NonNullable<MeasureResult['compare']>;
const all: readonly Compared[] = ['previous', 'lastYear', 'yearToDate', 'lastYearToDate'];

/** A number that is not told, or not known, has a sign in its place. */
const told = (value: number | null | undefined, kept: true | undefined, none: string) =>
  kept ? '[c]' : (value ?? none);

const partsIn = ({ splits = [] }: ReturnResult) =>
  splits.flatMap(({ by, groups }) => groups.map(({ key, measures }) => ({ by, key, measures })));

const inCsv = (result: ReturnResult, { tables: [table] }: ReadFile): void => {
  const lines = new Map(table?.rows.map((row) => [row.slice(1, 4).join(' | '), row.slice(4)]));
  const line = (...named: string[]) => lines.get(named.join(' | '));
  const empty = (value: number | null | undefined, kept?: true) => String(told(value, kept, ''));
  const measured = (part: string, m: MeasureResult) =>
    expect(line(part, m.id, m.title), `${part} ${m.id}`).toEqual([
      ...[m.value, m.numerator, m.denominator].map((value) => empty(value, m.kept)),
      m.display,
      empty(m.restsOn, m.kept),
      m.restsOnWhat,
      empty(m.blank, m.kept),
      m.definition,
      ...all.flatMap((key) => {
        const one = m.compare?.[key];
        return [empty(one?.value, one?.kept), empty(one?.change, one?.kept)];
      }),
      expect.any(String),
    ]);
  for (const m of result.measures) measured('All', m);
  for (const { by, key, measures } of partsIn(result)) for (const m of measures) measured(`${by}: ${key}`, m);
  for (const { id, title, rows } of result.tables) {
    const own = table?.rows.filter((row) => row[1] === title && row[2] === id).map((row) => row[7]) ?? [];
    const cells = rows.flat().map((cell) => String(cell ?? 'n/a'));
    expect(own.length > 0 || rows.length === 0, title).toBe(true);
    for (const cell of own) expect(cells, title).toContain(cell);
  }
};

const ofWorkbook = (display: string, value: number | null | undefined, kept: true | undefined) =>
  display === 'n/a' ? '[x]' : told(value, kept, '[x]');

/** What a cell of a table says as a number, where it is one. */
const numberIn = (cell: string | number | null, column: number): ReadCell => {
  if (cell === null || cell === 'n/a' || cell === '') return '[x]';
  const digits = String(cell).replaceAll(',', '').replace('−', '-');
  if (typeof cell === 'number' || column === 0 || !/^[-+]?\d+(\.\d+)?%?$/.test(digits)) return cell;
  return digits.endsWith('%') ? Number.parseFloat(digits) / 100 : Number(digits);
};

const inWorkbook = (result: ReturnResult, { tables }: ReadFile): void => {
  const titled = (title: string) => {
    const found = tables.find((table) => table.title.replace(/^Table \d+: /, '') === title);
    expect(found, title).toBeDefined();
    return found as ReadTable;
  };
  const figures = titled('Figures of the whole').rows;
  result.measures.forEach((m, i) => {
    const beside = all.flatMap((key) => {
      const one = m.compare?.[key];
      const shown = ofWorkbook(one?.display ?? 'n/a', one?.value, one?.kept);
      const changed = one?.kept || m.kept ? '[c]' : (one?.change ?? '[x]');
      return key === 'yearToDate' ? [shown] : [shown, changed];
    });
    expect(figures[i]?.slice(1, 2), m.id).toEqual([ofWorkbook(m.display, m.value, m.kept)]);
    expect(figures[i]?.slice(3, 6), m.id).toEqual([
      told(m.numerator, m.kept, '[z]'),
      told(m.denominator, m.kept, '[z]'),
      told(m.restsOn, m.kept, ''),
    ]);
    expect(figures[i]?.slice(8), m.id).toEqual(beside);
  });
  for (const { by, groups } of result.splits ?? []) {
    const table = tables.find(
      ({ head }) => head[1] === 'Measure' && head[0]?.toLowerCase().startsWith(by.slice(0, 3).toLowerCase()),
    );
    expect(
      table?.rows.map((row) => [row[0], row[1], row[2]]),
      by,
    ).toEqual(
      groups.flatMap(({ key, measures }) =>
        measures.map((m) => [key, m.title, ofWorkbook(m.display, m.value, m.kept)]),
      ),
    );
  }
  for (const { title, rows } of result.tables)
    if (rows.length > 0) expect(titled(title).rows, title).toEqual(rows.map((row) => row.map(numberIn)));
};

const shown = (cell: string | number | null): string =>
  typeof cell === 'number' ? count(cell) : (cell ?? 'n/a');

const inPage = (result: ReturnResult, { tables }: ReadFile): void => {
  const rowsOf = (title: string) =>
    tables.filter((table) => table.title === title).flatMap(({ rows }) => rows);
  const everyRow = tables
    .filter(({ head }) => head[0] === 'Measure' && head[1] === 'Figure')
    .flatMap(({ rows }) => rows);
  for (const m of result.measures) {
    const row = everyRow.find(([title]) => title === m.title);
    expect(row?.[1], m.id).toBe(m.display);
    for (const cell of row?.slice(2) ?? [])
      expect(
        all.some((key) => String(cell).startsWith(m.compare?.[key].display ?? 'n/a')),
        `${m.id}: ${cell}`,
      ).toBe(true);
  }
  const sideBySide = tables.filter(({ head }) => head[0] === 'Measure');
  for (const { key, measures } of partsIn(result))
    for (const m of measures) {
      const cells = sideBySide.flatMap(({ head, rows }) => {
        const at = head.indexOf(key);
        return at < 0 ? [] : rows.filter(([title]) => title === m.title).map((row) => row[at]);
      });
      expect(cells, `${key} ${m.id}`).toContain(m.display);
    }
  const beside = new Set(tablesBeside(result));
  const charts = new Map(chartsOf(result).map(({ name, chart }) => [name, chart]));
  const table = (one: ReturnTable) => {
    const chart = charts.get(one.id);
    if (beside.has(one) || !chart)
      return expect(rowsOf(one.title), one.title).toEqual(one.rows.map((row) => row.map(shown)));
    return expect(rowsOf(chart.title), chart.title).toEqual(chartTable(chart).rows);
  };
  for (const one of result.tables) if (one.rows.length > 0) table(one);
  for (const { chart } of chartsOf(result))
    expect(rowsOf(chart.title), chart.title).toEqual(expect.arrayContaining(chartTable(chart).rows));
};

const inJson = (result: ReturnResult, { text }: ReadFile): void => {
  const { measures, splits, tables, checks } = JSON.parse(text) as ReturnResult;
  expect({ measures, splits, tables }).toEqual({
    measures: result.measures,
    splits: result.splits,
    tables: result.tables,
  });
  expect(checks.map(({ detail }) => detail)).toEqual(result.checks.map(({ detail }) => detail));
};

/** Holds every number that a file tells against what was computed. */
export const everyNumber = {
  json: inJson,
  csv: inCsv,
  html: inPage,
  docx: inPage,
  ods: inWorkbook,
  xlsx: inWorkbook,
} as const;
