import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SaidPurged } from '#hub/port.ts';
import type { Message } from '#shared/sync/wire.ts';
import { insertAll } from './bulk.ts';
import type { Context } from './context.ts';
import { type HubMeta, readMeta } from './identity.ts';

type Tombstone = Message<'offer'>['purged'][number];

/**
 * The hub's seal on a tombstone, which laptops keep and bring back after a restore: only what this office purged is
 * purged again on somebody's word. Its secret is one that the backup brings back as well.
 */
const sealOf = ({ office, nonceSecret }: HubMeta, { type, id, at }: Omit<Tombstone, 'seal'>): string =>
  createHmac('sha256', nonceSecret)
    .update(['icv-desk tombstone 1', office, type, id, at].join('\n'))
    .digest('base64url');

/** Seals tombstones of this office. */
export const tombstoneSealer = async (
  ctx: Context,
): Promise<(tombstone: Omit<Tombstone, 'seal'>) => string> => {
  const meta = await readMeta(ctx);
  return (tombstone) => sealOf(meta, tombstone);
};

/** Whether this office has purged it, before it was put back from a backup or since. */
export const isSealed = async (ctx: Context, { seal, ...tombstone }: Tombstone): Promise<boolean> => {
  if (seal === undefined) return false;
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(await readMeta(ctx), tombstone))];
  return given.length === own.length && timingSafeEqual(given, own);
};

/** Keeps what laptops say was purged, without the seal: nothing is destroyed on that, and nothing taken back. */
export const saidPurged = async (
  { db }: Context,
  device: string,
  tombstones: readonly Tombstone[],
): Promise<void> => {
  const rows = tombstones.map(({ type, id, at }) => ({ type, id, at, device }));
  await insertAll(db, 'said_purged', rows, { key: ['id', 'type'], set: [] });
};

export const readSaidPurged = ({ db }: Context): Promise<SaidPurged[]> =>
  db.selectFrom('said_purged').selectAll().orderBy('at').orderBy('id').execute();
