import type { CaseFile } from './case-file.ts';
import type { ReplyDraft } from './case-parts.ts';

/** Whether a reply waits for somebody to approve it. */
export const awaitsApproval = ({ asked, approved }: ReplyDraft): boolean =>
  asked !== undefined && approved === undefined;

/** The mail that this application made of a reply: what a mail program keeps of it comes back with its answer. */
const ownMailId = (message: string): string => `${message}@icv-desk.invalid`;

/** A name of an e-mail without its brackets, as it is compared. */
export const bareMailId = (text: string): string => text.replaceAll(/[<>\s|]/g, '').toLowerCase();

/** One key of an e-mail: what it calls itself, who it is from, or what is in it. */
export const mailKey = (of: 'id' | 'from' | 'hash', text: string): string => `|${of}:${bareMailId(text)}|`;

/**
 * By what the e-mails of a case are found again: its names, senders and originals, and the names of the mails that were
 * made of its replies; null where it has none.
 */
export const mailKeys = ({ messages, files = [] }: Pick<CaseFile, 'messages' | 'files'>): string | null => {
  const keys = messages.flatMap(({ id, direction, channel, mail }) => {
    if (direction === 'out') return channel === 'email' ? [mailKey('id', ownMailId(id))] : [];
    if (!mail) return [];
    const original = files.find((file) => file.id === mail.original);
    return [
      ...(mail.id ? [mailKey('id', mail.id)] : []),
      ...(mail.address ? [mailKey('from', mail.address)] : []),
      ...(original ? [mailKey('hash', original.hash)] : []),
    ];
  });
  return keys.length > 0 ? [...new Set(keys)].join('') : null;
};
