import { createHash } from 'node:crypto';
import { sql as raw } from 'kysely';
import type { RecordType } from '#shared/records/types.ts';
import { attachedIn, filesStanding } from '#shared/records/with-files.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { limits } from '#shared/sync/wire.ts';
import type { RecordWrite } from './records.ts';
import { type FilePlace, type Reader, sql, type Writer } from './sql.ts';
import { isJoined } from './sync/membership.ts';

/**
 * Whether a file is here: not, as it was attached, or so that it is no longer what it was. A damaged one keeps its bytes
 * until the office has given whole ones.
 */
export const here = { no: 0, whole: 1, damaged: 2 } as const;

/** What a file is called everywhere but on screen. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const attachedTo = (r: Reader, type: RecordType, record: string) =>
  r.all(sql.selectFrom('attached').selectAll().where('record', '=', record).where('type', '=', type));

/** Where each file of a record is. */
export const filesOf = (r: Reader, type: RecordType, record: string) =>
  new Map(attachedTo(r, type, record).map((row) => [row.hash, row]));

export const findAttached = (r: Reader, { type, record, hash }: FilePlace) =>
  r.first(
    sql
      .selectFrom('attached')
      .selectAll()
      .where('record', '=', record)
      .where('type', '=', type)
      .where('hash', '=', hash),
  );

const piecesOf = ({ type, record, hash }: FilePlace) =>
  sql.selectFrom('file_piece').where('record', '=', record).where('type', '=', type).where('hash', '=', hash);

/** The bytes of a file that are here: pieces come one behind the other, so these are its first ones. */
export const bytesHere = (r: Reader, place: FilePlace): number =>
  r.first(piecesOf(place).select(raw<number>`ifnull(sum(length(bytes)), 0)`.as('count')))?.count ?? 0;

/** All that is here of a file. */
export const readFile = (r: Reader, place: FilePlace): Buffer =>
  Buffer.concat(r.all(piecesOf(place).select('bytes').orderBy('offset')).map(({ bytes }) => bytes));

/**
 * A file as it was attached. Otherwise it has not come yet, or it is no longer what it was: then nothing of it is
 * believed, and it is fetched again where there is an office to fetch it from.
 */
export const readWhole = (
  r: Reader,
  place: FilePlace,
): Result<Buffer, { tag: 'fileNotHere' } | { tag: 'fileDamaged'; alone: boolean; unsent?: true }> => {
  const content = readFile(r, place);
  if (hashOf(content) === place.hash) return ok(content);
  const known = findAttached(r, place);
  if (!known || known.here === here.no) return fail({ tag: 'fileNotHere' });
  r.damaged.add(place);
  const alone = !isJoined(r);
  return fail({ tag: 'fileDamaged', alone, ...(!alone && known.sent === 0 && { unsent: true }) });
};

/** The piece that begins at an offset; empty where none does. */
export const readPiece = (r: Reader, place: FilePlace, offset: number): Uint8Array =>
  r.first(piecesOf(place).select('bytes').where('offset', '=', offset))?.bytes ?? new Uint8Array();

/** What lies there of a damaged one makes way. */
export const writePiece = (w: Writer, place: FilePlace, offset: number, bytes: Uint8Array): void => {
  const { type, record, hash } = place;
  w.run(
    sql
      .insertInto('file_piece')
      .values({ type, record, hash, offset, bytes })
      .onConflict((c) => c.doUpdateSet({ bytes })),
  );
};

/** Puts a whole file beside its record. Gives its hash. Belongs inside the transaction that names it there. */
export const writeFile = (w: Writer, type: RecordType, record: string, bytes: Uint8Array): string => {
  const hash = hashOf(bytes);
  for (let offset = 0; offset < bytes.length; offset += limits.piece)
    writePiece(w, { type, record, hash }, offset, bytes.subarray(offset, offset + limits.piece));
  return hash;
};

/**
 * Puts a file that was carried here in the place of what has come of it so far: the office is still to have it. Gives
 * whether it was not here before.
 */
export const bringFile = (w: Writer, place: FilePlace, content: Uint8Array): boolean => {
  if (bytesHere(w, place) === content.length && findAttached(w, place)?.here !== here.damaged) return false;
  w.run(oneOf('file_piece', place));
  writeFile(w, place.type, place.record, content);
  mark(w, place, { here: here.whole, sent: 0 });
  return true;
};

/** Whether all of a file is here and is what its hash says; what is not goes, to be fetched again. */
export const settleFile = (w: Writer, place: FilePlace): boolean => {
  if (hashOf(readFile(w, place)) === place.hash) {
    mark(w, place, { here: here.whole, sent: 1 });
    return true;
  }
  w.run(oneOf('file_piece', place));
  return false;
};

/** Whether a file that was whole here is damaged, and is remembered as such: it is neither sent nor believed. */
export const noteDamaged = (w: Writer, place: FilePlace): boolean => {
  if (findAttached(w, place)?.here !== here.whole || hashOf(readFile(w, place)) === place.hash) return false;
  mark(w, place, { here: here.damaged });
  return true;
};

/** Puts a whole file in the place of its damaged one; gives whether it is what its hash says. */
export const replaceDamaged = (w: Writer, place: FilePlace, content: Uint8Array): boolean => {
  if (hashOf(content) !== place.hash || findAttached(w, place)?.here !== here.damaged) return false;
  w.run(oneOf('file_piece', place));
  writeFile(w, place.type, place.record, content);
  mark(w, place, { here: here.whole, sent: 1 });
  return true;
};

export const mark = (
  w: Writer,
  { type, record, hash }: FilePlace,
  set: { here?: number; sent?: number },
): void => {
  w.touched.add(type);
  w.run(
    sql
      .updateTable('attached')
      .set(set)
      .where('record', '=', record)
      .where('type', '=', type)
      .where('hash', '=', hash),
  );
};

/** What takes away all that a table has of a file. */
const oneOf = (table: 'attached' | 'file_piece', { type, record, hash }: FilePlace) =>
  sql
    .deleteFrom(table as 'attached')
    .where('record', '=', record)
    .where('type', '=', type)
    .where('hash', '=', hash);

/**
 * Keeps what is known of files in step with the documents that name them. The pieces of one that is named nowhere any
 * more, not in a correction and not in anything that is unanswered, go.
 */
export const writeAttached = (w: Writer, writes: readonly RecordWrite[]): void => {
  for (const { type, document, before } of writes) {
    if (!attachedIn(type, document) && !(before && attachedIn(type, before))) continue;
    const known = filesOf(w, type, document.id);
    const standing = new Map(filesStanding(type, document).map((file) => [file.hash, file.bytes]));
    for (const [hash, bytes] of standing)
      if (!known.has(hash)) add(w, { type, record: document.id, hash }, bytes);
    for (const hash of known.keys())
      if (!standing.has(hash)) w.run(oneOf('attached', { type, record: document.id, hash }));
    const texts = [JSON.stringify(document), ...unansweredTexts(w, type, document.id)];
    for (const hash of hashesHere(w, type, document.id))
      if (!texts.some((text) => text.includes(hash)))
        w.run(oneOf('file_piece', { type, record: document.id, hash }));
  }
};

const add = (w: Writer, place: FilePlace, bytes: number): void => {
  const here = Number(bytesHere(w, place) === bytes);
  w.run(sql.insertInto('attached').values({ ...place, bytes, here, sent: 0 }));
};

const hashesHere = (r: Reader, type: RecordType, record: string): string[] =>
  r
    .all(
      sql
        .selectFrom('file_piece')
        .select('hash')
        .distinct()
        .where('record', '=', record)
        .where('type', '=', type),
    )
    .map(({ hash }) => hash);

/**
 * Takes the pieces of files away that nothing names any more, now that what was unanswered is answered. Gives whether
 * there were any.
 */
export const forgetUnnamed = (w: Writer): boolean => {
  const standsNot = sql
    .selectFrom('file_piece as p')
    .leftJoin('attached as a', (join) =>
      join.onRef('a.record', '=', 'p.record').onRef('a.type', '=', 'p.type').onRef('a.hash', '=', 'p.hash'),
    )
    .select(['p.type', 'p.record', 'p.hash'])
    .distinct()
    .where('a.hash', 'is', null);
  const gone = w.all(standsNot).filter(({ type, record, hash }) => {
    const shown = w.first(
      sql
        .selectFrom(type as 'setting')
        .select('data')
        .where('id', '=', record),
    );
    return ![shown?.data ?? '', ...unansweredTexts(w, type, record)].some((text) => text.includes(hash));
  });
  for (const place of gone) w.run(oneOf('file_piece', place));
  return gone.length > 0;
};

/** What the office holds below unanswered changes, and the changes: they may be taken back. */
const unansweredTexts = (r: Reader, type: RecordType, record: string): string[] => {
  const below = r.first(
    sql.selectFrom('below').select('data').where('record', '=', record).where('type', '=', type),
  );
  const changes = r.all(
    sql
      .selectFrom('outgoing')
      .select(['base', 'sealed'])
      .where('record', '=', record)
      .where('type', '=', type),
  );
  return [below?.data ?? '', ...changes.flatMap(({ base, sealed }) => [base ?? '', sealed ?? ''])];
};
