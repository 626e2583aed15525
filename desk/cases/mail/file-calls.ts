import { createHash } from 'node:crypto';
import { kindOfFile, mailKind } from '#shared/records/file.ts';
import { fail, ok } from '#shared/result.ts';
import { limits } from '#shared/sync/wire.ts';
import { type Asking, type FileCalls, madeFile } from '../../made-files.ts';
import { readAttachmentApart, readMailApart } from './apart.ts';
import { cleanWords, mostWords, safeName, whole } from './clean.ts';
import { isMail } from './is-mail.ts';

/** What comes in as a file, read beside the store. */
export const incomingFiles = (
  read: Asking,
  now: () => number,
): FileCalls<'incoming.read' | 'incoming.attachment'> => ({
  'incoming.read': async ({ name, bytes: text }) => {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length > limits.file) return fail({ tag: 'fileTooLarge', most: limits.file });
    const hash = createHash('sha256').update(bytes).digest('hex');
    const file = { name: safeName(name, 0), size: bytes.length, hash };
    if (isMail(bytes)) {
      const mail = await readMailApart(bytes, now());
      if (!mail.ok) return fail({ tag: 'badMail', detail: mail.error });
      const { remarks, ...said } = mail.value;
      return ok({ ...file, kind: mailKind, mail: said, words: null, remarks });
    }
    const kind = kindOfFile(bytes);
    if (!kind) return fail({ tag: 'fileKind' });
    if (kind !== 'text/plain') return ok({ ...file, kind, mail: null, words: null, remarks: [] });
    const said = cleanWords(bytes.subarray(0, 4 * mostWords).toString('utf8')).trim();
    const cut = said.length > mostWords || bytes.length > 4 * mostWords;
    const remarks = cut ? ['It is longer than can be shown. The whole stands in the file.'] : [];
    return ok({ ...file, kind, mail: null, words: whole(said.slice(0, mostWords)), remarks });
  },
  'incoming.attachment': async ({ id, file, at }) => {
    const kept = await read('files.read', { type: 'caseFile', id, file });
    if (!kept.ok) return kept;
    const found = await readAttachmentApart(Buffer.from(kept.value.bytes, 'base64'), at);
    return found.ok
      ? madeFile(found.value.name, 'application/octet-stream', found.value.bytes)
      : fail({ tag: 'badMail', detail: found.error });
  },
});
