import { letterDocument, mailText } from '#shared/letters/document.ts';
import { ok } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';
import { unsentMail } from '../mail.ts';

/** Mails to volunteers as files, for one's own mail program. */
export const mailFiles = (
  read: Asking,
  { now, newId }: { now: () => number; newId: () => string },
): FileCalls<'mails.file'> => ({
  'mails.file': async (input) => {
    const found = await read('mails.draft', input);
    if (!found.ok) return found;
    const { subject, body, notice, to } = found.value;
    const known = to.flatMap(({ mail }) => mail ?? []);
    const mail = unsentMail(newId(), known, subject, mailText(notice, body), now());
    const made = madeFile(fileName('eml', subject), 'message/rfc822', mail);
    const without = to.filter((one) => one.mail === null).map(({ name }) => name);
    return ok({ ...made.value, without });
  },
});

/** Letters as files. Making one takes a while and needs no store, so nobody's save waits for it. */
export const letterFiles = (read: Asking, now: () => number): FileCalls<'letters.file'> => ({
  'letters.file': async ({ id, as }) => {
    const found = await read('letters.get', { id });
    if (!found.ok) return found;
    const { letter, office, notice, concerns, review } = found.value;
    const document = letterDocument({ ...letter, office, notice, date: dayWords(letter.on) });
    const about = review ? [review] : concerns;
    const numbers = about.map(({ reference }) => reference ?? '').slice(0, 3);
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
