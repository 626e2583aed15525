import { sql } from 'kysely';
import type { Page } from '#hub/port.ts';
import { streamOf } from '#shared/sync/access.ts';
import { limits, type Stream, type StreamItem } from '#shared/sync/wire.ts';
import { type Context, readPlace } from './context.ts';
import { type Position, positions, readCursor, writeCursor } from './cursor.ts';
import { atOnce, itemsOf, makeItems, type Row } from './items.ts';

/** One page of what is seen under `keys`, in the order of its places; pages end between two of them. */
export const readPage = async (
  ctx: Context,
  stream: Stream,
  allKeys: readonly string[],
  text: string | null,
): Promise<Page> => {
  const place = await readPlace(ctx);
  const head = { epoch: place.epoch, n: place.n, receipt: place.receipt };
  const keys = allKeys.filter((key) => streamOf(key) === stream);
  const cursor = readCursor(text);
  const from = await positions(ctx, keys, cursor, head.n);
  const window = await readWindow(ctx, from);
  const { items, end } = await itemsOf(ctx, from, window.rows, keys);
  // Nothing is left out up to the end of the page; at its end lies the head where all of it fitted.
  const reached = end ?? window.end ?? head.n;
  const isHead = reached >= head.n;
  const left = isHead ? 0 : Math.max(1, (cursor?.left ?? (await countFrom(ctx, from))) - items.length);
  const next = Object.fromEntries(
    [...from].map(([key, { at, from: began }]) => [key, { at: Math.max(at, reached), from: began }]),
  );
  return {
    items,
    cursor: writeCursor({ epoch: head.epoch, keys: next, left: isHead ? null : left }),
    remaining: left,
    head,
  };
};

/**
 * The next rows under all keys in the order of their places. `end` is the last place of which all rows are there;
 * undefined where no more follow. A place with more rows than a page holds is taken whole.
 */
const readWindow = async (
  { db }: Context,
  from: ReadonlyMap<string, Position>,
): Promise<{ rows: Row[]; end: number | undefined }> => {
  const ofKey = (key: string, after: number, limit: number) =>
    db
      .selectFrom('audience')
      .select(['key', 'type', 'id', 'kind', 'epoch', 'n'])
      .where('key', '=', key)
      .where('n', '>', after)
      .orderBy('n')
      .limit(limit);
  const most = limits.items + 1;
  const found: Row[] = [];
  for (const [key, { at }] of from) found.push(...(await ofKey(key, at, most).execute()));
  found.sort((a, b) => a.n - b.n);
  const cut = found[most - 1]?.n;
  if (cut === undefined) return { rows: found, end: undefined };
  const before = found.filter(({ n }) => n < cut);
  if (before.length > 0) return { rows: before, end: cut - 1 };
  const whole = await db
    .selectFrom('audience')
    .select(['key', 'type', 'id', 'kind', 'epoch', 'n'])
    .where(
      'key',
      'in',
      [...from.keys()].filter((key) => (from.get(key)?.at ?? 0) < cut),
    )
    .where('n', '=', cut)
    .execute();
  return { rows: whole, end: cut };
};

const countFrom = async ({ db }: Context, from: ReadonlyMap<string, Position>): Promise<number> => {
  let count = 0;
  for (const [key, { at }] of from) {
    const row = await db
      .selectFrom('audience')
      .select(sql<number>`cast(count(*) as integer)`.as('count'))
      .where('key', '=', key)
      .where('n', '>', at)
      .executeTakeFirstOrThrow();
    count += row.count;
  }
  return count;
};

/** One set again, page by page in the order of ids. */
export const readSet = async (
  ctx: Context,
  key: string,
  type: string,
  after: string | null,
): Promise<{ items: StreamItem[]; next: string | null }> => {
  const rows = await ctx.db
    .selectFrom('audience')
    .select(['id', 'n', 'epoch'])
    .where('key', '=', key)
    .where('type', '=', type)
    .where('kind', '=', 'put')
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limits.items)
    .execute();
  const items: StreamItem[] = [];
  let bytes = 0;
  for (let done = 0; done < rows.length && bytes <= limits.page; done += atOnce) {
    const piece = rows.slice(done, done + atOnce);
    const made = await makeItems(
      ctx,
      piece.map(({ id, n, epoch }) => ({ type, id, n, epoch, purged: false, keys: [key], known: 0 })),
    );
    for (const { item, bytes: size } of made) {
      if (bytes > limits.page) break;
      items.push(item);
      bytes += size;
    }
  }
  const last = items.at(-1);
  const isEnd = rows.length < limits.items && items.length === rows.length;
  return { items, next: isEnd || !last ? null : last.id };
};
