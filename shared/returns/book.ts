import { capital } from '#shared/text.ts';
import type { MeasureResult, ReturnResult, ReturnTable } from '#shared/views.ts';
import type { WorkCell, WorkSheet } from '#shared/workbook.ts';
import { returnNames } from './names.ts';

/**
 * A return as a workbook after the Analysis Function's guidance on statistics in spreadsheets: a cover, contents and
 * notes, then one table to a sheet with its title above it, marked up as a table, without an empty cell, and with
 * numbers that are numbers.
 */
export const bookOf = (result: ReturnResult, made: string): WorkSheet[] => {
  const tables = tablesOf(result).map((table, i) => ({ ...table, name: String(i + 1) }));
  return [coverOf(result, made), contentsOf(tables), notesOf(result), ...tables.map(sheetOf)];
};

/** Stands where nothing is known or nothing could be divided by: a cell left empty would be asked about. */
const unknown = '[x]';

type Told = { title: string; note?: string | undefined; head: readonly string[]; rows: WorkCell[][] };

const titleOf = ({ return: kind, period, body }: ReturnResult): string =>
  `${returnNames[kind]}, ${period.label}: ${body}`;

const coverOf = (result: ReturnResult, made: string): WorkSheet => ({
  name: 'Cover',
  above: [
    titleOf(result),
    ...(result.notice ? [result.notice] : []),
    `Period: ${result.period.label} (${result.period.from} to ${result.period.to}).`,
    `Made on ${made} from the records of the office.`,
    'The contents name each table and the sheet on which it stands. The notes say how each figure is defined.',
    'Percentages are rounded half up from whole counts. Where something is not known, or a percentage would be of nothing, a cell says [x].',
  ],
  head: [],
  widths: [100],
  rows: [],
});

const contentsOf = (tables: readonly (Told & { name: string })[]): WorkSheet => ({
  name: 'Contents',
  above: ['Contents', 'This sheet has one table. Each line leads to the sheet it names.'],
  head: ['Sheet', 'Table'],
  widths: [12, 90],
  rows: [
    ['Notes', 'How each figure is defined'],
    ...tables.map(({ name, title }): WorkCell[] => [name, title]),
  ],
  leads: ['Notes', ...tables.map(({ name }) => name)],
  table: 'Contents',
});

const notesOf = ({ measures, tables }: ReturnResult): WorkSheet => ({
  name: 'Notes',
  above: ['Notes', 'This sheet has one table. It says how each figure is defined.'],
  head: ['Of', 'Note'],
  widths: [45, 100],
  rows: [
    ...measures.map(({ title, definition }): WorkCell[] => [title, definition]),
    ...tables.flatMap(({ title, note }): WorkCell[][] => (note ? [[title, note]] : [])),
  ],
  table: 'Notes',
});

const sheetOf = ({ name, title, note, head, rows }: Told & { name: string }): WorkSheet => ({
  name,
  above: [
    `Table ${name}: ${title}`,
    'This sheet has one table. Where nothing is known a cell says [x].',
    ...(note ? [note] : []),
  ],
  head: distinct(head),
  widths: head.map((words, i) => Math.max(i === 0 ? 45 : 14, Math.min(words.length + 2, 30))),
  rows,
  table: `Table_${name}`,
});

/** No two columns of a marked-up table may be called the same. */
const distinct = (head: readonly string[]): string[] =>
  head.map((words, i) => (head.indexOf(words) === i ? words : `${words} (${i + 1})`));

const tablesOf = (result: ReturnResult): Told[] => [
  { title: 'Figures of the whole', ...figuresOf(result.measures) },
  ...(result.groups ?? []).map(({ key, measures }) => ({
    title: `Figures of ${key}`,
    ...figuresOf(measures),
  })),
  ...result.tables.filter(({ rows }) => rows.length > 0).map(toldOf),
  ...(result.checks.length > 0 ? [checksOf(result)] : []),
];

const compared = [
  ['previous', 'Period before'],
  ['lastYear', 'Same period a year before'],
  ['yearToDate', 'Year to date'],
  ['lastYearToDate', 'Year to date a year before'],
] as const;

const figuresOf = (measures: readonly MeasureResult[]): Pick<Told, 'head' | 'rows'> => {
  const sample = measures.find(({ compare }) => compare)?.compare;
  return {
    head: [
      'Measure',
      'Figure',
      'Unit',
      'Numerator',
      'Denominator',
      'Rests on',
      'Of what',
      'Not known in',
      ...(sample
        ? compared.flatMap(([key, name]) => {
            const named = `${name} (${sample[key].period.label})`;
            return key === 'yearToDate' ? [named] : [named, `Change from ${named}`];
          })
        : []),
    ],
    rows: measures.map((m) => [
      m.title,
      figure(m.value, m.display),
      m.unit === 'count' ? 'number' : m.unit,
      m.numerator ?? unknown,
      m.denominator ?? unknown,
      m.restsOn,
      m.restsOnWhat,
      m.blank,
      ...(sample
        ? compared.flatMap(([key]): WorkCell[] => {
            const one = m.compare?.[key];
            const shown = one ? figure(one.value, one.display) : unknown;
            return key === 'yearToDate' ? [shown] : [shown, one?.changeDisplay || unknown];
          })
        : []),
    ]),
  };
};

/** A figure with as many places as it is shown with. */
const figure = (value: number | null, display: string): WorkCell => {
  if (value === null) return unknown;
  const digits = /\.(\d+)/.exec(display)?.[1]?.length ?? 0;
  return display.endsWith('%') ? { share: value, digits } : { number: value, digits };
};

const toldOf = ({ title, columns, rows, note }: ReturnTable): Told => ({
  title,
  note,
  head: columns.map(capital),
  rows: rows.map((row) => row.map(cellOf)),
});

const cellOf = (value: string | number | null): WorkCell => {
  if (value === null || value === '' || value === 'n/a') return unknown;
  if (typeof value === 'number') return value;
  const number = /^(-?\d+)(?:\.(\d+))?(%?)$/.exec(value);
  if (!number) return value;
  const digits = number[2]?.length ?? 0;
  const read = Number.parseFloat(value);
  return number[3] ? { share: read / 100, digits: digits } : { number: read, digits };
};

const checksOf = ({ checks }: ReturnResult): Told => ({
  title: 'Checks made before this was given out',
  head: ['Check', 'Result', 'What was found'],
  rows: checks.map(({ title, ok, detail }) => [title, ok ? 'holds' : 'to be looked at', detail]),
});
