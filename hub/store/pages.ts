import { sql } from 'kysely';
import type { Page } from '#hub/port.ts';
import { recordKey } from '#shared/sync/accept.ts';
import { streamOf } from '#shared/sync/access.ts';
import { type LogEntry, limits, type Stream, type StreamItem } from '#shared/sync/wire.ts';
import { type Context, readPlace } from './context.ts';
import { openLogRow } from './state.ts';
import type { AudienceTable, LogTable } from './tables.ts';
import { placeOf } from './vault.ts';

/**
 * How far a reader has come: for each key the place up to which all is known, and the place it had reached when the
 * key was first read. What ceased to be seen before that was never shown under it, and is not told. `left` is about
 * how much follows.
 */
type Position = { at: number; from: number };
type Cursor = { epoch: number; keys: Record<string, Position>; left: number | null };

const writeCursor = ({ epoch, keys, left }: Cursor): string =>
  Buffer.from(
    JSON.stringify([
      epoch,
      Object.entries(keys).map(([key, { at, from }]) => (at >= from ? [key, at] : [key, at, from])),
      left,
    ]),
  ).toString('base64url');

/** Undefined where it is none of ours: then all is read again, which is right whatever the reader holds. */
const readCursor = (text: string | null): Cursor | undefined => {
  if (text === null) return undefined;
  try {
    const [epoch, keys, left] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const positions = keys.map(([key, at, from]: [string, number, number?]) => [
      key,
      { at, from: from ?? at },
    ]);
    return { epoch, keys: Object.fromEntries(positions), left };
  } catch {
    return undefined;
  }
};

/**
 * Where reading goes on under each of the keys. A position of an older epoch lies at most where that epoch ended:
 * what it had beyond was lost, and is told again if it came back.
 */
const positions = async (
  { db }: Context,
  keys: readonly string[],
  cursor: Cursor | undefined,
  head: number,
): Promise<Map<string, Position>> => {
  const later = cursor
    ? await db
        .selectFrom('epoch')
        .select('after')
        .where('epoch', '>', cursor.epoch)
        .orderBy('epoch')
        .limit(1)
        .executeTakeFirst()
    : undefined;
  const end = Math.min(head, later?.after ?? head);
  const begin: Position = { at: 0, from: head };
  return new Map(
    keys.map((key) => {
      const known = cursor?.keys[key];
      return [key, known ? { at: Math.min(known.at, end), from: Math.min(known.from, end) } : begin];
    }),
  );
};

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

type Row = Pick<AudienceTable, 'key' | 'type' | 'id' | 'kind' | 'epoch' | 'n'>;

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

/** A record of a page: where in the order it stands, and how far its reader knows its history. */
type Wanted = {
  type: string;
  id: string;
  n: number;
  epoch: number;
  purged: boolean;
  keys: string[];
  known: number;
};

/** The rows as items, one for each record, cut where a page is full. `end` is the last place that is told whole. */
const itemsOf = async (
  ctx: Context,
  from: ReadonlyMap<string, Position>,
  rows: readonly Row[],
  keys: readonly string[],
): Promise<{ items: StreamItem[]; end: number | undefined }> => {
  const visible = await readVisible(ctx, rows, keys);
  const wanted = new Map<string, Wanted>();
  for (const { type, id, kind, n, epoch, key } of rows) {
    // What ceased to be seen before its reader began was never shown to them.
    if (kind === 'gone' && n <= (from.get(key)?.from ?? 0)) continue;
    const name = recordKey(type, id);
    const under = visible.get(name) ?? [];
    // A reader knows the history up to where they stand under a key that has led to the record since before then.
    const known = under
      .map(({ key: k, since }) => ({ since, at: from.get(k)?.at ?? 0 }))
      .reduce((most, { since, at }) => (since <= at ? Math.max(most, at) : most), 0);
    wanted.set(name, {
      type,
      id,
      n,
      epoch,
      purged: kind === 'purged',
      keys: under.map((u) => u.key).sort(),
      known,
    });
  }
  const all = [...wanted.values()].sort((a, b) => a.n - b.n);
  const items: StreamItem[] = [];
  let bytes = 0;
  for (let done = 0; done < all.length; ) {
    const piece = all.slice(done, done + atOnce);
    const made = await makeItems(ctx, piece);
    for (const [i, one] of made.entries()) {
      const previous = all[done + i - 1];
      if (bytes > limits.page && previous && (piece[i] as Wanted).n > previous.n)
        return { items, end: previous.n };
      items.push(one.item);
      bytes += one.bytes;
    }
    done += piece.length;
  }
  return { items, end: undefined };
};

/** Records read together while a page is made; more would be read in vain where they are long. */
const atOnce = 100;

type Visible = Pick<AudienceTable, 'key' | 'since'>;

const readVisible = async (
  { db, among }: Context,
  rows: readonly Row[],
  keys: readonly string[],
): Promise<Map<string, Visible[]>> => {
  const found = await db
    .selectFrom('audience')
    .select(['type', 'id', 'key', 'since'])
    .where(among('id', [...new Set(rows.map(({ id }) => id))]))
    .where('kind', '=', 'put')
    .execute();
  const held = new Set(keys);
  return Map.groupBy(
    found.filter(({ key }) => held.has(key)),
    ({ type, id }) => recordKey(type, id),
  );
};

const makeItems = async (
  ctx: Context,
  wanted: readonly Wanted[],
): Promise<{ item: StreamItem; bytes: number }[]> => {
  const { db, vault, among } = ctx;
  const rows = await db
    .selectFrom('record')
    .selectAll()
    .where(
      among(
        'id',
        wanted.map(({ id }) => id),
      ),
    )
    .execute();
  const records = new Map(rows.map((row) => [recordKey(row.type, row.id), row]));
  const logs = await readLogs(ctx, wanted);
  return wanted.map((one) => {
    const { type, id, keys } = one;
    const record = records.get(recordKey(type, id));
    const told = { type, id, version: { epoch: one.epoch, n: one.n } };
    if (one.purged) return { item: { kind: 'purged', ...told, at: record?.purged ?? '' }, bytes: 200 };
    if (!record?.data || keys.length === 0) return { item: { kind: 'gone', ...told }, bytes: 150 };
    const text = vault.open(placeOf.record(type, id), record.data);
    const { entries: log, bytes } = logs(type, id);
    const version = { epoch: record.epoch, n: record.n };
    return {
      item: { kind: 'put', type, id, version, keys, document: JSON.parse(text), log },
      bytes: text.length + bytes + 200,
    };
  });
};

/** The history of records from where their reader knows it. */
const readLogs = async (ctx: Context, wanted: readonly Wanted[]) => {
  const { db, among } = ctx;
  const known = new Map(wanted.map((one) => [recordKey(one.type, one.id), one.known]));
  const found: LogTable[] = [];
  // Those of whom all is told are read apart, so that the others' history is not read from its beginning.
  for (const group of Map.groupBy(wanted, (one) => one.known === 0).values())
    found.push(
      ...(await db
        .selectFrom('log')
        .selectAll()
        .where(
          among(
            'record',
            group.map(({ id }) => id),
          ),
        )
        .where('n', '>', Math.min(...group.map((one) => one.known)))
        .orderBy('n')
        .execute()),
    );
  const byRecord = Map.groupBy(
    found.filter((row) => row.n > (known.get(recordKey(row.type, row.record)) ?? 0)),
    (row) => recordKey(row.type, row.record),
  );
  return (type: string, id: string): { entries: LogEntry[]; bytes: number } => {
    const rows = byRecord.get(recordKey(type, id)) ?? [];
    const opened = rows.map((row) => openLogRow(ctx, row));
    return {
      entries: opened.map(({ change, version, got, patch }) => {
        const { id: made, ...by } = change;
        return { change: made, ...version, ...by, got, patch };
      }),
      bytes: opened.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  };
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
