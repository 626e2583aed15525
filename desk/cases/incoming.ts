import { writeFile } from '#db/files.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import { caseNumber, provisionalNumber } from '#shared/cases/number.ts';
import type { Parsed } from '#shared/contract.ts';
import { instant } from '#shared/ids.ts';
import { type CaseFile, caseState } from '#shared/records/case-file.ts';
import { bareMailId, mailKey } from '#shared/records/case-mails.ts';
import type { Message } from '#shared/records/case-parts.ts';
import { type AttachedFile, kindOfFile, mailKind, mostCaseFiles } from '#shared/records/file.ts';
import { filesStanding } from '#shared/records/with-files.ts';
import { fail, ok } from '#shared/result.ts';
import { limits } from '#shared/sync/wire.ts';
import type { Context, Reads, Writes } from '../context.ts';
import { sees } from '../rights.ts';
import { isMail } from './mail/is-mail.ts';
import { onCase } from './steps.ts';

type Sought = Parsed<'incoming.near'>;

/** Cases of which an e-mail bears one of these keys, as far as whoever asks may open them, the latest first. */
const bearing = (r: Reader, ctx: Context, keys: readonly string[]): CaseFile[] => {
  if (keys.length === 0) return [];
  return r
    .all(
      sql
        .selectFrom('caseFile')
        .select('data')
        .where('mails', 'is not', null)
        .where((e) => e.or(keys.map((key) => e(e.fn<number>('instr', ['mails', e.val(key)]), '>', 0))))
        .orderBy('received', 'desc')
        .limit(50),
    )
    .map(({ data }) => JSON.parse(data) as CaseFile)
    .filter((c) => sees(r, ctx, 'caseFile', c));
};

/** Open cases from somebody of the register. */
const ofContact = (r: Reader, ctx: Context, contact: string): CaseFile[] =>
  r
    .all(
      sql
        .selectFrom('caseFile')
        .select('data')
        .where('from', '=', contact)
        .where('state', '=', 'open')
        .orderBy('received', 'desc')
        .limit(50),
    )
    .map(({ data }) => JSON.parse(data) as CaseFile)
    .filter((c) => sees(r, ctx, 'caseFile', c));

/** A subject without what answering and forwarding put before it. */
const bareSubject = (text = ''): string =>
  text
    .replace(/^(?:\s*(?:re|aw|fw|fwd|sv)\s*(?:\[\d+\])?:)+/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** In what an e-mail is like a case of its sender: nothing of this says anything where the sender is another. */
const likeness = (c: CaseFile, { subject, answers = [], words }: Sought): string[] => {
  const ids = new Set(
    c.messages.flatMap(({ id, mail }) => [
      `${id}@icv-desk.invalid`,
      ...(mail?.id ? [bareMailId(mail.id)] : []),
    ]),
  );
  const numbers = [caseNumber(c), provisionalNumber(c.id)].map((one) => one.toLowerCase());
  const text = `${subject ?? ''}\n${words}`.toLowerCase();
  const bare = bareSubject(subject);
  return [
    ...(answers.some((one) => ids.has(bareMailId(one))) ? ['it answers a message of this case'] : []),
    ...(bare !== '' && c.messages.some((one) => bareSubject(one.subject) === bare)
      ? ['the same subject']
      : []),
    ...(numbers.some((number) => text.includes(number)) ? ['it gives the number of this case'] : []),
  ];
};

export const incomingReads = {
  'incoming.near': (r, sought, ctx) => {
    const { id, hash, address, contact } = sought;
    const same = [...(id ? [mailKey('id', id)] : []), ...(hash ? [mailKey('hash', hash)] : [])];
    const kept = bearing(r, ctx, same);
    const known = contact === undefined ? undefined : readRecord(r, 'contact', contact)?.document;
    const fromThem = [
      ...(address ? bearing(r, ctx, [mailKey('from', address)]) : []),
      ...(known ? ofContact(r, ctx, known.id) : []),
    ];
    const cases = [...new Map(fromThem.map((c) => [c.id, c])).values()]
      .filter((c) => caseState(c) === 'open')
      .map((c) => ({ c, why: likeness(c, sought) }))
      .filter(({ why }) => why.length > 0)
      .slice(0, 10);
    return ok({
      kept: kept.map((c) => ({ id: c.id, reference: caseNumber(c) })),
      cases: cases.map(({ c, why }) => ({
        id: c.id,
        reference: caseNumber(c),
        kind: c.kind,
        received: c.received,
        summary: c.summary ?? null,
        why: ['the same sender', ...why],
      })),
    });
  },
} satisfies Partial<Reads>;

/** What a case weighs in words at most, so that it travels whole; beyond it a message has only its beginning. */
const mostOfCase = 1_500_000;
const leastWords = 1_000;

/** The words of a message as far as there is room for them in its case. */
const fitting = (c: CaseFile, words: string): string => {
  const room = mostOfCase - JSON.stringify(c).length;
  return words.length <= Math.max(room, leastWords) ? words : words.slice(0, Math.max(room, leastWords));
};

export const incomingWrites = {
  'incoming.add': (w, { id, file, message: { mail, words, cut, ...said } }, ctx) =>
    onCase(w, ctx, id, (c) => {
      if (c.messages.some((one) => one.id === said.id)) return ok(undefined);
      const bytes = Buffer.from(file.bytes, 'base64');
      if (bytes.length > limits.file) return fail({ tag: 'fileTooLarge', most: limits.file });
      const kind = mail && isMail(bytes) ? mailKind : kindOfFile(bytes);
      if (!kind) return fail({ tag: 'fileKind' });
      const standing = filesStanding('caseFile', c);
      const hash = writeFile(w, 'caseFile', id, bytes);
      // The same e-mail twice is one file: who puts it in again was told that it is kept.
      const held = standing.find((one) => one.hash === hash);
      if (!held && standing.length >= mostCaseFiles)
        return fail({ tag: 'tooManyFiles', most: mostCaseFiles });
      const added: AttachedFile = { id: file.id, hash, name: file.name, kind, bytes: bytes.length };
      const original = held?.id ?? file.id;
      const room = words === undefined ? undefined : fitting(c, words);
      const message: Message = {
        ...said,
        direction: 'in',
        kept: instant(ctx.sources),
        by: ctx.identity.person,
        ...(room && { words: room }),
        ...((cut || room !== words) && { cut: true }),
        files: [original],
        ...(mail && kind === mailKind && { mail: { ...mail, original } }),
      };
      return ok({
        ...c,
        messages: [...c.messages, message],
        ...(!held && { files: [...(c.files ?? []), added] }),
      });
    }),
} satisfies Partial<Writes>;
