import { sql as raw } from 'kysely';
import type { RecordType } from '#shared/records/types.ts';
import { attachedIn, type FileType, fileTypes } from '#shared/records/with-files.ts';
import type { FileRef } from '#shared/sync/wire.ts';
import {
  bytesHere,
  findAttached,
  here,
  mark,
  noteDamaged,
  readPiece,
  replaceDamaged,
  settleFile,
  writePiece,
} from '../files.ts';
import { readRecord } from '../records.ts';
import { type FilePlace, type Reader, sql, type Writer } from '../sql.ts';
import { isJoined } from './membership.ts';

/** A file that is on its way, and how much of it is here; of a damaged one nothing counts. */
type Moving = FileRef & { bytes: number; held: number; damaged?: true };

/** Files are moved one after another; what is left is asked for with the next sync. */
const atOnce = 100;

const placeOf = ({ type, record, hash }: FileRef): FilePlace => ({ type: type as RecordType, record, hash });

/** Files that are here and that the office has not. Of a record with unanswered changes it may not know yet. */
export const filesToSend = (r: Reader): Moving[] =>
  isJoined(r)
    ? fileTypes
        .flatMap((type) => r.all(notSent(type, here.whole)))
        .map((file) => ({ ...file, held: file.bytes }))
    : [];

/** Files that are damaged here and that the office never had: nobody has them but whoever attached them. */
export const damagedUnsent = (r: Reader): FilePlace[] =>
  isJoined(r) ? fileTypes.flatMap((type) => r.all(notSent(type, here.damaged))) : [];

const notSent = (type: FileType, state: number) =>
  sql
    .selectFrom('attached')
    .innerJoin(`${type as 'visit'} as own`, 'own.id', 'attached.record')
    .leftJoin('outgoing', 'outgoing.record', 'attached.record')
    .select(['attached.type', 'attached.record', 'attached.hash', 'attached.bytes'])
    .where('attached.here', '=', raw.lit(state))
    .where('attached.sent', '=', raw.lit(0))
    .where('attached.type', '=', type)
    .where('own.n', 'is not', null)
    .where('outgoing.record', 'is', null)
    .limit(atOnce);

/**
 * What was signed of a return is read with it, so it comes however large it is; what was here and is damaged comes again
 * for the same reason.
 */
const filesToFetch = (r: Reader, most: number): Moving[] => {
  const awaited = sql
    .selectFrom('attached')
    .selectAll()
    .where('here', '=', raw.lit(here.no))
    .where((where) => where.or([where('bytes', '<=', most), where('type', '=', 'periodReturn')]))
    .orderBy('bytes')
    .limit(atOnce);
  const damaged = sql
    .selectFrom('attached')
    .selectAll()
    .where('here', '=', raw.lit(here.damaged))
    .limit(atOnce);
  return [...r.all(damaged), ...r.all(awaited)].map((row) => moving(r, row));
};

const moving = (r: Reader, { type, record, hash, bytes }: FilePlace & { bytes: number }): Moving => {
  const place = { type, record, hash };
  return findAttached(r, place)?.here === here.damaged
    ? { ...place, bytes, held: 0, damaged: true }
    : { ...place, bytes, held: bytesHere(r, place) };
};

const fileOf = (r: Reader, type: FileType, record: string, id: string): Moving | null => {
  const held = readRecord(r, type, record);
  const file = held && attachedIn(type, held.document)?.find((one) => one.id === id);
  return file ? moving(r, { type, record, hash: file.hash, bytes: file.bytes }) : null;
};

/** Keeps a piece where it is the next one of a file that still stands in its record. */
const keepPiece = (w: Writer, file: Moving, offset: number, bytes: string): 'more' | 'whole' | 'broken' =>
  w.inTransaction(() => {
    const place = placeOf(file);
    const piece = Buffer.from(bytes, 'base64');
    const known = findAttached(w, place);
    if (known?.here === here.whole) return 'whole';
    const held = bytesHere(w, place);
    if (!known || piece.length === 0 || held + piece.length > file.bytes) return 'broken';
    if (held === offset) writePiece(w, place, offset, piece);
    if (bytesHere(w, place) < file.bytes) return 'more';
    return settleFile(w, place) ? 'whole' : 'broken';
  });

/** The steps by which files go to the office and come from it, each done when it returns. */
export const fileSteps = (w: Writer) => ({
  filesToSend: () => filesToSend(w),
  filesToFetch: (most: number) => filesToFetch(w, most),
  fileOf: (type: FileType, record: string, id: string) => fileOf(w, type, record, id),
  pieceOf: (file: FileRef, offset: number) =>
    Buffer.from(readPiece(w, placeOf(file), offset)).toString('base64'),
  keepPiece: (file: Moving, offset: number, bytes: string) => keepPiece(w, file, offset, bytes),
  replaceDamaged: (file: FileRef, bytes: string) =>
    w.inTransaction(() => replaceDamaged(w, placeOf(file), Buffer.from(bytes, 'base64'))),
  noteDamaged: (files: readonly FileRef[]) =>
    w.inTransaction(() => files.filter((file) => noteDamaged(w, placeOf(file))).length > 0),
  fileSent: (file: FileRef | null, sent: boolean) => {
    if (file) mark(w, placeOf(file), { sent: Number(sent) });
    else w.run(sql.updateTable('attached').set({ sent: Number(sent) }));
  },
});
