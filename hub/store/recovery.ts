import { instant } from '#shared/ids.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { recordKey, type Stored } from '#shared/sync/accept.ts';
import { applyPatch, diff, type Patch, same } from '#shared/sync/patch.ts';
import type { Message, Version } from '#shared/sync/wire.ts';
import { insertAll } from './bulk.ts';
import { type Context, readPlace, savePlace } from './context.ts';
import { readMeta } from './identity.ts';
import { doAtOffice } from './office.ts';
import { readDevice } from './people.ts';
import { purgeRecord } from './purge.ts';
import { keepAside } from './quarantine.ts';
import { readLogs, readStored } from './state.ts';
import { placeOf } from './vault.ts';

export { closeRecovery } from './close-recovery.ts';

/**
 * A hub that was restored begins an epoch later than any that somebody knows. Where it has begun one since, the laptop
 * that comes now is only late, and nothing begins again.
 */
export const beginRecovery = async (ctx: Context, beyond: number): Promise<void> => {
  const place = await readPlace(ctx);
  if (beyond < place.epoch) return;
  const epoch = beyond + 1;
  await ctx.db.insertInto('epoch').values({ epoch, after: place.n }).execute();
  await savePlace(ctx, { epoch, recovering: 1 });
};

const isLater = (a: Version, b: Version): boolean => a.epoch > b.epoch || (a.epoch === b.epoch && a.n > b.n);

/** Takes back what was lost and a laptop still has: first what was purged, so that none of it comes back. */
export const takeOffered = async (
  ctx: Context,
  deviceId: string,
  { purged, records }: Message<'offer'>,
): Promise<number> => {
  for (const { type, id, at } of purged) await purgeRecord(ctx, type, id, at);
  const device = await readDevice(ctx, deviceId);
  const { office } = await readMeta(ctx);
  let taken = 0;
  for (const one of records)
    if (await takeOne(ctx, { device: deviceId, by: device?.person ?? office }, one)) taken += 1;
  return taken;
};

type Offered = Message<'offer'>['records'][number];

const takeOne = async (
  ctx: Context,
  from: { device: string; by: string },
  { type, id, version, document }: Offered,
): Promise<boolean> => {
  const place = await readPlace(ctx);
  const rows = await ctx.db
    .selectFrom('record')
    .selectAll()
    .where('id', '=', id)
    .where('type', '=', type)
    .execute();
  const current = (await readStored(ctx, rows)).get(recordKey(type, id));
  const known = await ctx.db
    .selectFrom('taken')
    .selectAll()
    .where('id', '=', id)
    .where('type', '=', type)
    .executeTakeFirst();
  const isOurs = version.epoch >= place.epoch || (known !== undefined && !isLater(version, known));
  if (current === 'purged' || isOurs) return false;
  if (current && !isLater(version, current.version) && current.version.epoch <= version.epoch) return false;
  const kind: RecordKind | undefined = Object.hasOwn(registry, type)
    ? registry[type as RecordType]
    : undefined;
  if (!kind?.schema.safeParse(document).success || document.id !== id) {
    await putAside(ctx, from.device, type, id, document);
    return false;
  }
  const base = known
    ? JSON.parse(ctx.vault.open(placeOf.taken(type, id), known.data))
    : await atEndOf(ctx, version.epoch, type, id, current);
  const merged = applyPatch<{ id: string } | undefined>(
    current?.document,
    diff(base, document, kind.groups),
    kind.groups,
  );
  // What does not fit what was sent again meanwhile is kept, and people can look at it.
  if (merged.conflicts.length > 0) await putAside(ctx, from.device, type, id, document);
  await remember(ctx, type, id, version, document);
  if (!merged.document || same(merged.document, current?.document)) return false;
  await raiseCounter(ctx, type, document);
  await doAtOffice(ctx, {
    kind: 'offered',
    ...from,
    type,
    id,
    document: merged.document,
    was: current?.version,
    patch: current ? diff(current.document, merged.document) : null,
    parentKeys: await keysOfParent(ctx, type, document),
  });
  return true;
};

/** A record as the backup had it: what has been sent again since is undone. */
const atEndOf = async (
  ctx: Context,
  epoch: number,
  type: string,
  id: string,
  current: Stored | undefined,
): Promise<unknown> => {
  const next = await ctx.db
    .selectFrom('epoch')
    .select('after')
    .where('epoch', '>', epoch)
    .orderBy('epoch')
    .limit(1)
    .executeTakeFirst();
  const key = recordKey(type, id);
  const since = ((await readLogs(ctx, [key])).get(key) ?? []).filter(
    ({ version }) => version.n > (next?.after ?? 0),
  );
  return since.reduceRight<unknown>(
    (document, { patch }) => (patch === null ? undefined : applyPatch(document, undoing(patch)).document),
    current?.document,
  );
};

const undoing = (patch: Patch): Patch =>
  patch.toReversed().map(({ path, was, now }) => ({
    path,
    ...(now === undefined ? {} : { was: now }),
    ...(was === undefined ? {} : { now: was }),
  }));

const remember = (
  ctx: Context,
  type: string,
  id: string,
  version: Version,
  document: object,
): Promise<void> =>
  insertAll(
    ctx.db,
    'taken',
    [{ type, id, ...version, data: ctx.vault.seal(placeOf.taken(type, id), JSON.stringify(document)) }],
    { key: ['id', 'type'], set: ['epoch', 'n', 'data'] },
  );

const putAside = (ctx: Context, device: string, type: string, record: string, document: object) =>
  keepAside(ctx, { device, at: instant(ctx.sources), type, record, data: JSON.stringify(document) });

const keysOfParent = async (
  ctx: Context,
  type: string,
  document: object,
): Promise<readonly string[] | undefined> => {
  if (type !== 'conflict') return undefined;
  const { type: of, record } = document as { type: string; record: string };
  const rows = await ctx.db
    .selectFrom('record')
    .selectAll()
    .where('id', '=', record)
    .where('type', '=', of)
    .execute();
  const parent = (await readStored(ctx, rows)).get(recordKey(of, record));
  return parent === undefined || parent === 'purged' ? [] : parent.keys;
};

/** A reference that was given before is never given again. */
const raiseCounter = async ({ db }: Context, type: string, document: object): Promise<void> => {
  const { reference } = document as { reference?: unknown };
  const isNumbered = (registry[type as RecordType] as RecordKind).rules !== undefined;
  const [, series, digits] =
    (isNumbered && typeof reference === 'string' && /^([A-Z]\d{4})\/(\d{1,8})$/.exec(reference)) || [];
  if (!series) return;
  const known = await db.selectFrom('counter').select('last').where('series', '=', series).executeTakeFirst();
  const last = Math.max(known?.last ?? 0, Number(digits));
  await insertAll(db, 'counter', [{ series, last }], { key: ['series'], set: ['last'] });
};
