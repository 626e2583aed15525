import { recordKey } from '#shared/sync/accept.ts';
import { type LogEntry, limits, type StreamItem } from '#shared/sync/wire.ts';
import type { Context } from './context.ts';
import type { Position } from './cursor.ts';
import { openLogRow } from './state.ts';
import type { AudienceTable, LogTable } from './tables.ts';
import { tombstoneSealer } from './tombstones.ts';
import { placeOf } from './vault.ts';

/** That something is to be told under a key: see `AudienceTable`. */
export type Row = Pick<AudienceTable, 'key' | 'type' | 'id' | 'kind' | 'epoch' | 'n'>;

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
export const itemsOf = async (
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
export const atOnce = 100;

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

export const makeItems = async (
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
  const seal = wanted.some(({ purged }) => purged) ? await tombstoneSealer(ctx) : undefined;
  return wanted.map((one) => {
    const { type, id, keys } = one;
    const record = records.get(recordKey(type, id));
    const told = { type, id, version: { epoch: one.epoch, n: one.n } };
    if (one.purged) {
      const at = record?.purged ?? '';
      return { item: { kind: 'purged', ...told, at, seal: seal?.({ type, id, at }) }, bytes: 250 };
    }
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
