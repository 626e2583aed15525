import { type Block, heading, paragraph } from '#shared/letters/document.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import type { MeasureResult, ReturnGroup, ReturnTable } from '#shared/views.ts';
import { cellWords } from './cells.ts';
import { dimensionNames } from './dimensions.ts';

type Compared = NonNullable<MeasureResult['compare']>;
type Beside = readonly [keyof Compared, string];

const shortly = [
  ['previous', 'Period before'],
  ['lastYear', 'Same period last year'],
] as const satisfies readonly Beside[];

/** All that a figure is compared with, where the page is wide enough. */
export const widely = [
  ...shortly,
  ['yearToDate', 'Year to date'],
  ['lastYearToDate', 'Year to date a year before'],
] as const satisfies readonly Beside[];

/** What is the same stretch of days, as the comparisons of a whole year are, is told once; no period is beside itself. */
const told = (compare: Compared, which: readonly Beside[]): readonly Beside[] => {
  const days = (key: keyof Compared) => `${compare[key].period.from} ${compare[key].period.to}`;
  const beginsTheYear = days('lastYear') === days('lastYearToDate');
  return which.filter(
    ([key], i) =>
      which.findIndex(([other]) => days(other) === days(key)) === i &&
      !(beginsTheYear && key === 'yearToDate'),
  );
};

const change = ({ display, changeDisplay, percentDisplay, change: by }: Compared['previous']): string => {
  const percent = percentDisplay === 'n/a' ? '' : `, ${percentDisplay}`;
  return by === null ? display : `${display} (${changeDisplay}${percent})`;
};

/** Figures beside those of other periods: the one before and the same a year before, or all there are. */
export const figuresOf = (
  measures: readonly MeasureResult[],
  which: readonly Beside[] = shortly,
): Block & { kind: 'table' } => {
  const sample = measures.find(({ compare }) => compare)?.compare;
  const beside = sample ? told(sample, which) : [];
  return {
    kind: 'table',
    head: ['Measure', 'Figure', ...beside.map(([key, name]) => `${name}: ${sample?.[key].period.label}`)],
    widths: [beside.length > 2 ? 28 : 40, 12, ...beside.map(() => 20)],
    rows: measures.map((m) => [
      m.title,
      m.display,
      ...beside.map(([key]) => (m.compare ? change(m.compare[key]) : '')),
    ]),
  };
};

/** So many parts stand side by side on a page. */
const abreast = 6;

const inRows = <T>(list: readonly T[], many: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / many) }, (_, i) => list.slice(i * many, (i + 1) * many));

/** The figures of the parts of a return side by side, those that can be told of any of them. */
export const splitOf = (by: keyof typeof dimensionNames, groups: readonly ReturnGroup[]): Block[] =>
  inRows(groups, abreast).flatMap((some, i): Block[] => {
    const [first, last] = [some[0]?.key, some.at(-1)?.key];
    const title = capital(dimensionNames[by].by);
    const known = new Map(some.flatMap(({ measures }) => measures.map((m) => [m.id, m.title])));
    const figure = (group: ReturnGroup, id: string) => group.measures.find((m) => m.id === id)?.display ?? '';
    return [
      heading(groups.length > abreast ? `${title}: ${first} to ${last}` : title, i === 0 ? 2 : 3),
      {
        kind: 'table',
        head: ['Measure', ...some.map(({ key }) => key)],
        widths: [30, ...some.map(() => 14)],
        rows: [...known].map(([id, name]) => [name, ...some.map((group) => figure(group, id))]),
      },
    ];
  });

const madeOf = ({ numerator, denominator }: MeasureResult): string =>
  numerator === undefined || denominator === undefined ? '' : `${count(numerator)} ÷ ${count(denominator)}`;

/** What each figure counts, and of what it is made. */
export const definitionsOf = (measures: readonly MeasureResult[]): Block => ({
  kind: 'table',
  head: ['Measure', 'What it counts', 'Made of'],
  widths: [25, 57, 18],
  rows: measures.map((m) => [m.title, m.definition, madeOf(m)]),
});

/** A table of a return under its title, with what is to be known of it. */
export const tableOf = ({ title, columns, rows, note }: ReturnTable): Block[] => [
  heading(title, 3),
  rows.length === 0
    ? paragraph('There is nothing for this period.')
    : {
        kind: 'table',
        head: columns.map(capital),
        // Where there are many, the others need the room for the words above them.
        widths: columns.map((_, i) => (i > 0 ? 40 : columns.length > 6 ? 45 : 60)),
        rows: rows.map((row) => row.map(cellWords)),
      },
  ...(note ? [paragraph(note)] : []),
];

/** The office's own words, paragraph by paragraph. */
export const wordsOf = (text: string | undefined): Block[] =>
  (text ?? '')
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(paragraph);
