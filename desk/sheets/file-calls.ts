import { mailText } from '#shared/letters/document.ts';
import { printable } from '#shared/letters/merge.ts';
import { type SheetPaper, sheetDocument, sheetTitle } from '#shared/sheets/asked.ts';
import { sheetColumns } from '#shared/sheets/columns.ts';
import { capital, fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile, xlsxType } from '../made-files.ts';
import { unsentMail } from '../mail.ts';
import { xlsxOf } from '../workbook.ts';

/** Characters for each share of the width: all of them fit across a page. */
const perShare = 8;

/** The sheet as a workbook. */
const sheetWorkbook = ({ office, notice, suite, sheet, rows }: SheetPaper): Promise<Uint8Array> =>
  xlsxOf([
    {
      name: suite,
      above: [
        printable(sheetTitle(suite, sheet.month)),
        printable(
          `${office}. Please fill in the last three columns and send this back by ${dayWords(sheet.due)}.`,
        ),
        ...(notice ? [notice] : []),
      ],
      head: sheetColumns.map(({ title }) => title),
      widths: sheetColumns.map(({ width }) => Math.round(width * perShare)),
      rows: rows.map(({ reference, raisedOn, matter, area }) => [
        printable(reference),
        { date: raisedOn },
        printable(matter),
        capital(area),
        null,
        null,
        null,
      ]),
    },
  ]);

/** The monthly sheet as files, and as a mail that has it with it. */
export const sheetFiles = (read: Asking, now: () => number): FileCalls<'sheets.file'> => ({
  'sheets.file': async ({ id, as }) => {
    const found = await read('sheets.get', { id });
    if (!found.ok) return found;
    const { sheet, suite, cover, notice, mail } = found.value;
    const named = (extension: string) => fileName(extension, 'Concerns', suite, sheet.month);
    if (as === 'docx') return madeFile(named('docx'), docxType, await docxOf(sheetDocument(found.value)));
    const bytes = await sheetWorkbook(found.value);
    if (as === 'xlsx') return madeFile(named('xlsx'), xlsxType, bytes);
    const attached = [{ name: named('xlsx'), mime: xlsxType, bytes }];
    const text = unsentMail(
      id,
      mail ?? undefined,
      cover.subject,
      mailText(notice, cover.body),
      now(),
      attached,
    );
    return madeFile(named('eml'), 'message/rfc822', text);
  },
});
