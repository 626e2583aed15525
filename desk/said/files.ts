import { stringify } from 'csv-stringify/sync';
import { saidCells, saidHeads } from '#shared/concerns/said.ts';
import type { Output } from '#shared/contract.ts';
import type { PaperDocument } from '#shared/letters/document.ts';
import { fileName } from '#shared/text.ts';
import { safeCsv } from '../csv.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';
import { htmlOf } from './html.ts';

type Page = Output<'said.get'>;

export const saidTitle = 'You said, they did, we checked';
const nothing = 'No concern of this quarter has been published.';

/** The page as a document: whose it is, which suite and quarter, and its table. */
const documentOf = ({ body, notice, suite, period, rows }: Page): PaperDocument => ({
  title: `${saidTitle}: ${suite}, ${period.label}`,
  by: body,
  notice,
  wide: true,
  blocks: [
    { kind: 'heading', text: `${saidTitle}: ${suite}, ${period.label}` },
    { kind: 'paragraph', text: body },
    rows.length === 0
      ? { kind: 'paragraph', text: nothing }
      : { kind: 'table', head: saidHeads, widths: [30, 12, 28, 10, 20], rows: rows.map(saidCells) },
  ],
});

const csvOf = ({ notice, suite, period, rows }: Page): string =>
  stringify(
    [
      ['Suite', 'Quarter', ...saidHeads, ...(notice ? ['Notice'] : [])],
      ...rows.map((row) => [suite, period.label, ...saidCells(row), ...(notice ? [notice] : [])]),
    ],
    safeCsv,
  );

/** The page as a file, made beside the store. */
export const saidFiles = (read: Asking): FileCalls<'said.file'> => ({
  'said.file': async ({ as, ...asked }) => {
    const found = await read('said.get', asked);
    if (!found.ok) return found;
    const page = found.value;
    const name = fileName(as, 'You said', page.suite, page.period.id);
    if (as === 'csv') return madeFile(name, 'text/csv', csvOf(page));
    if (as === 'html') return madeFile(name, 'text/html', htmlOf(documentOf(page)));
    return madeFile(name, docxType, await docxOf(documentOf(page)));
  },
});
