import { createHash } from 'node:crypto';
import { filesStanding, hasFiles } from '#shared/records/with-files.ts';
import { recordKey } from '#shared/sync/accept.ts';
import type { FileRef } from '#shared/sync/wire.ts';
import { insertAll } from './bulk.ts';
import type { Context } from './context.ts';
import { rowsOf } from './copy.ts';
import type { RecordWrite } from './records.ts';
import type { FileTable } from './tables.ts';
import { placeOf } from './vault.ts';

/**
 * Says of records that were written which files they now wait for. What a record names nowhere any more, not in a
 * correction either, goes: a picture that was taken out of a draft is nobody's business.
 */
export const nameFiles = async (ctx: Context, writes: readonly RecordWrite[]): Promise<void> => {
  const carriers = writes.flatMap(({ type, document }) => (hasFiles(type) ? [{ type, document }] : []));
  if (carriers.length === 0) return;
  const ids = carriers.map(({ document }) => document.id);
  const rows = await ctx.db.selectFrom('file').selectAll().where(ctx.among('id', ids)).execute();
  const known = Map.groupBy(rows, ({ type, id }) => recordKey(type, id));
  const fresh = new Map<string, FileTable>();
  for (const { type, document } of carriers) {
    const { id } = document;
    const before = known.get(recordKey(type, id)) ?? [];
    for (const { hash, bytes } of filesStanding(type, document))
      if (!before.some((row) => row.hash === hash))
        fresh.set(`${recordKey(type, id)}/${hash}`, { type, id, hash, total: bytes, held: 0, whole: 0 });
    if (before.length === 0) continue;
    const text = JSON.stringify(document);
    for (const { hash } of before)
      if (!text.includes(hash)) await forgetFile(ctx, { type, record: id, hash });
  }
  await insertAll(ctx.db, 'file', [...fresh.values()], { key: ['id', 'type', 'hash'], set: [] });
};

const forgetFile = async (ctx: Context, { type, record, hash }: FileRef): Promise<void> => {
  for (const table of ['file', 'file_piece'] as const)
    await ctx.db
      .deleteFrom(table as 'file')
      .where('id', '=', record)
      .where('type', '=', type)
      .where('hash', '=', hash)
      .execute();
  ctx.hasPurged = true;
};

export const readFile = async (
  { db }: Context,
  { type, record, hash }: FileRef,
): Promise<{ total: number; held: number; whole: boolean } | undefined> => {
  const row = await db
    .selectFrom('file')
    .select(['total', 'held', 'whole'])
    .where('id', '=', record)
    .where('type', '=', type)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row && { ...row, whole: row.whole === 1 };
};

export const readPiece = async (
  { db, vault }: Context,
  { type, record, hash }: FileRef,
  start: number,
): Promise<Uint8Array | undefined> => {
  const row = await db
    .selectFrom('file_piece')
    .select('data')
    .where('id', '=', record)
    .where('type', '=', type)
    .where('hash', '=', hash)
    .where('start', '=', start)
    .executeTakeFirst();
  return row && vault.openBytes(placeOf.piece(type, record, hash, start), row.data);
};

/** The hash of all pieces of a file, one behind the other; null where one of them is missing or was altered. */
const hashOfPieces = async (ctx: Context, file: FileRef, total: number): Promise<string | null> => {
  const hash = createHash('sha256');
  for (let start = 0; start < total; ) {
    const piece = await readPiece(ctx, file, start).catch(() => undefined);
    if (!piece?.length) return null;
    hash.update(piece);
    start += piece.length;
  }
  return hash.digest('hex');
};

/** Adds the next piece of a file that a record names. False where all have come and are not what the hash says. */
export const putPiece = async (ctx: Context, file: FileRef, bytes: Uint8Array): Promise<boolean> => {
  const { type, record: id, hash } = file;
  const known = await readFile(ctx, file);
  if (!known || known.whole) return known !== undefined;
  const start = known.held;
  const held = start + bytes.length;
  const data = ctx.vault.seal(placeOf.piece(type, id, hash, start), bytes);
  await insertAll(ctx.db, 'file_piece', [{ type, id, hash, start, data }]);
  const isLast = held >= known.total;
  const isRight = !isLast || (await hashOfPieces(ctx, file, held)) === hash;
  if (!isRight) await dropPieces(ctx, file);
  await ctx.db
    .updateTable('file')
    .set({ held: isRight ? held : 0, whole: Number(isLast && isRight) })
    .where('id', '=', id)
    .where('type', '=', type)
    .where('hash', '=', hash)
    .execute();
  return isRight;
};

const dropPieces = async ({ db }: Context, { type, record, hash }: FileRef): Promise<void> => {
  await db
    .deleteFrom('file_piece')
    .where('id', '=', record)
    .where('type', '=', type)
    .where('hash', '=', hash)
    .execute();
};

/** What a laptop is told to send at once; the rest with the next comparison. */
const mostAwaited = 200;

export const awaitedFiles = async (ctx: Context, keys: readonly string[]): Promise<FileRef[]> =>
  ctx.db
    .selectFrom('file')
    .innerJoin('audience', (join) =>
      join.onRef('audience.id', '=', 'file.id').onRef('audience.type', '=', 'file.type'),
    )
    .select(['file.type', 'file.id as record', 'file.hash'])
    .distinct()
    .where(ctx.among('audience.key', keys))
    .where('audience.kind', '=', 'put')
    .where('file.whole', '=', 0)
    .limit(mostAwaited)
    .execute();

export const isSeen = async (
  { db, among }: Context,
  keys: readonly string[],
  type: string,
  id: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom('audience')
    .select('key')
    .where('id', '=', id)
    .where('type', '=', type)
    .where('kind', '=', 'put')
    .where(among('key', keys))
    .executeTakeFirst();
  return row !== undefined;
};

/** Each file that is said to be whole is there, opens, and is what its hash says. */
export const filesHold = async (ctx: Context): Promise<string[]> => {
  const problems: string[] = [];
  for await (const rows of rowsOf(ctx.db, 'file'))
    for (const { type, id, hash, total, whole } of rows)
      if (whole === 1 && (await hashOfPieces(ctx, { type, record: id, hash }, total)) !== hash)
        problems.push(`File ${hash.slice(0, 12)} of the ${type} ${id} is missing or was altered.`);
  return problems;
};
