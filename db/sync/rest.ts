import { gunzipSync, gzipSync } from 'node:zlib';
import { sql as raw } from 'kysely';
import { z } from 'zod';
import { recordId } from '#shared/records/common.ts';
import { fileHash } from '#shared/records/file.ts';
import { change } from '#shared/sync/wire.ts';
import { hashOf, readWhole } from '../files.ts';
import { readIdentity } from '../identity.ts';
import { sealTo } from '../sealed.ts';
import { type Reader, sql } from '../sql.ts';
import { readMembership } from './membership.ts';
import { openPatch, sealedIn } from './outgoing.ts';

/** What is open has no number yet, and lies on a document that its author saw; null for a new record. */
const openChange = change
  .omit({ number: true })
  .extend({ base: z.looseObject({ id: z.string() }).nullable() });

/** Everything of a store that the office has not got, whole enough to be read and brought in anywhere. */
export const unsent = z.object({
  kind: z.literal('icv-desk-unsent'),
  office: z.string(),
  person: z.string(),
  device: z.string(),
  /** Changes exactly as they are sent, in their order. */
  sealed: z.array(change),
  open: z.array(openChange),
  /** Attached files that the office has not got either: their bytes follow, one behind the other in this order. */
  files: z
    .array(z.object({ type: z.string(), record: recordId, hash: fileHash, bytes: z.int().min(1) }))
    .optional(),
});
export type Unsent = z.infer<typeof unsent>;

/** A file that the office has not got, with what is in it. */
export type UnsentFile = { type: string; record: string; hash: string; content: Uint8Array };
export type Left = { rest: Unsent; files: readonly UnsentFile[] };

/** JSON has no line break of its own, so the first one ends it; behind it lie the files. */
const lineBreak = 0x0a;

/** Everything unsent as bytes, packed. */
export const pack = ({ rest, files }: Left): Buffer => {
  const named = files.map(({ content, ...file }) => ({ ...file, bytes: content.length }));
  const text = JSON.stringify({ ...rest, ...(named.length > 0 && { files: named }) });
  return gzipSync(Buffer.concat([Buffer.from(`${text}\n`), ...files.map(({ content }) => content)]));
};

/** What was packed; undefined for anything else, and where a file is not whole, or not what its hash says. */
export const unpack = (packed: Uint8Array, largest?: number): Left | undefined => {
  try {
    const plain = gunzipSync(packed, largest === undefined ? {} : { maxOutputLength: largest });
    const end = plain.indexOf(lineBreak);
    const text = end < 0 ? plain : plain.subarray(0, end);
    const rest = unsent.safeParse(JSON.parse(text.toString('utf8'))).data;
    let at = end + 1;
    const files = (rest?.files ?? []).map(({ bytes, ...file }) => {
      const content = plain.subarray(at, at + bytes);
      at += bytes;
      return { ...file, content };
    });
    return rest && files.every(({ content, hash }) => hashOf(content) === hash) ? { rest, files } : undefined;
  } catch {
    return undefined;
  }
};

/** The files that are whole here and that the office has not. */
const unsentFiles = (r: Reader): UnsentFile[] =>
  r
    .all(
      sql
        .selectFrom('attached')
        .select(['type', 'record', 'hash'])
        .where('here', '=', raw.lit(1))
        .where('sent', '=', raw.lit(0)),
    )
    .flatMap((place) => {
      const content = readWhole(r, place);
      return content.ok ? [{ ...place, content: content.value }] : [];
    });

/** What is unsent, drafts that are not ready to be sent yet and files included. */
export const readLeft = (r: Reader): Left => ({ rest: readUnsent(r), files: unsentFiles(r) });

const readUnsent = (r: Reader): Unsent => {
  const { office, person, device } = readIdentity(r);
  const sealed = r.all(
    sql.selectFrom('outgoing').selectAll().where('sealed', 'is not', null).orderBy('number'),
  );
  const open = r.all(
    sql
      .selectFrom('outgoing')
      .selectAll()
      .where('number', 'is', null)
      .orderBy('rowid' as 'at'),
  );
  return {
    kind: 'icv-desk-unsent',
    office,
    person,
    device,
    sealed: sealed.map(sealedIn),
    open: open.map((row) => ({
      id: row.change_id,
      device,
      type: row.type,
      record: row.record,
      after: null,
      by: row.by,
      saw: row.saw === null ? null : JSON.parse(row.saw),
      at: row.at,
      patch: openPatch(r, row),
      base: row.base === null ? null : JSON.parse(row.base),
    })),
  };
};

/** How many files that the office has not are damaged here: a rescue file goes without them. */
export const damagedOf = (r: Reader, { files }: Left): number => {
  const unsent = sql.selectFrom('attached').where('here', '<>', raw.lit(0)).where('sent', '=', raw.lit(0));
  return (r.first(unsent.select(({ fn }) => fn.countAll<number>().as('count')))?.count ?? 0) - files.length;
};

/** How many changes are unsent. */
export const changesIn = ({ rest }: Left): number => rest.sealed.length + rest.open.length;

/**
 * Everything unsent, sealed so that only the office can read it; nothing where nothing is unsent.
 * @param withFiles whether the attached files go with it, or the words alone
 */
export const sealedRest = (r: Reader, withFiles: boolean): string => {
  const hubKey = readMembership(r)?.hubKey;
  const left = withFiles ? readLeft(r) : { rest: readUnsent(r), files: [] };
  return hubKey && changesIn(left) + left.files.length > 0 ? sealTo(hubKey, pack(left)) : '';
};
