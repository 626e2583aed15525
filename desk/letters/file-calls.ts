import { letterDocument, mailText } from '#shared/letters/document.ts';
import { fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';
import { unsentMail } from '../mail.ts';

/** Letters as files. Making one takes a while and needs no store, so nobody's save waits for it. */
export const letterFiles = (read: Asking, now: () => number): FileCalls<'letters.file'> => ({
  'letters.file': async ({ id, as }) => {
    const found = await read('letters.get', { id });
    if (!found.ok) return found;
    const { letter, office, notice } = found.value;
    const document = letterDocument({ ...letter, office, notice, date: dayWords(letter.on) });
    const numbers = found.value.concerns.map(({ reference }) => reference ?? '').slice(0, 3);
    if (as === 'docx')
      return madeFile(fileName('docx', 'Letter', ...numbers, letter.on), docxType, await docxOf(document));
    const mail = unsentMail(
      id,
      found.value.mail ?? undefined,
      letter.subject,
      mailText(notice, letter.body),
      now(),
    );
    return madeFile(fileName('eml', 'Letter', ...numbers, letter.on), 'message/rfc822', mail);
  },
});
