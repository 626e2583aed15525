import { type Block, heading, paragraph } from '#shared/letters/document.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import type { MeasureResult, ReturnTable } from '#shared/views.ts';

type Compared = NonNullable<MeasureResult['compare']>;

const comparisons = [
  ['previous', 'Period before'],
  ['lastYear', 'Same period last year'],
] as const satisfies readonly (readonly [keyof Compared, string])[];

/** Of a whole year both are the year before, which is told once. */
const told = ({ compare }: MeasureResult) =>
  comparisons.filter(
    ([key]) => key === 'previous' || compare?.previous.period.id !== compare?.lastYear.period.id,
  );

const change = ({ display, changeDisplay, percentDisplay, change: by }: Compared['previous']): string => {
  const percent = percentDisplay === 'n/a' ? '' : `, ${percentDisplay}`;
  return by === null ? display : `${display} (${changeDisplay}${percent})`;
};

/** Figures beside those of the period before and of the same period a year before. */
export const figuresOf = (measures: readonly MeasureResult[]): Block => {
  const [sample] = measures;
  const beside = sample?.compare ? told(sample) : [];
  return {
    kind: 'table',
    head: [
      'Measure',
      'Figure',
      ...beside.map(([key, name]) => `${name}: ${sample?.compare?.[key].period.label}`),
    ],
    widths: [40, 15, ...beside.map(() => 22)],
    rows: measures.map((m) => [
      m.title,
      m.display,
      ...beside.map(([key]) => (m.compare ? change(m.compare[key]) : '')),
    ]),
  };
};

const madeOf = ({ numerator, denominator }: MeasureResult): string =>
  numerator === undefined || denominator === undefined ? '' : `${count(numerator)} ÷ ${count(denominator)}`;

/** What each figure counts, and of what it is made. */
export const definitionsOf = (measures: readonly MeasureResult[]): Block => ({
  kind: 'table',
  head: ['Measure', 'What it counts', 'Made of'],
  widths: [25, 57, 18],
  rows: measures.map((m) => [m.title, m.definition, madeOf(m)]),
});

const cell = (value: string | number | null): string =>
  typeof value === 'number' ? count(value) : (value ?? 'n/a');

/** A table of a return under its title, with what is to be known of it. */
export const tableOf = ({ title, columns, rows, note }: ReturnTable): Block[] => [
  heading(title, 3),
  rows.length === 0
    ? paragraph('There is nothing for this period.')
    : {
        kind: 'table',
        head: columns.map(capital),
        widths: columns.map((_, i) => (i === 0 ? 60 : 40)),
        rows: rows.map((row) => row.map(cell)),
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
