import { markId, marksVersion } from '#shared/cases/mark.ts';
import { instant } from '#shared/ids.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import { isKnownType, type RecordType } from '#shared/records/types.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { same } from '#shared/sync/patch.ts';
import { idOf, recordKey, type Stored, typeOf } from '#shared/sync/state.ts';
import { addAudit } from './audit.ts';
import { type Context, readPlace } from './context.ts';
import { officeNow } from './following.ts';
import { readMeta } from './identity.ts';
import { markCases } from './marks.ts';
import { doAtOffice } from './office.ts';
import { purgeRecord } from './purge.ts';
import { readStored } from './state.ts';
import type { RecordTable } from './tables.ts';
import { placeOf } from './vault.ts';

/** So many records are looked at while the office waits. */
const atOnce = 500;

/**
 * How far the records have been looked through, for which version of the hub and of marks: `after` is null once all
 * have been, and `n` is up to which of the accepted changes what they wrote has been looked at.
 */
type Look = { version: string; after: string | null; n: number };

/**
 * Looks whether the next records are seen by whom this version of the hub says, and says it anew of those that are not:
 * who may see something is written down with the record, and an update may have changed the rule. Confidential cases
 * that were there before an update that counts them get the marks by which it does. After all records come those that
 * were written since: beside this hub an older one may have taken them. Gives whether there are more to look at.
 */
export const lookAgain = async (ctx: Context, of: string): Promise<boolean> => {
  const version = `${of} marks ${marksVersion}`;
  const { n: head } = await readPlace(ctx);
  const before = await readLook(ctx);
  const look = before?.version === version ? before : { version, after: '', n: head };
  if (look.after === null && look.n >= head) return false;
  const { rows, ...next } = await (look.after === null
    ? writtenSince(ctx, look.n, head)
    : following(ctx, look.after));
  const cases: CaseFile[] = [];
  for (const [key, stored] of await readStored(ctx, rows)) {
    if (!isKnownType(typeOf(key))) continue;
    if (stored === 'purged') {
      await purgeMarkOf(ctx, key);
      continue;
    }
    await see(ctx, key, stored);
    if (typeOf(key) === 'caseFile') cases.push(stored.document as CaseFile);
  }
  await markCases(ctx, await officeNow(ctx), cases);
  await writeLook(ctx, { ...look, ...next });
  return true;
};

type Next = Partial<Look> & { rows: RecordTable[] };

/** A tombstone is looked at where what it destroyed may have left a mark. */
const looked = (ctx: Context) =>
  ctx.db
    .selectFrom('record')
    .selectAll()
    .where('type', '<>', 'conflict')
    .where((eb) => eb.or([eb('purged', 'is', null), eb('type', '=', 'caseFile')]));

const following = async (ctx: Context, after: string): Promise<Next> => {
  const rows = await looked(ctx).where('id', '>', after).orderBy('id').limit(atOnce).execute();
  return { rows, after: rows.length < atOnce ? null : (rows.at(-1)?.id ?? null) };
};

const writtenSince = async (ctx: Context, n: number, head: number): Promise<Next> => {
  const last = Math.min(n + atOnce, head);
  const written = await ctx.db
    .selectFrom('log')
    .select('record')
    .distinct()
    .where('n', '>', n)
    .where('n', '<=', last)
    .execute();
  const ids = written.map(({ record }) => record);
  return { rows: ids.length === 0 ? [] : await looked(ctx).where(ctx.among('id', ids)).execute(), n: last };
};

/** An older hub that destroyed a case knew of no mark that goes with it. */
const purgeMarkOf = async (ctx: Context, key: string): Promise<void> => {
  const id = markId(idOf(key));
  const mark = await ctx.db
    .selectFrom('record')
    .select('id')
    .where('id', '=', id)
    .where('type', '=', 'caseMark')
    .where('purged', 'is', null)
    .executeTakeFirst();
  if (!mark) return;
  const reason = 'The case that it counted was destroyed.';
  const subject = { type: 'caseMark', id };
  await addAudit(ctx, {
    ...{ kind: 'purge', person: null, device: null, subject },
    detail: { type: 'caseMark', reason },
  });
  await purgeRecord(ctx, 'caseMark', id, instant(ctx.sources));
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
  return row && { n: 0, ...JSON.parse(vault.open(placeOf.meta('sight'), row.data)) };
};

const writeLook = async ({ db, vault }: Context, look: Look): Promise<void> => {
  const data = vault.seal(placeOf.meta('sight'), JSON.stringify(look));
  await db
    .insertInto('meta')
    .values({ key: 'sight', data })
    .onConflict((c) => c.column('key').doUpdateSet({ data }))
    .execute();
};
