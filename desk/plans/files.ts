import { stringify } from 'csv-stringify/sync';
import type { Output } from '#shared/contract.ts';
import type { Block, PaperDocument } from '#shared/letters/document.ts';
import { capital, fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { safeCsv } from '../csv.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';

type Page = Output<'plans.get'>;

const heads = [
  'Number',
  'Recommendation',
  'Owner',
  'Due',
  'Status',
  'Last update',
  'What was said',
  'Evidence',
];
const widths = [6, 26, 10, 9, 9, 9, 17, 14];

/** The cells of a recommendation. `day` writes a day: for people, or for a spreadsheet. */
const cells = ({ item, status, late }: Page['items'][number], day: (date: string) => string): string[] => {
  const last = item.updates.at(-1);
  return [
    item.number,
    item.recommendation,
    item.owner ?? '',
    item.due ? day(item.due) : '',
    late ? `${capital(status)}, late` : capital(status),
    last ? day(last.on) : '',
    last?.words ?? '',
    (item.evidence ?? []).map(({ on, words }) => `${day(on)}: ${words}`).join('\n'),
  ];
};

const documentOf = ({ plan, items, body, notice }: Page): PaperDocument => {
  const about = [
    plan.source && `Asked for by ${plan.source}`,
    plan.published && `Published ${dayWords(plan.published)}`,
    plan.inspection?.part && `The coordinator’s part in the inspection: ${plan.inspection.part}`,
  ].filter((text) => typeof text === 'string' && text !== '') as string[];
  return {
    title: plan.title,
    by: body,
    notice,
    wide: true,
    blocks: [
      { kind: 'heading', text: plan.title },
      ...[body, ...about].map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'table', head: heads, widths, rows: items.map((item) => cells(item, dayWords)) },
    ],
  };
};

const csvOf = ({ items, notice }: Page): string =>
  stringify(
    [
      [...heads, ...(notice ? ['Notice'] : [])],
      ...items.map((item) => [...cells(item, (date) => date), ...(notice ? [notice] : [])]),
    ],
    safeCsv,
  );

/** A plan as the Panel gets it: each recommendation with where it stands. */
export const planFiles = (read: Asking, today: () => string): FileCalls<'plans.file'> => ({
  'plans.file': async ({ id, as }) => {
    const found = await read('plans.get', { id });
    if (!found.ok) return found;
    const name = fileName(as, found.value.plan.title, today());
    return as === 'csv'
      ? madeFile(name, 'text/csv;charset=utf-8', csvOf(found.value))
      : madeFile(name, docxType, await docxOf(documentOf(found.value)));
  },
});
