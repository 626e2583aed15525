import { type Block, heading, type PaperDocument, paragraph } from '#shared/letters/document.ts';
import type { MeasureResult } from '#shared/views.ts';
import { definitionsOf, figuresOf, splitOf, tableOf, widely, wordsOf } from './blocks.ts';
import { chartBlocks, tablesBeside } from './charts.ts';
import { type GivenReturn, noticeOf, reasonsFor, standingOf, titleOf } from './given.ts';
import { inParts } from './parts.ts';
import { proseOf } from './prose/prose.ts';

type Form = 'page' | 'report';

const ownWords = ({ sections, links }: GivenReturn): Block[] => [
  ...sections.flatMap(({ title, text }) => [heading(title, 2), ...wordsOf(text)]),
  ...(links.length === 0
    ? []
    : [
        heading('Read more', 2),
        ...links.map(({ title, address }): Block => ({ kind: 'link', text: title, address })),
      ]),
];

/** Figures under the headings of their return: a table of all of them would be too long to be read. */
const figures = (given: GivenReturn, measures: readonly MeasureResult[], form: Form): Block[] => [
  heading('Figures', 2),
  ...inParts(given.result.return, measures).flatMap(([title, own]) => [
    heading(title, 3),
    figuresOf(own, form === 'page' ? widely : undefined),
  ]),
];

const checks = (given: GivenReturn): Block[] => {
  const found = given.result.checks;
  if (found.length === 0) return [];
  const reasoned = given.answers.length > 0;
  return [
    heading('Checks', 2),
    {
      kind: 'table',
      head: ['Check', 'Result', 'What was found', ...(reasoned ? ['Why it stays so'] : [])],
      widths: [25, 15, 35, ...(reasoned ? [35] : [])],
      rows: found.map((check) => [
        check.title,
        check.ok ? 'Holds' : 'To be looked at',
        check.detail,
        ...(reasoned ? [reasonsFor(given, check).join('\n') || 'Nothing to be said'] : []),
      ]),
    },
  ];
};

const splits = ({ result }: GivenReturn): Block[] => [
  ...(result.by && result.groups ? splitOf(result.by, result.groups) : []),
  ...(result.splits ?? []).flatMap(({ by, groups }) => splitOf(by, groups)),
];

/** Beside a chart stands its table already. */
const tables = ({ result, charts }: GivenReturn): Block[] => {
  const left = tablesBeside(result, charts);
  return left.length === 0 ? [] : [heading('Tables', 2), ...left.flatMap(tableOf)];
};

const signs = 'n/a stands where nothing is known, or where a percentage would be of nothing.';

/**
 * A return as a document: whose it is and where it stands, what it says in sentences and in the office's own words, its
 * figures with their comparisons, its parts, tables and checks, and what each figure means. The page tells all
 * comparisons; the report is of a width to be taken over into another.
 */
const documentOf = (given: GivenReturn, form: Form): PaperDocument => {
  const { result } = given;
  const title = titleOf(given);
  return {
    title,
    by: result.body,
    notice: noticeOf(given),
    wide: form === 'page',
    blocks: [
      heading(title),
      paragraph(result.body),
      ...standingOf(given).map(paragraph),
      heading('In short', 2),
      ...proseOf(result),
      ...ownWords(given),
      ...figures(given, result.measures, form),
      ...splits(given),
      ...chartBlocks(result, given.charts),
      ...tables(given),
      ...checks(given),
      heading('What the figures mean', 2),
      definitionsOf(result.measures),
      paragraph(signs),
    ],
  };
};

/** A return as a page to be read on its own. */
export const returnPage = (given: GivenReturn): PaperDocument => documentOf(given, 'page');

/** A return as a report to a Police and Crime Panel. */
export const returnReport = (given: GivenReturn): PaperDocument => documentOf(given, 'report');
