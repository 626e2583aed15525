import { createHash } from 'node:crypto';
import type { Sources } from '#shared/ids.ts';
import type { RecordType } from '#shared/records/types.ts';
import { digestOfSet } from '#shared/sync/digest.ts';
import type { Digest, Reply, Stream } from '#shared/sync/wire.ts';
import { type Reader, sql, type Writer } from '../sql.ts';
import { keysOf, letGo } from './letting-go.ts';
import { readMeta, writeMeta } from './membership.ts';
import { applyItems } from './pull.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Counts and digests of what came through a stream, also of what is kept aside. */
export const digests = (r: Reader, stream: Stream): Digest[] => {
  const keys = readMeta<string[]>(r, `keys ${stream}`) ?? [];
  return keys.flatMap((key) => {
    const types = r.all(sql.selectFrom('audience').select('type').distinct().where('key', '=', key));
    return types.map(({ type }) => {
      const records = r.each(
        sql
          .selectFrom('audience')
          .select(['record as id', 'epoch', 'n'])
          .where('key', '=', key)
          .where('type', '=', type),
      );
      return { key, type, ...digestOfSet(records, sha256) };
    });
  });
};

/**
 * A set again, a page at a time in the order of ids: what differs is written, and what the hub does not have within the
 * span of the page goes. Gives how many records were put right.
 */
export const repair = (
  w: Writer,
  sources: Sources,
  { key, type }: { key: string; type: string },
  page: Reply<'set'>,
  first: boolean,
): number =>
  w.inTransaction(() => {
    const place = first ? '' : (readMeta<string>(w, 'repairing') ?? '');
    const ofSet = sql
      .selectFrom('audience')
      .select(['record', 'epoch', 'n'])
      .where('key', '=', key)
      .where('type', '=', type as RecordType)
      .where('record', '>', place);
    const held = w.all(page.next === null ? ofSet : ofSet.where('record', '<=', page.next));
    const known = new Map(held.map((row) => [row.record, row]));
    const given = new Set(page.items.map(({ id }) => id));
    const differing = page.items.filter((item) => {
      const row = known.get(item.id);
      return row?.n !== item.version.n || row.epoch !== item.version.epoch;
    });
    // A set tells of its own key alone: what other keys lead to stays as it is.
    applyItems(w, sources, [], differing, 'other');
    const surplus = held.filter((row) => !given.has(row.record)).map((row) => row.record);
    for (const record of surplus)
      w.run(
        sql
          .deleteFrom('audience')
          .where('key', '=', key)
          .where('type', '=', type as RecordType)
          .where('record', '=', record),
      );
    const lost = surplus.filter((id) => keysOf(w, { type, id }).length === 0);
    letGo(w, type as RecordType, lost);
    writeMeta(w, 'repairing', page.next ?? '');
    return differing.length + surplus.length;
  });
