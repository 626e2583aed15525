import type { Quarantined } from '#hub/port.ts';
import { newId } from '#shared/ids.ts';
import type { Context } from './context.ts';
import { placeOf } from './vault.ts';

/** What a laptop left that the office has not taken in: kept until somebody has looked at it. */
export const keepAside = async (
  ctx: Context,
  { device, at, type, record, data }: Omit<Quarantined, 'id'>,
): Promise<string> => {
  const id = newId(ctx.sources);
  await ctx.db
    .insertInto('quarantine')
    .values({ id, device, at, type, record, data: ctx.vault.seal(placeOf.quarantine(id), data) })
    .execute();
  return id;
};

/** The oldest first. What was purged is not among them. */
export const readQuarantine = async ({ db, vault }: Context): Promise<Quarantined[]> => {
  const rows = await db.selectFrom('quarantine').selectAll().orderBy('at').orderBy('id').execute();
  return rows.flatMap(({ data, ...row }) =>
    data === null ? [] : [{ ...row, data: vault.open(placeOf.quarantine(row.id), data) }],
  );
};
