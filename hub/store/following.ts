import { type OfficeState, officeState } from '#shared/sync/accept.ts';
import { diff } from '#shared/sync/patch.ts';
import { idOf, storedAt, typeOf } from '#shared/sync/state.ts';
import { type Context, readPlace } from './context.ts';
import { readMeta } from './identity.ts';
import { doAtOffice } from './office.ts';
import { readStored } from './state.ts';

/** The office as it stands, of whose records nothing is loaded yet. */
export const officeNow = async (ctx: Context): Promise<OfficeState> => {
  const { epoch, n, receipt: head, recovering } = await readPlace(ctx);
  const { office } = await readMeta(ctx);
  return officeState({ office, epoch, n, head, recovering: recovering === 1 });
};

/** Loads what is not loaded yet. */
export const loadInto = async (
  ctx: Context,
  { records }: OfficeState,
  wanted: readonly string[],
): Promise<void> => {
  const keys = wanted.filter((key) => !records.has(key));
  if (keys.length === 0) return;
  const ids = ctx.among('id', keys.map(idOf));
  const stored = await readStored(ctx, await ctx.db.selectFrom('record').selectAll().where(ids).execute());
  for (const key of keys) records.set(key, stored.get(key) ?? null);
};

/** Writes what follows from a record that is there, and was not made with it. */
export const putFollowing = async (
  ctx: Context,
  state: OfficeState,
  following: ReadonlyMap<string, { id: string }>,
): Promise<void> => {
  for (const [key, document] of following) {
    const before = storedAt(state, key);
    await doAtOffice(ctx, {
      kind: 'followed',
      by: state.office,
      device: state.office,
      type: typeOf(key),
      id: document.id,
      document,
      was: before?.version,
      patch: before ? diff(before.document, document) : null,
    });
  }
};
