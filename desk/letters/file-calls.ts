import type { CallName, contract, Output, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { letterDocument, mailText } from '#shared/letters/document.ts';
import { ok, type Result } from '#shared/result.ts';
import { fileName } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import { unsentMail } from '../mail.ts';
import { docxOf } from './docx.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Reads from the open store, as whoever asked. */
export type Asking = <N extends CallName>(name: N, input: Parsed<N>) => Promise<Result<Output<N>, Failure>>;

/** A file that leaves by a call, which carries text. */
export const madeFile = (name: string, mime: string, bytes: Uint8Array | string) =>
  ok({ name, mime, bytes: Buffer.from(bytes).toString('base64') });

/** Calls that make files, answered beside the store. */
export type FileCalls<C extends CallName> = {
  [N in C as (typeof contract)[N]['where'] extends 'app' ? N : never]: (
    input: Parsed<N>,
  ) => Promise<Result<Output<N>, Failure>>;
};

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
    const mail = unsentMail(id, undefined, letter.subject, mailText(notice, letter.body), now());
    return madeFile(fileName('eml', 'Letter', ...numbers, letter.on), 'message/rfc822', mail);
  },
});
