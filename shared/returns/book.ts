import type { WorkCell, WorkSheet } from '#shared/workbook.ts';
import { notApplicable, type Told, tablesOf } from './book-tables.ts';
import { type GivenReturn, isDraft, noticeOf, standingOf, titleOf } from './given.ts';
import { shorthand } from './keep-back.ts';

/**
 * A return as a workbook after the Analysis Function's guidance on statistics in spreadsheets: a cover, contents and
 * notes, then one table to a sheet with its title above it, marked up as a table, without an empty cell, and with
 * numbers that are numbers and days that are days.
 */
export const returnBook = (given: GivenReturn, made: string): WorkSheet[] => {
  const notice = noticeOf(given);
  const tables = tablesOf(given).map((table, i) => ({ ...table, name: String(i + 1) }));
  const sheets = [contentsOf(tables), notesOf(given), ...tables.map(sheetOf)];
  // What must stand on every page stands above every table, since each sheet may be printed alone.
  return [coverOf(given, made), ...sheets.map((sheet) => marked(sheet, notice))];
};

const marked = (sheet: WorkSheet, notice: string | null): WorkSheet =>
  notice === null ? sheet : { ...sheet, above: [...sheet.above, notice] };

const coverOf = (given: GivenReturn, made: string): WorkSheet => {
  const { period, body } = given.result;
  const notice = noticeOf(given);
  const signed = given.standing !== null && !isDraft(given);
  return {
    name: 'Cover',
    above: [
      `${titleOf(given)}: ${body}`,
      ...(notice ? [notice] : []),
      `Period: ${period.label} (${period.from} to ${period.to}).`,
      ...standingOf(given),
      signed
        ? `This file was made on ${made} from what was signed off.`
        : `Made on ${made} from the records of the office.`,
      'The contents name each table and the sheet on which it stands. The notes say how each figure is defined.',
      'Percentages are rounded half up from whole counts.',
    ],
    head: [],
    widths: [100],
    rows: [],
  };
};

const contentsOf = (tables: readonly (Told & { name: string })[]): WorkSheet => ({
  name: 'Contents',
  above: ['Contents', 'This sheet has one table. Each line leads to the sheet it names.'],
  head: ['Sheet', 'Table'],
  widths: [12, 90],
  rows: [
    ['Notes', 'How each figure is defined, and what signs in cells mean'],
    ...tables.map(({ name, title }): WorkCell[] => [name, title]),
  ],
  leads: ['Notes', ...tables.map(({ name }) => name)],
  table: 'Contents',
});

const signs = { ...shorthand, [notApplicable]: 'not applicable: the column says nothing of this row' };

const notesOf = ({ result: { measures, tables } }: GivenReturn): WorkSheet => ({
  name: 'Notes',
  above: [
    'Notes',
    'This sheet has one table. It says what the signs in cells mean, and how each figure is defined.',
  ],
  head: ['Of', 'Note'],
  widths: [45, 100],
  rows: [
    ...Object.entries(signs).map(([sign, means]): WorkCell[] => [`The sign ${sign}`, means]),
    ...measures.map(({ title, definition }): WorkCell[] => [title, definition]),
    ...tables.flatMap(({ title, note }): WorkCell[][] => (note ? [[title, note]] : [])),
  ],
  table: 'Notes',
});

const says = (words: string, rows: Told['rows']): boolean => rows.some((row) => row.includes(words));

/** The signs that stand in a table, each with its meaning. */
const signsIn = (rows: Told['rows']): string =>
  Object.entries(signs)
    .filter(([sign]) => says(sign, rows))
    .map(([sign, means]) => `${sign} stands for ${means}.`)
    .join(' ');

const sheetOf = ({ name, title, note, head, rows }: Told & { name: string }): WorkSheet => ({
  name,
  above: [
    `Table ${name}: ${title}`,
    `This sheet has one table. ${signsIn(rows)}`.trim(),
    ...(note ? [note] : []),
  ],
  head: distinct(head),
  widths: head.map((words, i) => widthOf(words, i, rows)),
  rows,
  table: `Table_${name}`,
});

const widthOf = (words: string, column: number, rows: Told['rows']): number => {
  const longest = Math.max(...rows.map((row) => (typeof row[column] === 'string' ? row[column].length : 0)));
  const least = column === 0 ? 30 : 14;
  return Math.max(least, Math.min(words.length + 2, 30), Math.min(longest + 2, 60));
};

/** No two columns of a marked-up table may be called the same, in whatever case; each name is one line. */
const distinct = (head: readonly string[]): string[] => {
  const names = head.map((words) => words.replaceAll(/\s+/g, ' ').trim());
  const first = (words: string) => names.findIndex((one) => one.toLowerCase() === words.toLowerCase());
  return names.map((words, i) => (first(words) === i ? words : `${words} (${i + 1})`));
};
