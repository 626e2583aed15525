import { linesWith } from '#hub/lines.ts';
import type { Device } from '#hub/port.ts';
import { derivedId } from '#shared/ids.ts';
import { recordKey } from '#shared/sync/accept.ts';
import { everyone } from '#shared/sync/access.ts';
import { insertAll } from './bulk.ts';
import type { Context } from './context.ts';
import { readMeta } from './identity.ts';
import { doAtOffice } from './office.ts';
import { readDevices } from './people.ts';
import { purgeAudience } from './records.ts';
import type { RecordTable } from './tables.ts';

/**
 * Purges a record and all that was said of it: the document, its history, what was contested or held, what lies in
 * quarantine under its name, and the key of its marks in the audit. What stays for ever is the tombstone, its id alone,
 * so that nobody can bring it back.
 */
export const purgeRecord = async (ctx: Context, type: string, id: string, at: string): Promise<void> => {
  const { office } = await readMeta(ctx);
  const rows = await ctx.db
    .selectFrom('record')
    .selectAll()
    .where((eb) =>
      eb.or([eb('parent', '=', recordKey(type, id)), eb('id', '=', derivedId(office, 'pen', id))]),
    )
    .where('purged', 'is', null)
    .execute();
  const own = await ctx.db
    .selectFrom('record')
    .selectAll()
    .where('id', '=', id)
    .where('type', '=', type)
    .executeTakeFirst();
  if (own?.purged) return;
  const itself = own ?? { type, id, epoch: 0, n: 0, parent: null, data: null, purged: null };
  for (const row of [...rows, itself]) await purgeOne(ctx, office, row, at);
  ctx.hasPurged = true;
};

const purgeOne = async (ctx: Context, office: string, row: RecordTable, at: string): Promise<void> => {
  const { db } = ctx;
  const { type, id } = row;
  const was = row.n === 0 ? undefined : { epoch: row.epoch, n: row.n };
  const by = { by: office, device: office };
  const version = await doAtOffice(ctx, {
    kind: 'purged',
    ...by,
    type,
    id,
    document: null,
    was,
    patch: null,
  });
  await insertAll(db, 'record', [{ type, id, ...version, parent: null, data: null, purged: at }], {
    key: ['id', 'type'],
    set: ['epoch', 'n', 'parent', 'data', 'purged'],
  });
  // What this hub never had, somebody has: everybody is told.
  if (!was)
    await insertAll(db, 'audience', [
      { key: everyone, type, id, kind: 'purged', ...version, since: version.n },
    ]);
  await purgeAudience(ctx, type, id, was, version);
  await forgetWords(ctx, type, id);
};

const forgetWords = async ({ db }: Context, type: string, id: string): Promise<void> => {
  const changes = db.selectFrom('log').select('change').where('record', '=', id).where('type', '=', type);
  await db
    .updateTable('answer')
    .set({ kind: 'purged', data: null })
    .where('change', 'in', changes)
    .where('data', 'is not', null)
    .execute();
  await db
    .updateTable('log')
    .set({ patch: null })
    .where('record', '=', id)
    .where('type', '=', type)
    .execute();
  const held = await db
    .selectFrom('held')
    .select(['device', 'number', 'change'])
    .where('record', '=', id)
    .where('type', '=', type)
    .execute();
  await insertAll(
    db,
    'answer',
    held.map((row) => ({ ...row, kind: 'purged', data: null })),
    { key: ['device', 'number', 'change'], set: [] },
  );
  await db.deleteFrom('held').where('record', '=', id).where('type', '=', type).execute();
  await db
    .updateTable('quarantine')
    .set({ data: null })
    .where('record', '=', id)
    .where('type', '=', type)
    .execute();
  await db.deleteFrom('subject').where('id', '=', id).where('type', '=', type).execute();
  await db.deleteFrom('file_piece').where('id', '=', id).where('type', '=', type).execute();
  await db.deleteFrom('file').where('id', '=', id).where('type', '=', type).execute();
  await db.deleteFrom('taken').where('id', '=', id).where('type', '=', type).execute();
  await db.deleteFrom('said_purged').where('id', '=', id).where('type', '=', type).execute();
};

/** The devices that may still hold what was purged; what one went on from holds nothing any more. */
export const outstandingAfterPurge = async (ctx: Context, type: string, id: string): Promise<Device[]> => {
  const tombstone = await ctx.db
    .selectFrom('record')
    .select('n')
    .where('id', '=', id)
    .where('type', '=', type)
    .where('purged', 'is not', null)
    .executeTakeFirst();
  if (!tombstone) return [];
  return linesWith(await readDevices(ctx), ({ seen }) => seen < tombstone.n);
};
