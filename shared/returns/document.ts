import { type Block, heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import { count } from '#shared/numbers.ts';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';
import { definitionsOf, figuresOf, tableOf } from './blocks.ts';
import { returnNames } from './names.ts';

const titleOf = ({ return: kind, period }: ReturnResult): string => `${returnNames[kind]}, ${period.label}`;

const checksOf = ({ checks }: ReturnResult): Block[] =>
  checks.length === 0
    ? []
    : [
        heading('Checks', 2),
        {
          kind: 'table',
          head: ['Check', 'Result', 'What was found'],
          widths: [30, 15, 55],
          rows: checks.map(({ title, ok, detail }) => [title, ok ? 'Holds' : 'To be looked at', detail]),
        },
      ];

/** A return as a page: its figures with their comparisons, its parts, tables, checks, and what each figure means. */
export const returnDocument = (result: ReturnResult): PaperDocument => ({
  title: titleOf(result),
  by: result.body,
  notice: result.notice,
  wide: true,
  blocks: [
    heading(titleOf(result)),
    paragraph(result.body),
    ...headlineOf(result),
    heading('Figures', 2),
    figuresOf(result.measures),
    ...(result.groups ?? []).flatMap(({ key, measures }) => [heading(key, 2), figuresOf(measures)]),
    heading('Tables', 2),
    ...result.tables.flatMap(tableOf),
    ...checksOf(result),
    heading('What the figures mean', 2),
    definitionsOf(result.measures),
  ],
});

const headlineOf = ({ measures, headline }: ReturnResult): Block[] => {
  const first = measures.find(({ id }) => id === headline);
  return first ? [paragraph(sentenceOf(first))] : [];
};

/** What a report to a panel says of each return, part by part: the figures that people ask for first. */
const told: { readonly [K in ReturnResult['return']]: readonly (readonly [string, readonly string[]])[] } = {
  icv: [
    ['Visits', ['visits.attempted', 'visits.completed', 'visits.target', 'visits.abandoned']],
    [
      'Detainees',
      [
        'detainees.held',
        'detainees.offered',
        'detainees.accepted',
        'consent.ofOffered',
        'consent.ofAvailable',
        'consent.ofHeld',
        'custody.throughput',
        'custody.coverage',
      ],
    ],
    ['Waiting to be let in', ['delay.mean', 'delay.max', 'delay.over']],
    [
      'Concerns',
      [
        'concerns.raised',
        'concerns.alreadyAddressed',
        'concerns.resolvedOnVisit',
        'concerns.escalated',
        'concerns.answered',
        'concerns.answerDays',
        'concerns.open',
      ],
    ],
    ['Volunteers', ['volunteers.active', 'volunteers.joined', 'volunteers.left', 'volunteers.hours']],
  ],
  reviews: [
    [
      'Applications',
      ['reviews.received', 'reviews.valid', 'reviews.invalid', 'reviews.withdrawn', 'reviews.forwarded'],
    ],
    ['Decisions', ['reviews.completed', 'reviews.upheld', 'reviews.notUpheld', 'upheld.ofCompleted']],
    [
      'Time taken',
      [
        'acknowledged.inTarget',
        'completed.inTarget',
        'days.working.mean',
        'days.calendar.mean',
        'reviews.open',
      ],
    ],
    [
      'Recommendations',
      [
        'recommendations.made',
        'recommendations.accepted',
        'recommendations.refused',
        'recommendations.unanswered',
      ],
    ],
  ],
  correspondence: [
    ['Cases', ['cases.received', 'cases.closed', 'cases.open']],
    ['Time taken', ['acknowledged.inTarget', 'answered.inTarget', 'days.working.mean']],
    [
      'Requests for information',
      ['requests.received', 'requests.inTime', 'requests.extended', 'requests.late', 'requests.open'],
    ],
    ['Engagement', ['engagements', 'assuranceRequests']],
  ],
};

/** A figure in a sentence, with what it was in the period before and in the same period a year before. */
const sentenceOf = ({ title, display, value, numerator, denominator, compare }: MeasureResult): string => {
  const made =
    numerator !== undefined && denominator !== undefined && display.endsWith('%')
      ? ` (${count(numerator)} of ${count(denominator)})`
      : '';
  const both = compare ? [compare.previous, compare.lastYear] : [];
  const beside = both.filter(
    (one, i) => one.value !== null && both.findIndex(({ period }) => period.id === one.period.id) === i,
  );
  const then = beside.map(({ display: was, period }) => `${was} in ${period.label}`).join(' and ');
  if (value === null) return `${title}: not known.`;
  return `${title}: ${display}${made}${then === '' ? '' : `, after ${then}`}.`;
};

/** The paragraphs that a report to a Police and Crime Panel needs, with the tables behind them. */
export const panelDocument = (result: ReturnResult): PaperDocument => {
  const of = new Map(result.measures.map((m) => [m.id, m]));
  const parts = told[result.return].map(([title, ids]): readonly [string, MeasureResult[]] => [
    title,
    ids.flatMap((id) => of.get(id) ?? []),
  ]);
  const all = parts.flatMap(([, measures]) => measures);
  return {
    title: titleOf(result),
    by: result.body,
    notice: result.notice,
    wide: false,
    blocks: [
      heading(titleOf(result)),
      paragraph(result.body),
      ...parts.flatMap(([title, measures]) =>
        measures.length === 0
          ? []
          : [heading(title, 2), ...measures.map((measure) => paragraph(sentenceOf(measure)))],
      ),
      heading('Figures', 2),
      figuresOf(all),
      heading('What the figures mean', 2),
      definitionsOf(all),
    ],
  };
};
