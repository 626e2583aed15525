import type { SuiteSheet } from '#shared/records/suite-sheet.ts';
import { parseDate, parseDayWords } from '#shared/times.ts';
import { type Cell, type CellTable, cellText } from './cells.ts';
import { columnOf, type SheetColumn, sheetColumns } from './columns.ts';

/** What a row says of a concern: what was done, by whom, and the day it was done or is planned for. */
export type SheetAnswer = { done: string; by: string; on?: string | undefined };

/** A row of the file that says something: taken, or left with the reason why. */
export type MatchedRow = {
  row: number;
  reference: string;
  concern: string | null;
  answer: SheetAnswer | null;
  refused: string | null;
};

export type Matched = {
  rows: MatchedRow[];
  /** Rows of the sheet that the file has and leaves empty, and those that it does not have. */
  empty: string[];
  missing: string[];
};

/** What is known of a concern of the sheet: why no answer to it is taken from a sheet any more. */
export type SheetConcern = { id: string; reference: string; closed?: string | undefined };

/** A longer answer is a letter, not a row. */
const longest = 10_000;
const longestName = 200;

type Columns = Partial<Record<SheetColumn, number>>;

const columnsIn = (cells: readonly (Cell | undefined)[]): { columns: Columns; twice: SheetColumn[] } => {
  const columns: Columns = {};
  const twice: SheetColumn[] = [];
  for (const [at, cell] of cells.entries()) {
    const id = cell?.kind === 'text' ? columnOf(cell.text) : undefined;
    if (!id) continue;
    if (columns[id] === undefined) columns[id] = at;
    else twice.push(id);
  }
  return { columns, twice };
};

const titleOf = (id: SheetColumn): string => sheetColumns.find((one) => one.id === id)?.title ?? id;

/** Where the table begins: the first row with both headings that an answer needs. */
const headingsOf = (table: CellTable) => {
  for (const [at, { cells }] of table.entries()) {
    const { columns, twice } = columnsIn(cells);
    if (columns.number !== undefined && columns.done !== undefined) return { at, columns, twice };
  }
  return undefined;
};

/** Whether a table is a monthly sheet at all. */
export const isSheetTable = (table: CellTable): boolean => headingsOf(table) !== undefined;

/** A number as people copy it: spaces, dashes and small letters are nothing. */
const plainNumber = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const readDay = (cell: Cell | undefined): string | undefined =>
  cell?.kind === 'date' ? cell.date : (parseDate(cellText(cell)) ?? parseDayWords(cellText(cell)));

/** What a row says, or why it is not taken. */
const readRow = (
  cells: readonly (Cell | undefined)[],
  columns: Columns,
): SheetAnswer | string | undefined => {
  const at = (id: SheetColumn) => (columns[id] === undefined ? undefined : cells[columns[id]]);
  const asked = (['done', 'by', 'on'] as const).map((id) => ({ id, cell: at(id) }));
  const formula = asked.find(({ cell }) => cell?.kind === 'formula');
  if (formula) return `“${titleOf(formula.id)}” is a formula, and formulas are not read. Type the words.`;
  const error = asked.find(({ cell }) => cell?.kind === 'error');
  if (error) return `“${titleOf(error.id)}” holds an error of the spreadsheet.`;
  const [done, by, on] = [cellText(at('done')), cellText(at('by')), cellText(at('on'))];
  if (done === '' && by === '' && on === '') return undefined;
  if (done === '') return 'It does not say what was done.';
  if (done.length > longest) return `What was done has more than ${longest} characters. Ask for a letter.`;
  if (by.length > longestName) return `By whom has more than ${longestName} characters.`;
  const day = on === '' ? undefined : readDay(at('on'));
  if (on !== '' && !day) return `“${on.slice(0, 40)}” is not a date that can be read. Write it as 3/11/2022.`;
  return { done, by, ...(day && { on: day }) };
};

/**
 * What a file that came back says of the concerns of a sheet: columns by their headings wherever they moved, rows by
 * the number of the concern. Every row that says something is taken or refused with a reason; nothing is guessed.
 * Gives a sentence where the file is no such sheet.
 */
export const matchSheet = (
  table: CellTable,
  concerns: readonly SheetConcern[],
): Matched | { sentence: string } => {
  const found = headingsOf(table);
  if (!found) return { sentence: 'it has no table with the headings “Number” and “What was done”.' };
  const { at, columns, twice } = found;
  if (twice.length > 0)
    return { sentence: `it has more than one column “${titleOf(twice[0] as SheetColumn)}”.` };
  const known = new Map(concerns.map((one) => [plainNumber(one.reference), one]));
  const seen = new Set<string>();
  const rows: MatchedRow[] = [];
  for (const { row, cells } of table.slice(at + 1)) {
    const cell = cells[columns.number as number];
    const reference = cellText(cell);
    const concern = known.get(plainNumber(reference));
    const said = readRow(cells, columns);
    if (concern) seen.add(concern.id);
    if (said === undefined) continue;
    const refused =
      typeof said === 'string'
        ? said
        : cell?.kind === 'formula'
          ? 'Its number is a formula, and formulas are not read.'
          : reference === ''
            ? 'It has no number.'
            : !concern
              ? 'No concern with this number stands on this sheet.'
              : (concern.closed ?? null);
    rows.push({
      row,
      reference: reference.slice(0, 60),
      concern: concern?.id ?? null,
      answer: typeof said === 'string' ? null : said,
      refused,
    });
  }
  const answered = Map.groupBy(
    rows.filter(({ concern }) => concern !== null),
    ({ concern }) => concern,
  );
  const judged = rows.map((one) => {
    const same = one.concern === null ? [] : (answered.get(one.concern) ?? []);
    return same.length > 1 && !one.refused
      ? { ...one, refused: `It is answered more than once in this file: in rows ${rowsOf(same)}.` }
      : one;
  });
  return {
    rows: judged,
    empty: concerns.filter(({ id }) => seen.has(id) && !answered.has(id)).map(({ reference }) => reference),
    missing: concerns.filter(({ id }) => !seen.has(id)).map(({ reference }) => reference),
  };
};

const list = new Intl.ListFormat('en-GB');
const rowsOf = (rows: readonly { row: number }[]): string => list.format(rows.map(({ row }) => String(row)));

/** The answer as it is kept with the concern: a day that was given stands with the words. */
export const answerWords = ({ done, on }: SheetAnswer, dayWords: (date: string) => string): string =>
  on ? `${done}\n\nDone or planned for: ${dayWords(on)}` : done;

/** Those on a sheet that were not answered by its day: silence is counted, not overlooked. */
export const isSilent = (sheet: Pick<SuiteSheet, 'due'>, answered: boolean, today: string): boolean =>
  !answered && sheet.due < today;
