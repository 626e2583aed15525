import type { z } from 'zod';
import type { publication } from '#shared/calls/packs.ts';
import { type Block, heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import { count } from '#shared/numbers.ts';
import { publicationBasis, reviewSections } from '#shared/returns/sections.ts';
import { capital } from '#shared/text.ts';
import type { MeasureResult, ReturnTable } from '#shared/views.ts';

export type Publication = z.infer<typeof publication>;
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

const figures = (measures: readonly MeasureResult[]): Block => {
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

const definitions = (measures: readonly MeasureResult[]): Block => ({
  kind: 'table',
  head: ['Measure', 'What it counts', 'Made of'],
  widths: [25, 57, 18],
  rows: measures.map((m) => [m.title, m.definition, madeOf(m)]),
});

const cell = (value: string | number | null): string =>
  typeof value === 'number' ? count(value) : (value ?? 'n/a');

const tableOf = ({ title, columns, rows, note }: ReturnTable): Block[] => [
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

const words = (text: string | undefined): Block[] =>
  (text ?? '')
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(paragraph);

/** What is published of a period as a document: a part that the office has not written is left out whole. */
export const publicationDocument = ({ result, words: own }: Publication): PaperDocument => {
  const title = `Complaint reviews: how we performed, ${result.period.label}`;
  const section = (id: (typeof reviewSections)[number]['id']): Block[] => {
    const said = words(own.sections[id]);
    const { title: name = '' } = reviewSections.find((one) => one.id === id) ?? {};
    return said.length === 0 ? [] : [heading(name, 2), ...said];
  };
  return {
    ...{ title, by: result.body, notice: result.notice, wide: false },
    blocks: [
      heading(title),
      paragraph(result.body),
      paragraph(`Published under the ${publicationBasis}.`),
      ...(own.links.length === 0
        ? []
        : [
            heading('Complaints about the police force', 2),
            ...own.links.map(({ title: text, address }): Block => ({ kind: 'link', text, address })),
          ]),
      ...section('account'),
      heading('Figures of our reviews', 2),
      figures(result.measures),
      ...section('performance'),
      ...section('quality'),
      ...section('learning'),
      ...section('next'),
      heading('Tables', 2),
      ...result.tables.flatMap(tableOf),
      heading('What the figures mean', 2),
      definitions(result.measures),
    ],
  };
};
