import type { ReturnFormat } from '#shared/calls/returns.ts';
import { bookOf } from '#shared/returns/book.ts';
import { panelDocument, returnDocument } from '#shared/returns/document.ts';
import { dayWords } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile, xlsxType } from '../made-files.ts';
import { odsOf, odsType } from '../ods.ts';
import { htmlOf } from '../said/html.ts';
import { xlsxOf } from '../workbook.ts';
import { returnAsCsv } from './csv.ts';

const names = { icv: 'custody-visits', reviews: 'reviews', correspondence: 'correspondence' } as const;

const nameOf = ({ return: kind, period, by }: ReturnResult, as: ReturnFormat): string =>
  `${names[kind]}-${period.id.replace('..', '-to-')}${by ? `-by-${by}` : ''}.${as}`;

/** A return as it leaves the office: every file is made from the same figures, those that stand on screen. */
export const returnFiles = (read: Asking, today: () => string): FileCalls<'returns.file'> => ({
  'returns.file': async ({ as, ...request }) => {
    const computed = await read('returns.compute', request);
    if (!computed.ok) return computed;
    const result = computed.value;
    const name = nameOf(result, as);
    const book = () => bookOf(result, dayWords(today()));
    switch (as) {
      case 'json':
        return madeFile(name, 'application/json', `${JSON.stringify(result, null, 2)}\n`);
      case 'csv':
        return madeFile(name, 'text/csv;charset=utf-8', returnAsCsv(result));
      case 'xlsx':
        return madeFile(name, xlsxType, await xlsxOf(book()));
      case 'ods':
        return madeFile(name, odsType, odsOf(book()));
      case 'html':
        return madeFile(name, 'text/html', htmlOf(returnDocument(result)));
      case 'docx':
        return madeFile(name, docxType, await docxOf(panelDocument(result)));
    }
  },
});
