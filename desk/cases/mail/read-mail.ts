import PostalMime, { type Address, type Email } from 'postal-mime';
import { bareMailId } from '#shared/records/case-mails.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { limits } from '#shared/sync/wire.ts';
import { britishDayOf, britishTimeOf } from '#shared/times.ts';
import { cleanLine, cleanWords, mostWords, safeName, whole } from './clean.ts';
import { textOfHtml } from './html-text.ts';
import { isMail } from './is-mail.ts';

/** An e-mail as it may be shown and kept: words alone. Whatever else is in it stays within the original. */
export type ReadMail = {
  id?: string;
  answers: string[];
  address?: string;
  from?: string;
  to?: string;
  subject?: string;
  on?: string;
  at?: string;
  words: string;
  cut: boolean;
  attached: { name: string; kind: string; bytes: number }[];
  /** What is to be known about how it was read. */
  remarks: string[];
};

const mostLines = 450_000;
const mostParts = 5_000;
const mostAttached = 200;
const mostHeaders = 250_000;
const deepest = 30;
/** Reading one encoded name goes through all that comes after it; no name is as long as this. */
const longestName = 50_000;

/** What is counted before anything is parsed: lines, and those that may begin a part. */
const tooMuch = (bytes: Uint8Array): string | undefined => {
  if (bytes.length > limits.file) return `it has more than ${limits.file / 1_000_000} MB`;
  let lines = 0;
  let parts = 0;
  for (let at = 0; at >= 0 && at < bytes.length; ) {
    if (bytes[at] === 0x2d && bytes[at + 1] === 0x2d) parts += 1;
    lines += 1;
    const end = bytes.indexOf(0x0a, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  if (lines > mostLines) return 'it has far more lines than an e-mail has';
  return parts > mostParts ? 'it has far more parts than an e-mail has' : undefined;
};

const oneAddress = ({ name, address, group }: Address): string => {
  if (group) return `${cleanLine(name, 200)}: ${group.slice(0, 50).map(oneAddress).join(', ')}`;
  const mail = cleanLine(address, 320);
  const named = cleanLine(name, 200);
  return named === '' || named === mail ? mail : `${named} <${mail}>`;
};
const addresses = (all: readonly Address[]): string =>
  cleanLine(all.slice(0, 100).map(oneAddress).filter(Boolean).join(', '), 2_000);

const headerOf = ({ headers }: Email, key: string): string =>
  headers.find((one) => one.key === key)?.value ?? '';

/** When it was sent, by British time, as far as that can be true. */
const sentAt = (mail: Email, now: number): { on: string; at: string } | undefined => {
  const moment = Date.parse(mail.date ?? headerOf(mail, 'sent'));
  const dayMilliseconds = 86_400_000;
  if (!(moment > Date.UTC(1990, 0, 1) && moment < now + dayMilliseconds)) return undefined;
  const instant = new Date(moment).toISOString();
  return { on: britishDayOf(instant), at: britishTimeOf(instant) };
};

const idsIn = (text: string): string[] =>
  (text.slice(0, 20_000).match(/<[^<>\s]{1,490}>/g) ?? []).map(bareMailId).filter(Boolean);

const tidy = (text: string): string =>
  cleanWords(text)
    .replaceAll(/[^\S\n]+$/gm, '')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim();

const wordsOf = ({ text, html }: Email): { words: string; fromHtml: boolean; cut: boolean } => {
  const fromHtml = !text?.trim() && html !== undefined;
  // Cleaning takes letters out, so more is looked at than is kept; beyond that nobody reads.
  const raw = fromHtml ? textOfHtml(html, 4 * mostWords) : (text ?? '').slice(0, 4 * mostWords);
  const words = tidy(raw);
  const cut = words.length > mostWords || (!fromHtml && (text ?? '').length > raw.length);
  return { words: whole(words.slice(0, mostWords)), fromHtml, cut: cut || raw.length > 4 * mostWords };
};

const sizeOf = (content: ArrayBuffer | Uint8Array | string): number =>
  typeof content === 'string' ? content.length : content.byteLength;

const parse = async (bytes: Uint8Array): Promise<Result<Email, string>> => {
  const refused = tooMuch(bytes);
  if (refused) return fail(refused);
  if (!isMail(bytes)) return fail('it does not begin as an e-mail does');
  try {
    const mail = await PostalMime.parse(bytes, {
      maxNestingDepth: deepest,
      maxHeadersSize: mostHeaders,
      // An e-mail within an e-mail stays a file of it.
      forceRfc822Attachments: true,
    });
    if (mail.attachments.length > mostAttached) return fail(`it has more than ${mostAttached} attachments`);
    if (mail.headers.some(({ value }) => value.length > longestName))
      return fail('one of its headers is longer than any e-mail needs');
    return ok(mail);
  } catch {
    return fail('it is put together deeper, or with larger headers, than any e-mail is');
  }
};

/**
 * Reads an e-mail of a stranger. It is a value of words or a refusal, whatever the bytes are: parts are never unpacked,
 * sizes are counted and not believed, and of HTML only the words are taken.
 */
export const readMail = async (bytes: Uint8Array, now: number): Promise<Result<ReadMail, string>> => {
  const parsed = await parse(bytes);
  if (!parsed.ok) return parsed;
  const mail = parsed.value;
  const { words, fromHtml, cut } = wordsOf(mail);
  const sent = sentAt(mail, now);
  const id = bareMailId(mail.messageId ?? '').slice(0, 490);
  const from = mail.from ?? mail.sender;
  const address = cleanLine((from?.address ?? '').toLowerCase(), 320);
  const subject = cleanLine(mail.subject ?? '', 900);
  const to = addresses([...(mail.to ?? []), ...(mail.cc ?? [])]);
  const remarks = [
    ...(fromHtml ? ['It came as a page. Only its words are shown, and nothing of it was loaded.'] : []),
    ...(cut ? ['It is longer than can be shown. The whole stands in the original.'] : []),
    ...(sent ? [] : ['It says no day on which it was sent that can be true.']),
    ...(address ? [] : ['It names no sender.']),
  ];
  return ok({
    ...(id && { id }),
    answers: [...new Set([...idsIn(mail.inReplyTo ?? ''), ...idsIn(mail.references ?? '').slice(-48)])].slice(
      0,
      50,
    ),
    ...(address && { address }),
    ...(from && { from: oneAddress(from).slice(0, 500) }),
    ...(to && { to }),
    ...(subject && { subject }),
    ...sent,
    words,
    cut,
    attached: mail.attachments.map(({ filename, mimeType, content }, at) => ({
      name: safeName(filename ?? '', at),
      kind: cleanLine(mimeType, 100),
      bytes: sizeOf(content),
    })),
    remarks,
  });
};

/** One attachment of an e-mail, with a name that is safe on a disk. */
export const readAttachment = async (
  bytes: Uint8Array,
  at: number,
): Promise<Result<{ name: string; bytes: Uint8Array }, string>> => {
  const parsed = await parse(bytes);
  if (!parsed.ok) return parsed;
  const one = parsed.value.attachments[at];
  if (!one) return fail('it has no such attachment');
  const content = typeof one.content === 'string' ? Buffer.from(one.content) : new Uint8Array(one.content);
  return ok({ name: safeName(one.filename ?? '', at), bytes: content });
};
