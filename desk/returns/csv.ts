import { stringify } from 'csv-stringify/sync';
import { type GivenReturn, noticeOf, reasonsFor, standingOf, titleOf } from '#shared/returns/given.ts';
import { keptBack } from '#shared/returns/keep-back.ts';
import type { MeasureResult, ReturnResult, ReturnTable } from '#shared/views.ts';
import { safeCsv } from '../csv.ts';

type Cell = string | number;

const head = [
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
];

const cellsOf = (m: MeasureResult): Cell[] => {
  const known = (value: number | null | undefined) => value ?? (m.kept ? keptBack : '');
  return [
    m.id,
    m.title,
    known(m.value),
    known(m.numerator),
    known(m.denominator),
    m.display,
    m.kept ? keptBack : m.restsOn,
    m.restsOnWhat,
    m.kept ? keptBack : m.blank,
    m.definition,
  ];
};

/** A return as a file: a line for each figure, of the whole and of every part. */
export const returnAsCsv = ({ period, notice, measures, groups = [] }: ReturnResult): string => {
  const marked = notice ? [notice] : [];
  const line = (part: string) => (m: MeasureResult) => [period.label, part, ...cellsOf(m), ...marked];
  return stringify(
    [
      [...head, ...(notice ? ['notice'] : [])],
      ...measures.map(line('All')),
      ...groups.flatMap((group) => group.measures.map(line(group.key))),
    ],
    safeCsv,
  );
};

const beside = ['previous', 'lastYear', 'yearToDate', 'lastYearToDate'] as const;
const besideHead = ['period_before', 'same_period_last_year', 'year_to_date', 'year_to_date_a_year_before'];

const comparisonsOf = ({ compare }: MeasureResult): Cell[] =>
  beside.flatMap((key): Cell[] => {
    const one = compare?.[key];
    const none = one?.kept ? keptBack : '';
    return [one?.value ?? none, one?.change ?? none];
  });

const noFigure = ['', '', ''];

const isWords = (cell: string | number | null | undefined): boolean =>
  typeof cell === 'string' && !/^[-−+]?[\d,.]+%?$|^n\/a$|^\[.\]$/.test(cell);

/** By how many of its first columns the rows of a table are known. */
const namedBy = ({ columns, rows }: ReturnTable): number => {
  const figures = columns.findIndex((_, i) => i > 0 && !rows.every((row) => isWords(row[i])));
  return Math.max(1, figures);
};

/** A cell of a table as a line: the row it stands in, its column, and what it says. */
const tableLines = (table: ReturnTable): Cell[][] => {
  const names = namedBy(table);
  return table.rows.flatMap((row) =>
    row
      .slice(names)
      .map((cell, i): Cell[] => [
        table.title,
        table.id,
        `${row.slice(0, names).join(', ')}: ${table.columns[names + i]}`,
        ...[typeof cell === 'number' ? cell : '', '', '', cell ?? 'n/a', '', '', '', ''],
      ]),
  );
};

/**
 * A return as it was signed, or its draft, as one table: its figures and those of each split with what they are compared
 * with, the cells of its tables, what checks found, and the words and links that belong to it.
 */
export const givenAsCsv = (given: GivenReturn): string => {
  const { result, sections, links } = given;
  const said = (part: string, id: string, title: string, text: string, more = ''): Cell[] => [
    ...[part, id, title, ...noFigure, text, '', '', '', more],
  ];
  const figures = (part: string) => (m: MeasureResult) => [part, ...cellsOf(m), ...comparisonsOf(m)];
  const splits = [
    ...(result.groups ? [{ by: result.by, groups: result.groups }] : []),
    ...(result.splits ?? []),
  ];
  const lines: Cell[][] = [
    ...standingOf(given).map((text) => said('About', 'about', titleOf(given), text)),
    ...result.measures.map(figures('All')),
    ...splits.flatMap(({ by, groups }) =>
      groups.flatMap(({ key, measures }) => measures.map(figures(`${by}: ${key}`))),
    ),
    ...result.tables.flatMap(tableLines),
    ...result.checks.map((check) =>
      said(
        'Checks',
        check.id,
        check.title,
        check.ok ? 'holds' : 'to be looked at',
        [check.detail, ...reasonsFor(given, check)].join('\n'),
      ),
    ),
    ...sections.map(({ id, title, text }) => said('Words', id, title, text)),
    ...links.map(({ title, address }) => said('Links', 'link', title, address)),
  ];
  const whole = [...head, ...besideHead.flatMap((name) => [name, `${name}_change`]), 'notice'];
  const filled = (cells: Cell[]) => [...cells, ...Array(whole.length - 2 - cells.length).fill('')];
  const notice = noticeOf(given) ?? '';
  return stringify(
    [whole, ...lines.map((cells) => [result.period.label, ...filled(cells), notice])],
    safeCsv,
  );
};
