import { createHmac } from 'node:crypto';
import type { AuditEntry, NewAudit } from '#hub/port.ts';
import { instant } from '#shared/ids.ts';
import { type Context, readPlace, savePlace, sha256 } from './context.ts';
import { placeOf } from './vault.ts';

/** The link of an entry: of the one before it and of all that it says. */
export const auditHash = (
  before: string,
  entry: Omit<AuditEntry, 'hash' | 'detail'> & { detail: string },
): string =>
  sha256(
    JSON.stringify([
      before,
      entry.seq,
      entry.at,
      entry.kind,
      entry.person,
      entry.device,
      entry.subject,
      entry.detail,
    ]),
  );

/**
 * The mark of a record in the audit: the same in all entries about it, and nothing to anybody once the key, which lies
 * beside the record, has been purged with it. Of what is purged already there is none.
 */
const markOf = async ({ db, vault, sources }: Context, type: string, id: string): Promise<string | null> => {
  const purged = await db
    .selectFrom('record')
    .select('id')
    .where('id', '=', id)
    .where('type', '=', type)
    .where('purged', 'is not', null)
    .executeTakeFirst();
  if (purged) return null;
  const row = await db
    .selectFrom('subject')
    .select('key')
    .where('id', '=', id)
    .where('type', '=', type)
    .executeTakeFirst();
  const key = row
    ? vault.open(placeOf.subject(type, id), row.key)
    : Buffer.from(sources.random(32)).toString('hex');
  if (!row)
    await db
      .insertInto('subject')
      .values({ type, id, key: vault.seal(placeOf.subject(type, id), key) })
      .execute();
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`${type}/${id}`).digest('hex');
};

/** Adds an entry to the end of the chain. */
export const addAudit = async (ctx: Context, entry: NewAudit): Promise<void> => {
  const place = await readPlace(ctx);
  const subject = entry.subject ? await markOf(ctx, entry.subject.type, entry.subject.id) : null;
  const { kind, person, device } = entry;
  const detail = JSON.stringify(entry.detail);
  const row = { seq: place.audit_seq + 1, at: instant(ctx.sources), kind, person, device, subject, detail };
  const hash = auditHash(place.audit, row);
  await ctx.db
    .insertInto('audit')
    .values({ ...row, hash })
    .execute();
  await savePlace(ctx, { audit_seq: row.seq, audit: hash });
};

export const auditTrail = async ({ db }: Context, after: number, limit: number): Promise<AuditEntry[]> => {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
};
