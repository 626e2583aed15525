import { instant, type Sources } from '#shared/ids.ts';
import { type Conflict, isContested } from '#shared/records/conflict.ts';
import { type RecordType, recordTypes } from '#shared/records/types.ts';
import { streamOf } from '#shared/sync/access.ts';
import type { LogEntry, Reply, Stream, StreamItem, Version } from '#shared/sync/wire.ts';
import { type RecordWrite, writeRecords } from '../records.ts';
import { type Reader, sql, type Writer } from '../sql.ts';
import { dropLostKeys, keysOf, letGo } from './letting-go.ts';
import {
  type Applied,
  readMembership,
  readMeta,
  remember,
  type UnusualRemoval,
  writeMeta,
} from './membership.ts';
import { isNewer } from './outgoing.ts';
import { type HeldById, heldOf, type Put, sorted } from './readable.ts';
import { purgeRecord } from './removal.ts';
import { onScreen } from './screen.ts';

type Gone = Exclude<StreamItem, { kind: 'put' }>;

/**
 * Applies one page with its cursor and its keys, all of it or nothing. Where more would go than is usual, and nobody
 * declared it, nothing is done: people are asked first.
 */
export const apply = (
  w: Writer,
  sources: Sources,
  stream: Stream,
  page: Reply<'pull'>,
  agreed: boolean,
): Applied | UnusualRemoval =>
  w.inTransaction(() => {
    const unusual = agreed ? undefined : unusualRemoval(w, stream, page);
    if (unusual) return unusual;
    const done = applyItems(w, sources, [stream], page.items, 'newer');
    done.removed += dropLostKeys(w, stream, page.keys);
    const membership = readMembership(w);
    if (membership)
      remember(w, { cursors: { ...membership.cursors, [stream]: page.cursor }, head: page.head });
    const gone = page.items.filter((item) => item.kind === 'gone').length;
    if (page.remaining === 0 || agreed) writeMeta(w, `removed ${stream}`, 0);
    else if (gone > 0) writeMeta(w, `removed ${stream}`, removedSoFar(w, stream) + gone);
    return done;
  });

/** What a store begins with, before its first sync: the person, the settings, the forms. */
export const applyBeginning = (w: Writer, sources: Sources, items: readonly StreamItem[]): Applied =>
  w.inTransaction(() => applyItems(w, sources, ['shared', 'own'], items, 'newer'));

/** Removals in one pull that need no asking: up to so many records, or so large a part of all. */
const usual = { records: 20, part: 0.1 };

const removedSoFar = (r: Reader, stream: Stream): number => readMeta<number>(r, `removed ${stream}`) ?? 0;

const unusualRemoval = (r: Reader, stream: Stream, page: Reply<'pull'>): UnusualRemoval | undefined => {
  const gone = page.items.filter((item) => item.kind === 'gone');
  const before = removedSoFar(r, stream);
  if (gone.length + before <= usual.records) return undefined;
  const held = gone.filter((item) => keysOf(r, item).some((row) => row.stream === stream)).length;
  const removes = held + before;
  const all = r.first(
    sql.selectFrom('audience').select((e) => e.fn.count<number>('record').distinct().as('count')),
  );
  const of = (all?.count ?? 0) + before;
  return removes > usual.records && removes > of * usual.part ? { unusual: true, removes, of } : undefined;
};

/**
 * @param which `newer`: an item brings a record where it is newer than what is held; `other`: wherever it differs, as
 *   when a set is repaired
 */
export const applyItems = (
  w: Writer,
  sources: Sources,
  streams: readonly Stream[],
  items: readonly StreamItem[],
  which: 'newer' | 'other',
): Applied => {
  const done: Applied = { written: 0, removed: 0, purged: 0, aside: 0, contested: 0 };
  for (const [kind, run] of runsOf(items))
    if (kind === 'put') putAll(w, sources, streams, run as Put[], which, done);
    else for (const item of run as Gone[]) takeAway(w, streams, item, done);
  return done;
};

/** Neighbours of one kind together, in the order in which they came. */
const runsOf = (items: readonly StreamItem[]): ['put' | 'gone', StreamItem[]][] => {
  const runs: ['put' | 'gone', StreamItem[]][] = [];
  for (const item of items) {
    const kind = item.kind === 'put' ? 'put' : 'gone';
    const last = runs.at(-1);
    if (last?.[0] === kind) last[1].push(item);
    else runs.push([kind, [item]]);
  }
  return runs;
};

const takeAway = (w: Writer, streams: readonly Stream[], item: Gone, done: Applied): void => {
  if (item.kind === 'purged') {
    purgeRecord(w, item.type, item.id, item.at, item.seal);
    done.purged += 1;
    return;
  }
  const type = item.type as RecordType;
  w.run(
    sql
      .deleteFrom('audience')
      .where('record', '=', item.id)
      .where('type', '=', type)
      .where('stream', 'in', streams),
  );
  if (keysOf(w, item).length === 0) done.removed += letGo(w, type, [item.id]);
};

const isPurgedOf = (r: Reader, type: string, ids: readonly string[]): Set<string> =>
  new Set(
    r
      .all(sql.selectFrom('purged').select('record').where('type', '=', type).where('record', 'in', ids))
      .map((row) => row.record),
  );

const putAll = (
  w: Writer,
  sources: Sources,
  streams: readonly Stream[],
  all: readonly Put[],
  which: 'newer' | 'other',
  done: Applied,
): void => {
  // Of a record that comes twice in one page the last is what it is now.
  for (const [type, ofType] of Map.groupBy(all, (item) => item.type)) {
    const latest = [...new Map(ofType.map((item) => [item.id, item])).values()];
    const purged = isPurgedOf(
      w,
      type,
      latest.map(({ id }) => id),
    );
    const items = latest.filter(({ id }) => !purged.has(id));
    if (items.length === 0) continue;
    const held = heldOf(w, type, items);
    const { readable, unreadable } = sorted(type, items, held);
    keepAside(w, unreadable, done);
    show(w, sources, type as RecordType, readable, held, which, done);
    keepAudience(w, streams, items);
    if (readable.length > 0 && type !== 'pen' && type !== 'conflict')
      keepLog(
        w,
        type as RecordType,
        ofType.filter(({ id }) => !purged.has(id)),
      );
  }
};

/** What a newer version wrote and this one cannot read is kept whole, and applied after an update. */
const keepAside = (w: Writer, items: readonly Put[], done: Applied): void => {
  done.aside += items.length;
  for (const { type, id, version, ...rest } of items) {
    const item = JSON.stringify({ type, id, version, ...rest });
    w.run(
      sql
        .insertInto('aside')
        .values({ type, record: id, ...version, item })
        .onConflict((c) => c.columns(['type', 'record']).doUpdateSet({ ...version, item })),
    );
  }
};

const show = (
  w: Writer,
  sources: Sources,
  type: RecordType,
  items: readonly Put[],
  held: HeldById,
  which: 'newer' | 'other',
  done: Applied,
): void => {
  const ids = items.map(({ id }) => id);
  if (ids.length === 0) return;
  const changed = items.filter((item) => {
    const known = held.get(item.id)?.version ?? null;
    const differs = known?.n !== item.version.n || known.epoch !== item.version.epoch;
    return which === 'other' ? differs : isNewer(item.version, known);
  });
  const at = instant(sources);
  const writes = changed.map(
    (item): RecordWrite =>
      onScreen(w, type, item as { document: { id: string }; version: Version }, held.get(item.id), at),
  );
  writeRecords(w, writes);
  done.written += writes.length;
  if (type === 'conflict')
    done.contested += changed.filter((item) => isContested(item.document as unknown as Conflict)).length;
  for (const table of ['aside', 'leaving'] as const)
    w.run(
      sql
        .deleteFrom(table as 'aside')
        .where('type', '=', type)
        .where('record', 'in', ids),
    );
};

/** Why this store may hold the records: replaced for the stream that told of it. */
const keepAudience = (w: Writer, streams: readonly Stream[], items: readonly Put[]): void => {
  w.runAll(
    sql
      .deleteFrom('audience')
      .where('record', '=', '')
      .where('type', '=', '' as RecordType)
      .where('stream', '=', '' as Stream),
    items.flatMap((item) => streams.map((stream) => [item.id, item.type, stream])),
  );
  const rows = items.flatMap(({ type, id, version, keys }) =>
    keys.map((key) => ({
      type: type as RecordType,
      record: id,
      key,
      stream: streamOf(key),
      epoch: version.epoch,
      n: version.n,
    })),
  );
  if (rows[0])
    w.runAll(
      sql.replaceInto('audience').values(rows[0]),
      rows.map((row) => Object.values(row)),
    );
};

/**
 * Who changed what, and when, as the office's log says: nothing of it is there twice, and own receipts stay. A change
 * that also wrote a conflict or a pen stands with the record that it is about; those have no history of their own.
 */
const keepLog = (w: Writer, type: RecordType, items: readonly Put[]): void => {
  const row = (record: string, { change, patch, got, ...entry }: LogEntry) => ({
    epoch: entry.epoch,
    n: entry.n,
    change_id: change,
    device: entry.device,
    number: entry.number,
    type,
    record,
    by: entry.by,
    at: entry.at,
    patch: patch && JSON.stringify(patch),
    answer: JSON.stringify({ kind: 'accepted', version: { epoch: entry.epoch, n: entry.n }, at: got }),
  });
  const rows = items.flatMap(({ id, log }) => log.map((entry) => row(id, entry)));
  // A hub that was restored, and moved on before it knew, has given a number to another change since.
  w.runAll(
    sql.deleteFrom('accepted').where('epoch', '=', 0).where('n', '=', 0).where('change_id', '<>', ''),
    rows.map(({ epoch, n, change_id }) => [epoch, n, change_id]),
  );
  if (rows[0])
    w.runAll(
      sql
        .insertInto('accepted')
        .values(rows[0])
        .onConflict((c) =>
          c.column('change_id').doUpdateSet((e) => ({
            epoch: e.ref('excluded.epoch'),
            n: e.ref('excluded.n'),
            type: e.ref('excluded.type'),
            record: e.ref('excluded.record'),
            patch: e.ref('excluded.patch'),
          })),
        ),
      rows.map((one) => Object.values(one)),
    );
};

/** What this version can read of what an earlier one had to keep aside; gives how much it was. */
export const applyAside = (w: Writer, sources: Sources): number =>
  w.inTransaction(() => {
    const rows = w.all(sql.selectFrom('aside').select('item').where('type', 'in', recordTypes));
    const items = rows.map((row) => JSON.parse(row.item) as Put);
    return applyItems(w, sources, [], items, 'newer').written;
  });
