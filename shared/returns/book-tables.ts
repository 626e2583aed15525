import { capital } from '#shared/text.ts';
import type { MeasureResult, ReturnTable } from '#shared/views.ts';
import type { WorkCell } from '#shared/workbook.ts';
import { isDay } from './cells.ts';
import { dimensionNames } from './dimensions.ts';
import { type GivenReturn, reasonsFor } from './given.ts';
import { keptBack, notKnown } from './keep-back.ts';

/** Stands where a column has nothing to say of a row, as a count has no denominator. */
export const notApplicable = '[z]';

/** A table as it stands on a sheet of its own. */
export type Told = {
  title: string;
  note?: string | undefined;
  head: readonly string[];
  rows: readonly (readonly WorkCell[])[];
};

const compared = [
  ['previous', 'Period before'],
  ['lastYear', 'Same period a year before'],
  ['yearToDate', 'Year to date'],
  ['lastYearToDate', 'Year to date a year before'],
] as const;

/** A figure with as many places as it is shown with. */
const figure = (value: number | null, display: string, kept: boolean | undefined): WorkCell => {
  if (kept) return keptBack;
  if (value === null) return notKnown;
  const digits = /\.(\d+)/.exec(display)?.[1]?.length ?? 0;
  return display.endsWith('%') ? { share: value, digits } : { number: value, digits };
};

const measureHead = [
  'Measure',
  'Figure',
  'Unit',
  'Numerator',
  'Denominator',
  'Rests on',
  'Of what',
  'Not known in',
];

const measureCells = (m: MeasureResult): WorkCell[] => {
  const part = (value: number | undefined) => value ?? (m.kept ? keptBack : notApplicable);
  return [
    m.title,
    figure(m.value, m.display, m.kept),
    m.unit === 'count' ? 'number' : m.unit,
    part(m.numerator),
    part(m.denominator),
    m.kept ? keptBack : m.restsOn,
    m.restsOnWhat,
    m.kept ? keptBack : m.blank,
  ];
};

const figuresOf = (title: string, measures: readonly MeasureResult[]): Told => {
  const sample = measures.find(({ compare }) => compare)?.compare;
  const named = (key: (typeof compared)[number][0], name: string) =>
    `${name} (${sample?.[key].period.label})`;
  return {
    title,
    head: [
      ...measureHead,
      ...(sample
        ? compared.flatMap(([key, name]) =>
            key === 'yearToDate' ? [named(key, name)] : [named(key, name), `Change from ${named(key, name)}`],
          )
        : []),
    ],
    rows: measures.map((m) => [
      ...measureCells(m),
      ...(sample
        ? compared.flatMap(([key]): WorkCell[] => {
            const one = m.compare?.[key];
            const shown = one ? figure(one.value, one.display, one.kept) : notApplicable;
            if (key === 'yearToDate') return [shown];
            return [shown, one?.kept ? keptBack : m.kept ? keptBack : changeOf(m, one?.change)];
          })
        : []),
    ]),
  };
};

/** Points of a share, or so many more or fewer: a number, with the places it has. */
const changeOf = (m: MeasureResult, change: number | null | undefined): WorkCell => {
  if (change === null || change === undefined) return notKnown;
  return { number: change, digits: m.unit === 'count' && Number.isInteger(change) ? 0 : 1 };
};

type Split = {
  by: keyof typeof dimensionNames;
  groups: readonly { key: string; measures: MeasureResult[] }[];
};

/** Each figure of each part in a line of its own, so that it can be sorted and filtered. */
const splitOf = ({ by, groups }: Split): Told => ({
  title: `Figures ${dimensionNames[by].by}`,
  head: [dimensionNames[by].one, ...measureHead],
  rows: groups.flatMap(({ key, measures }) => measures.map((m): WorkCell[] => [key, ...measureCells(m)])),
});

const isNothing = (value: unknown): boolean => value === null || value === '' || value === 'n/a';

/** A column is one of days where everything in it is one. */
const hasDays = (rows: ReturnTable['rows'], column: number): boolean => {
  const said = rows.map((row) => row[column]).filter((value) => !isNothing(value));
  return said.length > 0 && said.every((value) => isDay(value));
};

const tableOf = ({ title, columns, rows, note }: ReturnTable): Told => {
  const days = columns.map((_, i) => hasDays(rows, i));
  return {
    title,
    note,
    head: columns.map(capital),
    rows: rows.map((row) =>
      row.map((value, i) => (days[i] && isDay(value) ? { date: value } : cellOf(value, i))),
    ),
  };
};

/** What stands in a table: a number where it is written like one, but for the name of its row. */
const cellOf = (value: string | number | null, column: number): WorkCell => {
  if (value === null || isNothing(value)) return notKnown;
  if (typeof value === 'number' || column === 0) return value;
  const number = /^([-−+]?)((?:\d{1,3}(?:,\d{3})+)|\d+)(?:\.(\d+))?(%?)$/.exec(value);
  if (!number) return value;
  const [, sign, whole = '', fraction = '', share] = number;
  const read = Number(
    `${sign === '-' || sign === '−' ? '-' : ''}${whole.replaceAll(',', '')}.${fraction || '0'}`,
  );
  return share ? { share: read / 100, digits: fraction.length } : { number: read, digits: fraction.length };
};

/** A line for each reason, as each is as long as a cell can hold. */
const checksOf = (given: GivenReturn): Told => {
  const asked = given.standing !== null;
  return {
    title: 'Checks made before this was given out',
    head: ['Check', 'Result', 'What was found', ...(asked ? ['Why it stays so'] : [])],
    rows: given.result.checks.flatMap((check): WorkCell[][] => {
      const cells = [check.title, check.ok ? 'holds' : 'to be looked at', check.detail];
      const reasons = reasonsFor(given, check);
      if (!asked) return [cells];
      return (reasons.length > 0 ? reasons : [notApplicable]).map((reason) => [...cells, reason]);
    }),
  };
};

/** A text in pieces that a cell can hold: paragraphs, each with the heading it stands under. */
const wordsOf = ({ sections, links }: GivenReturn): Told => ({
  title: 'What the office says',
  head: ['Heading', 'Words'],
  rows: [
    ...sections.flatMap(({ title, text }) =>
      text.split(/\n{2,}/).flatMap((one): WorkCell[][] => (one.trim() === '' ? [] : [[title, one.trim()]])),
    ),
    ...links.map(({ title, address }): WorkCell[] => [`Read more: ${title}`, address]),
  ],
});

/** The tables of a return, each for a sheet of its own; those without a row are left out. */
export const tablesOf = (given: GivenReturn): Told[] => {
  const { result } = given;
  return [
    wordsOf(given),
    figuresOf('Figures of the whole', result.measures),
    ...(result.by && result.groups ? [splitOf({ by: result.by, groups: result.groups })] : []),
    ...(result.splits ?? []).map(splitOf),
    ...result.tables.map(tableOf),
    checksOf(given),
  ].filter(({ rows }) => rows.length > 0);
};
