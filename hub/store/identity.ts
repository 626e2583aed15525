import type { HubIdentity } from '#hub/port.ts';
import { type Context, readPlace } from './context.ts';
import { placeOf } from './vault.ts';

/** What an office is and stays, with what is secret of it. */
export type HubMeta = Omit<HubIdentity, 'epoch' | 'recovering'>;

export const readMeta = async ({ db, vault }: Context): Promise<HubMeta> => {
  const row = await db
    .selectFrom('meta')
    .select('data')
    .where('key', '=', 'office')
    .executeTakeFirstOrThrow();
  return JSON.parse(vault.open(placeOf.meta('office'), row.data));
};

export const writeMeta = async ({ db, vault }: Context, meta: HubMeta): Promise<void> => {
  const data = vault.seal(placeOf.meta('office'), JSON.stringify(meta));
  await db
    .insertInto('meta')
    .values({ key: 'office', data })
    .onConflict((c) => c.column('key').doUpdateSet({ data }))
    .execute();
};

export const readIdentity = async (ctx: Context): Promise<HubIdentity> => {
  const { epoch, recovering } = await readPlace(ctx);
  return { ...(await readMeta(ctx)), epoch, recovering: recovering === 1 };
};
