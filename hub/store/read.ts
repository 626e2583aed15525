import { sql } from 'kysely';
import type { HubRead } from '#hub/port.ts';
import { auditTrail } from './audit.ts';
import { type Context, readPlace } from './context.ts';
import { awaitedFiles, isSeen, readFile, readPiece } from './files.ts';
import { readIdentity } from './identity.ts';
import { gapsOf } from './numbers.ts';
import { readPage, readSet } from './pages.ts';
import { openInvitations, readDevice, readDevices, readInvitation, readLine } from './people.ts';
import { outstandingAfterPurge } from './purge.ts';
import { readQuarantine } from './quarantine.ts';
import { isSealed, readSaidPurged } from './tombstones.ts';
import { placeOf } from './vault.ts';

/** Everything that can be asked, over one transaction. */
export const hubRead = (ctx: Context): HubRead => ({
  identity: () => readIdentity(ctx),
  head: async () => {
    const { epoch, n, receipt } = await readPlace(ctx);
    return { epoch, n, receipt };
  },
  knows: async ({ epoch, n, receipt }) => {
    if (n === 0) return receipt === '';
    const row = await ctx.db
      .selectFrom('log')
      .select(['epoch', 'receipt'])
      .where('n', '=', n)
      .where('receipt', 'is not', null)
      .executeTakeFirst();
    if (!row || row.receipt !== receipt) return false;
    if (row.epoch === epoch) return true;
    // An epoch in which nothing was accepted yet has the head of the one before it.
    const begun = await ctx.db
      .selectFrom('epoch')
      .select('after')
      .where('epoch', '=', epoch)
      .executeTakeFirst();
    return begun?.after === n;
  },
  device: (id) => readDevice(ctx, id),
  devices: () => readDevices(ctx),
  lineOf: (device) => readLine(ctx, device),
  invitation: (hash) => readInvitation(ctx, hash),
  openInvitations: () => openInvitations(ctx),
  document: async (type, id) => {
    const row = await ctx.db
      .selectFrom('record')
      .select('data')
      .where('id', '=', id)
      .where('type', '=', type)
      .executeTakeFirst();
    return row?.data ? JSON.parse(ctx.vault.open(placeOf.record(type, id), row.data)) : undefined;
  },
  documents: async (type) => {
    const rows = await ctx.db
      .selectFrom('record')
      .select(['id', 'data'])
      .where('type', '=', type)
      .orderBy('id')
      .execute();
    return rows.flatMap(({ id, data }) =>
      data ? [JSON.parse(ctx.vault.open(placeOf.record(type, id), data))] : [],
    );
  },
  isPurged: async (type, id) => {
    const row = await ctx.db
      .selectFrom('record')
      .select('purged')
      .where('id', '=', id)
      .where('type', '=', type)
      .executeTakeFirst();
    return Boolean(row?.purged);
  },
  isSealed: (tombstone) => isSealed(ctx, tombstone),
  saidPurged: () => readSaidPurged(ctx),
  gaps: (device) => gapsOf(ctx, device),
  page: (stream, keys, cursor) => readPage(ctx, stream, keys, cursor),
  lastLoss: async (keys) => {
    const row = await ctx.db
      .selectFrom('audience')
      .select(sql<number | null>`max(n)`.as('n'))
      .where(ctx.among('key', keys))
      .where('kind', '<>', 'put')
      .executeTakeFirst();
    return row?.n ?? 0;
  },
  outstanding: (type, id) => outstandingAfterPurge(ctx, type, id),
  digests: (keys) =>
    ctx.db
      .selectFrom('digest')
      .selectAll()
      .where(ctx.among('key', keys))
      .where('count', '>', 0)
      .orderBy('key')
      .orderBy('type')
      .execute(),
  set: (key, type, after) => readSet(ctx, key, type, after),
  file: (file) => readFile(ctx, file),
  piece: (file, start) => readPiece(ctx, file, start),
  awaiting: (keys) => awaitedFiles(ctx, keys),
  sees: (keys, type, id) => isSeen(ctx, keys, type, id),
  quarantined: () => readQuarantine(ctx),
  auditHead: async () => (await readPlace(ctx)).audit,
  auditTrail: (after, limit) => auditTrail(ctx, after, limit),
});
