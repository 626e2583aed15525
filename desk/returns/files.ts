import type { ReturnFormat } from '#shared/calls/returns.ts';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { returnBook } from '#shared/returns/book.ts';
import { contained } from '#shared/returns/contained.ts';
import { returnPage, returnReport } from '#shared/returns/document.ts';
import {
  asComputed,
  asDraft,
  asIssued,
  type GivenReturn,
  givenOut,
  isDraft,
  titleOf,
} from '#shared/returns/given.ts';
import { returnJson } from '#shared/returns/json.ts';
import { fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import type { ReturnResult } from '#shared/views.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile, xlsxType } from '../made-files.ts';
import { odsOf, odsType } from '../ods.ts';
import { htmlOf } from '../said/html.ts';
import { xlsxOf } from '../workbook.ts';
import { givenAsCsv, returnAsCsv } from './csv.ts';

const names = { icv: 'custody-visits', reviews: 'reviews', correspondence: 'correspondence' } as const;

const nameOf = ({ return: kind, period, by }: ReturnResult, as: ReturnFormat): string =>
  `${names[kind]}-${period.id.replace('..', '-to-')}${by ? `-by-${by}` : ''}.${as}`;

const issueName = (given: GivenReturn, as: ReturnFormat): string => {
  const { number = 0 } = given.standing ?? {};
  return fileName(
    as,
    titleOf(given),
    number > 0 ? `revision ${number}` : undefined,
    isDraft(given) ? 'draft' : undefined,
  );
};

const fileOf = async (name: string, raw: GivenReturn, as: ReturnFormat, made: string) => {
  const given = contained(raw);
  switch (as) {
    case 'json':
      return madeFile(name, 'application/json', `${JSON.stringify(returnJson(given), null, 2)}\n`);
    case 'csv':
      return madeFile(
        name,
        'text/csv;charset=utf-8',
        given.standing ? givenAsCsv(given) : returnAsCsv(given.result),
      );
    case 'xlsx':
      return madeFile(name, xlsxType, await xlsxOf(returnBook(given, made)));
    case 'ods':
      return madeFile(name, odsType, odsOf(returnBook(given, made)));
    case 'html':
      return madeFile(name, 'text/html', htmlOf(returnPage(given)));
    case 'docx':
      return madeFile(name, docxType, await docxOf(returnReport(given)));
  }
};

type Asked = { key: string; period: string };

const asItGoes = async (
  read: Asking,
  asked: Asked,
  number: number | undefined,
): Promise<Result<GivenReturn, Failure>> => {
  if (number === undefined) {
    const inWork = await read('returns.prepare', asked);
    return inWork.ok ? ok(givenOut(asDraft(inWork.value))) : inWork;
  }
  const issued = await read('returns.issue', { ...asked, number });
  return issued.ok ? ok(givenOut(asIssued(issued.value))) : issued;
};

/** A return as it leaves the office: every file is made from the same figures, those that stand on screen. */
export const returnFiles = (
  read: Asking,
  today: () => string,
): FileCalls<'returns.file' | 'returns.issueFile'> => ({
  'returns.file': async ({ as, ...request }) => {
    const computed = await read('returns.compute', request);
    if (!computed.ok) return computed;
    return fileOf(nameOf(computed.value, as), asComputed(computed.value), as, dayWords(today()));
  },
  'returns.issueFile': async ({ as, number, ...request }) => {
    const known = await asItGoes(read, request, number);
    if (!known.ok) return known;
    return fileOf(issueName(known.value, as), known.value, as, dayWords(today()));
  },
});
