import { pounds } from '#shared/claims/amounts.ts';
import type { Output } from '#shared/contract.ts';
import { type Block, heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import { count } from '#shared/numbers.ts';
import { parsePeriod } from '#shared/periods.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import type { MeasureResult } from '#shared/views.ts';

type Metrics = Output<'metrics.get'>;

export const metricsTitle = 'Contact with the public';

/** The parts of the document, and the figures that stand in each. */
const sections = [
  {
    title: 'Correspondence',
    ids: [
      'cases.received',
      'cases.closed',
      'cases.open',
      'acknowledged.inTarget',
      'answered.inTarget',
      'days.working.mean',
    ],
  },
  {
    title: 'Who answered, and calls',
    ids: [
      'cases.answered',
      'answered.byCommissioner',
      'answered.byOffice',
      'answered.byForce',
      'calls.in',
      'calls.out',
    ],
  },
  {
    title: 'Requests for information',
    ids: [
      'requests.received',
      'requests.inTime',
      'requests.extended',
      'requests.late',
      'requests.open',
      'requests.granted',
      'requests.part',
      'requests.refused',
      'requests.notHeld',
      'internalReviews',
    ],
  },
  {
    title: 'Engagements and assurance',
    ids: ['engagements', 'assuranceRequests', 'assuranceRequests.answered'],
  },
] as const;

/** The figures of the return, as the parts of the document. */
export const sectionsOf = (measures: readonly MeasureResult[]): Metrics['sections'] => {
  const of = new Map(measures.map((m) => [m.id, m]));
  return sections.map(({ title, ids }) => ({
    title,
    lines: ids.flatMap((id) => {
      const m = of.get(id);
      if (!m) return [];
      const { compare } = m;
      return [
        {
          id,
          title: m.title,
          definition: m.definition,
          display: m.display,
          previous: compare?.previous.display ?? 'n/a',
          lastYear: compare?.lastYear.display ?? 'n/a',
          yearToDate: compare?.yearToDate.display ?? 'n/a',
          lastYearToDate: compare?.lastYearToDate.display ?? 'n/a',
        },
      ];
    }),
  }));
};

export const metricHeads = ({ period, compared }: Pick<Metrics, 'period' | 'compared'>): string[] => [
  'Figure',
  period.label,
  compared.previous,
  compared.lastYear,
  'Year to date',
  'Year to date a year before',
];

export const metricCells = (line: Metrics['sections'][number]['lines'][number]): string[] => [
  line.title,
  line.display,
  line.previous,
  line.lastYear,
  line.yearToDate,
  line.lastYearToDate,
];

/** The name of a month, as the table of typed figures heads it. */
export const monthWords = (month: string): string => {
  const parsed = parsePeriod(month, 1);
  return parsed.ok ? parsed.value.label : month;
};

/** A month that lacks a figure is a gap, and says so. */
export const typedCells = ({ name, months, source }: Metrics['typed'][number]): string[] => [
  name,
  ...months.map(({ value }) => (value === null ? 'not typed in' : count(value))),
  source || 'none yet',
];

export const engagementHeads = [
  'Date',
  'What',
  'Where',
  'For the office',
  'Themes',
  'Cases',
  'What followed',
];

export const engagementCells = (one: Metrics['engagements'][number]): string[] => [
  dayWords(one.on),
  `${capital(one.kind)}: ${one.title}`,
  [one.place, one.area].filter(Boolean).join(', '),
  one.attended.join(', '),
  one.themes.join(', '),
  count(one.cases.length),
  [one.decision, one.pence === undefined ? undefined : `£${pounds(one.pence)}`].filter(Boolean).join('\n'),
];

export const questionHeads = ['Put on', 'Question', 'Due', 'Answered', 'Outcome', 'Cases'];

export const questionCells = (one: Metrics['questions'][number]): string[] => [
  dayWords(one.on),
  one.title,
  one.due ? dayWords(one.due) : '',
  one.answered ? dayWords(one.answered) : 'not yet',
  one.outcome ? capital(one.outcome) : '',
  count(one.cases.length),
];

const table = (
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): Block => ({
  kind: 'table',
  head,
  widths,
  rows,
});

const part = (
  title: string,
  rows: readonly (readonly string[])[],
  made: () => Block,
  none: string,
): Block[] => [heading(title, 2), rows.length === 0 ? paragraph(none) : made()];

/** The quarterly metrics as a document: figures with what they are compared with, then what was done. */
export const metricsDocument = (m: Metrics): PaperDocument => {
  const title = `${metricsTitle}, ${m.period.label}`;
  const engaged = m.engagements.map(engagementCells);
  const asked = m.questions.map(questionCells);
  const typed = m.typed.map(typedCells);
  const months = m.typed[0]?.months.map(({ month }) => monthWords(month)) ?? [];
  return {
    title,
    by: m.body,
    notice: m.notice,
    wide: true,
    blocks: [
      heading(title),
      paragraph(m.body),
      ...m.sections.flatMap((section) => [
        heading(section.title, 2),
        table(metricHeads(m), [30, 14, 14, 14, 14, 14], section.lines.map(metricCells)),
      ]),
      ...m.tables.flatMap(({ title: named, columns, rows, note }) => [
        heading(named, 2),
        ...(note ? [paragraph(note)] : []),
        table(
          columns.map(capital),
          [70, 30],
          rows.map((row) =>
            row.map((value) => (typeof value === 'number' ? count(value) : (value ?? 'n/a'))),
          ),
        ),
      ]),
      ...part(
        'Engagements of the period',
        engaged,
        () => table(engagementHeads, [11, 22, 14, 13, 14, 6, 20], engaged),
        'No engagement was written down for this period.',
      ),
      ...part(
        'Questions to the Chief Constable',
        asked,
        () => table(questionHeads, [14, 36, 14, 14, 14, 8], asked),
        'No question was put in this period.',
      ),
      ...part(
        'Figures typed month by month',
        typed,
        () =>
          table(
            ['Figure', ...months, 'Source'],
            [28, ...months.map(() => Math.max(4, Math.floor(48 / Math.max(1, months.length)))), 24],
            typed,
          ),
        'No such figure is kept.',
      ),
      heading('How the figures are defined', 2),
      ...m.sections.flatMap(({ lines }) =>
        lines.map(({ title: named, definition }) => paragraph(`${named}: ${definition}`)),
      ),
    ],
  };
};
