import { marksVersion } from '#shared/cases/mark.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { RecordType } from '#shared/records/types.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { isKnownType } from '#shared/sync/needed.ts';
import { same } from '#shared/sync/patch.ts';
import { idOf, recordKey, type Stored, typeOf } from '#shared/sync/state.ts';
import type { Context } from './context.ts';
import { officeNow } from './following.ts';
import { readMeta } from './identity.ts';
import { markCases } from './marks.ts';
import { doAtOffice } from './office.ts';
import { readStored } from './state.ts';
import { placeOf } from './vault.ts';

/** So many records are looked at while the office waits. */
const atOnce = 500;

/** How far the records have been looked through, for which version of the hub and of marks; null once that is done. */
type Look = { version: string; after: string | null };

/**
 * Looks whether the next records are seen by whom this version of the hub says, and says it anew of those that are not:
 * who may see something is written down with the record, and an update may have changed the rule. Confidential cases
 * that were there before an update that counts them get the marks by which it does. Gives whether there are more to look at.
 */
export const lookAgain = async (ctx: Context, of: string): Promise<boolean> => {
  const version = `${of} marks ${marksVersion}`;
  const before = await readLook(ctx);
  const after = before?.version === version ? before.after : '';
  if (after === null) return false;
  const rows = await ctx.db
    .selectFrom('record')
    .selectAll()
    .where('id', '>', after)
    .where('type', '<>', 'conflict')
    .where('purged', 'is', null)
    .orderBy('id')
    .limit(atOnce)
    .execute();
  const cases: CaseFile[] = [];
  for (const [key, stored] of await readStored(ctx, rows)) {
    if (stored === 'purged' || !isKnownType(typeOf(key))) continue;
    await see(ctx, key, stored);
    if (typeOf(key) === 'caseFile') cases.push(stored.document as CaseFile);
  }
  await markCases(ctx, await officeNow(ctx), cases);
  const last = rows.length < atOnce ? null : (rows.at(-1)?.id ?? null);
  await writeLook(ctx, { version, after: last });
  return last !== null;
};

const see = async (ctx: Context, key: string, stored: Stored): Promise<void> => {
  const keys = audienceOf(typeOf(key) as RecordType, stored.document);
  if (same(keys, stored.keys)) return;
  await writeAgain(ctx, key, stored);
  // Who sees a conflict is who sees the record it is about.
  const rows = await ctx.db.selectFrom('record').selectAll().where('parent', '=', key).execute();
  for (const [other, conflict] of await readStored(ctx, rows))
    if (conflict !== 'purged' && isAbout(conflict.document as Conflict, key))
      await writeAgain(ctx, other, conflict, keys);
};

const isAbout = ({ type, record }: Conflict, key: string): boolean => recordKey(type, record) === key;

const writeAgain = async (
  ctx: Context,
  key: string,
  { document, version }: Stored,
  parentKeys?: readonly string[],
): Promise<void> => {
  const { office } = await readMeta(ctx);
  const [type, id] = [typeOf(key), idOf(key)];
  const own = { by: office, device: office, type, id, document, was: version };
  await doAtOffice(ctx, { kind: 'seen', ...own, patch: [], parentKeys });
};

const readLook = async ({ db, vault }: Context): Promise<Look | undefined> => {
  const row = await db.selectFrom('meta').select('data').where('key', '=', 'sight').executeTakeFirst();
  return row && JSON.parse(vault.open(placeOf.meta('sight'), row.data));
};

const writeLook = async ({ db, vault }: Context, look: Look): Promise<void> => {
  const data = vault.seal(placeOf.meta('sight'), JSON.stringify(look));
  await db
    .insertInto('meta')
    .values({ key: 'sight', data })
    .onConflict((c) => c.column('key').doUpdateSet({ data }))
    .execute();
};
