import { stringify } from 'csv-stringify/sync';
import type { LogRow } from '#shared/calls/requests.ts';
import type { PaperDocument } from '#shared/letters/document.ts';
import { fail } from '#shared/result.ts';
import { capital, fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { safeCsv } from '../csv.ts';
import { type Asking, type FileCalls, madeFile } from '../made-files.ts';
import { htmlOf } from '../said/html.ts';

const title = 'Disclosure log';
const heads = ['Title', 'Summary', 'Under', 'Received', 'Answered', 'Outcome'];

const outcomes = {
  granted: 'Granted',
  part: 'Granted in part',
  refused: 'Refused',
  'not held': 'Not held',
} as const;

const cells = (row: LogRow, day: (date: string) => string): string[] => [
  row.title,
  row.summary,
  capital(row.regime.replace(' request', '')),
  day(row.received),
  row.answered ? day(row.answered) : 'Not yet',
  row.outcome ? outcomes[row.outcome] : 'Not decided',
];

const page = (body: string, notice: string | null, rows: readonly LogRow[]): PaperDocument => ({
  title: `${title}: ${body}`,
  by: body,
  notice,
  wide: true,
  blocks: [
    { kind: 'heading', text: title },
    { kind: 'paragraph', text: `Requests for information answered by ${body}. Nobody who asked is named.` },
    rows.length === 0
      ? { kind: 'paragraph', text: 'Nothing has been published of this time.' }
      : {
          kind: 'table',
          head: heads,
          widths: [22, 38, 8, 12, 12, 8],
          rows: rows.map((row) => cells(row, dayWords)),
        },
  ],
});

/** The disclosure log as it is published, made beside the store. While an entry names its requester there is none. */
export const requestFiles = (read: Asking): FileCalls<'requests.logFile'> => ({
  'requests.logFile': async ({ as, ...asked }) => {
    const found = await read('requests.log', asked);
    if (!found.ok) return found;
    const { body, notice, rows } = found.value;
    const naming = rows.filter((row) => row.naming.length > 0);
    if (naming.length > 0) return fail({ tag: 'namesRequester', titles: naming.map((row) => row.title) });
    const name = fileName(as, title, asked.from, asked.to);
    if (as === 'html') return madeFile(name, 'text/html', htmlOf(page(body, notice, rows)));
    const lines = rows.map((row) => [...cells(row, (date) => date), ...(notice ? [notice] : [])]);
    return madeFile(
      name,
      'text/csv',
      stringify([[...heads, ...(notice ? ['Notice'] : [])], ...lines], safeCsv),
    );
  },
});
