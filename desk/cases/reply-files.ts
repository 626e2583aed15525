import { letterDocument, mailText } from '#shared/letters/document.ts';
import { ok } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { docxOf } from '../docx.ts';
import { type Asking, docxType, type FileCalls, madeFile } from '../made-files.ts';
import { type Attachment, unsentMail } from '../mail.ts';

/** A mail address as a mail program takes one; anything else that somebody typed is a name. */
const isMailAddress = (text: string): boolean => /^[^\s<>,;@]+@[^\s<>,;@]+$/.test(text);

/** What was sent, as a mail that waits in one's own mail program, or on paper. */
export const replyFiles = (read: Asking, now: () => number): FileCalls<'replies.file'> => ({
  'replies.file': async ({ id, message: sent, as }) => {
    const found = await read('replies.paper', { id, message: sent });
    if (!found.ok) return found;
    const { message, office, notice, reference, files } = found.value;
    const { to = '', subject = '', words: body = '', on } = message;
    const named = (extension: string) => fileName(extension, 'Letter', reference, on);
    if (as === 'docx') {
      const paper = { ...{ office, notice, to, subject, body }, date: dayWords(on) };
      return madeFile(named('docx'), docxType, await docxOf(letterDocument(paper)));
    }
    const attached: Attachment[] = [];
    for (const { id: file } of files) {
      const one = await read('files.read', { type: 'caseFile', id, file });
      if (!one.ok) return one;
      const { name, kind, bytes } = one.value;
      attached.push({ name, mime: kind, bytes: Buffer.from(bytes, 'base64') });
    }
    const address = /<([^<>]+)>/.exec(to)?.[1] ?? to.trim();
    const mail = unsentMail(
      sent,
      isMailAddress(address) ? address : undefined,
      subject,
      mailText(notice, body),
      now(),
      attached,
    );
    return ok(madeFile(named('eml'), 'message/rfc822', mail).value);
  },
});
