import type { Device, Invitation, NewDevice } from '#hub/port.ts';
import type { Context } from './context.ts';
import type { DeviceTable } from './tables.ts';
import { placeOf } from './vault.ts';

/** Devices and invitations: who may speak to the hub. */
const openDevice = ({ vault }: Context, row: DeviceTable): Device => {
  const { last_seen, name, unlock, came_from, went_on, ...rest } = row;
  return {
    ...rest,
    cameFrom: came_from,
    wentOn: went_on,
    name: vault.open(placeOf.deviceName(row.id), name),
    lastSeen: last_seen,
    unlock: unlock && vault.open(placeOf.unlock(row.id), unlock),
  };
};

export const readDevice = async (ctx: Context, id: string): Promise<Device | undefined> => {
  const row = await ctx.db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst();
  return row && openDevice(ctx, row);
};

export const readDevices = async (ctx: Context): Promise<Device[]> => {
  const rows = await ctx.db.selectFrom('device').selectAll().orderBy('joined').orderBy('id').execute();
  return rows.map((row) => openDevice(ctx, row));
};

export const readLine = async (ctx: Context, id: string): Promise<Device[]> => {
  const line = ctx.db.selectFrom('device').select('line').where('id', '=', id);
  const rows = await ctx.db
    .selectFrom('device')
    .selectAll()
    .where('line', '=', line)
    .orderBy('joined')
    .orderBy('id')
    .execute();
  return rows.map((row) => openDevice(ctx, row));
};

const columns = ({ vault }: Context, id: string, changed: Partial<Device>): Partial<DeviceTable> => {
  const { lastSeen, name, unlock, cameFrom, wentOn, ...rest } = changed;
  const set: Partial<DeviceTable> = { ...rest };
  if (cameFrom !== undefined) set.came_from = cameFrom;
  if (wentOn !== undefined) set.went_on = wentOn;
  if (lastSeen !== undefined) set.last_seen = lastSeen;
  if (name !== undefined) set.name = vault.seal(placeOf.deviceName(id), name);
  if (unlock !== undefined) set.unlock = unlock === null ? null : vault.seal(placeOf.unlock(id), unlock);
  return set;
};

export const addDevice = async (ctx: Context, device: NewDevice, from?: Device): Promise<void> => {
  const { id } = device;
  const whole: Device = {
    ...device,
    line: from?.line ?? id,
    cameFrom: from?.id ?? null,
    wentOn: null,
    through: 0,
  };
  await ctx.db
    .insertInto('device')
    .values(columns(ctx, id, whole) as DeviceTable)
    .execute();
  if (from) await saveDevice(ctx, from.id, { wentOn: id });
};

export const saveDevice = async (ctx: Context, id: string, changed: Partial<Device>): Promise<void> => {
  const set = columns(ctx, id, changed);
  if (Object.keys(set).length > 0) await ctx.db.updateTable('device').set(set).where('id', '=', id).execute();
};

export const readInvitation = ({ db }: Context, hash: string): Promise<Invitation | undefined> =>
  db.selectFrom('invitation').selectAll().where('hash', '=', hash).executeTakeFirst();

export const openInvitations = ({ db }: Context): Promise<Invitation[]> =>
  db.selectFrom('invitation').selectAll().where('used', 'is', null).orderBy('expires').execute();

export const addInvitation = async ({ db }: Context, invitation: Invitation): Promise<void> => {
  await db.insertInto('invitation').values(invitation).execute();
};

export const spendInvitation = async ({ db }: Context, hash: string, at: string): Promise<void> => {
  await db.updateTable('invitation').set({ used: at }).where('hash', '=', hash).execute();
};
