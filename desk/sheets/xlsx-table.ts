import { fail, ok, type Result } from '#shared/result.ts';
import type { Cell, CellRow, CellTable } from '#shared/sheets/cells.ts';
import { addDays } from '#shared/times.ts';
import { readXml } from './xml.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Far more than a sheet has rows or columns. */
const mostRows = 5_000;
const mostColumns = 200;
const mostText = 32_767;

/** The formats that are dates without saying so (ECMA-376, 18.8.30). */
const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const isDateFormat = (code: string): boolean => /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** The days of a spreadsheet begin with 1900, whose February it believes had 29; some begin with 1904. */
const dayOf = (serial: number, from1904: boolean): string | undefined => {
  const days = Math.floor(serial) + (from1904 ? 1_462 : 0);
  return days >= 61 && days <= 109_574 ? addDays('1899-12-30', days) : undefined;
};

const textsIn = (bytes: Uint8Array): Result<string[], string> => {
  const texts: string[] = [];
  let now: string | undefined;
  let reading = false;
  let phonetic = 0;
  const read = readXml(bytes, {
    open: (name) => {
      if (name === 'si') now = '';
      if (name === 'rPh') phonetic += 1;
      reading = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 'si') texts.push(now ?? '');
      if (name === 'rPh') phonetic -= 1;
      reading = false;
    },
    text: (text) => {
      if (reading && now !== undefined && now.length < mostText) now += text;
    },
  });
  return read.ok ? ok(texts) : read;
};

/** For each style of a cell whether it shows a number as a date. */
const datesIn = (bytes: Uint8Array): Result<boolean[], string> => {
  const own = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  const read = readXml(bytes, {
    open: (name, attribute) => {
      const id = Number(attribute('numFmtId'));
      if (name === 'numFmt') own.set(id, attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells)
        dates.push(own.has(id) ? isDateFormat(own.get(id) ?? '') : dateFormats.has(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return read.ok ? ok(dates) : read;
};

/** A column by its letters: A is 0. */
const columnAt = (reference: string): number =>
  [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) -
  1;

type Book = { texts: readonly string[]; dates: readonly boolean[]; from1904: boolean };
type Raw = { type: string; style: number; value: string; inline: string; formula: boolean };

const cellOf = (
  { type, style, value, inline, formula }: Raw,
  { texts, dates, from1904 }: Book,
): Cell | undefined => {
  if (formula) return { kind: 'formula' };
  if (type === 'e') return { kind: 'error' };
  const text = type === 's' ? (texts[Number(value)] ?? '') : type === 'inlineStr' ? inline : value;
  if (text.trim() === '') return undefined;
  if (type === 'd') return { kind: 'date', date: text.slice(0, 10) };
  if (type === 's' || type === 'inlineStr' || type === 'str') return { kind: 'text', text };
  const number = Number(text);
  if (type === 'b' || !Number.isFinite(number)) return { kind: 'text', text };
  const date = dates[style] ? dayOf(number, from1904) : undefined;
  return date ? { kind: 'date', date } : { kind: 'number', value: number, text };
};

const rowsIn = (bytes: Uint8Array, book: Book): Result<CellTable, string> => {
  const rows: CellRow[] = [];
  let cells: (Cell | undefined)[] = [];
  let at = 0;
  let row = 0;
  let raw: Raw | undefined;
  let into: 'value' | 'inline' | undefined;
  const read = readXml(bytes, {
    open: (name, attribute) => {
      if (name === 'row') {
        row = Number(attribute('r')) || row + 1;
        cells = [];
        at = -1;
      } else if (name === 'c') {
        const reference = attribute('r');
        at = reference ? columnAt(reference) : at + 1;
        const style = Number(attribute('s') ?? 0);
        raw = { type: attribute('t') ?? 'n', style, value: '', inline: '', formula: false };
      } else if (name === 'f' && raw) raw.formula = true;
      else if (name === 'v') into = 'value';
      else if (name === 't' && raw) into = 'inline';
    },
    close: (name) => {
      if (name === 'v' || name === 't') into = undefined;
      if (name === 'c' && raw) {
        if (at >= 0 && at < mostColumns && rows.length < mostRows) cells[at] = cellOf(raw, book);
        raw = undefined;
      }
      if (name === 'row' && rows.length < mostRows && cells.some(Boolean))
        rows.push({ row, cells: Array.from(cells) });
    },
    text: (text) => {
      if (raw && into && raw[into].length < mostText) raw[into] += text;
    },
  });
  return read.ok ? ok(rows) : read;
};

/** The tables of a workbook, one for each sheet, in the order of their parts. Formulas are marked and never worked out. */
export const xlsxTables = (parts: Parts): Result<CellTable[], string> => {
  const workbook = parts.get('xl/workbook.xml');
  if (!workbook) return fail('it is not a workbook.');
  let from1904 = false;
  const read = readXml(workbook, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
    },
  });
  const [strings, styles] = [parts.get('xl/sharedStrings.xml'), parts.get('xl/styles.xml')];
  const texts = strings ? textsIn(strings) : ok([]);
  const dates = styles ? datesIn(styles) : ok([]);
  if (!read.ok) return read;
  if (!texts.ok) return texts;
  if (!dates.ok) return dates;
  const book = { texts: texts.value, dates: dates.value, from1904 };
  const tables: CellTable[] = [];
  for (const name of [...parts.keys()].filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one)).sort()) {
    const table = rowsIn(parts.get(name) as Uint8Array, book);
    if (!table.ok) return table;
    tables.push(table.value);
  }
  return ok(tables);
};
