import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { change } from '#shared/sync/wire.ts';
import { readIdentity } from '../identity.ts';
import { sealTo } from '../sealed.ts';
import { type Reader, sql } from '../sql.ts';
import { readMembership } from './membership.ts';
import { openPatch, sealedIn } from './outgoing.ts';

/** What is open has no number yet, and lies on a document that its author saw; null for a new record. */
const openChange = change
  .omit({ number: true })
  .extend({ base: z.looseObject({ id: z.string() }).nullable() });

/** Everything of a store that the office has not got, whole enough to be read and brought in anywhere. */
export const unsent = z.object({
  kind: z.literal('icv-desk-unsent'),
  office: z.string(),
  person: z.string(),
  device: z.string(),
  /** Changes exactly as they are sent, in their order. */
  sealed: z.array(change),
  open: z.array(openChange),
});
export type Unsent = z.infer<typeof unsent>;

/** What is unsent, drafts that are not ready to be sent yet included. */
export const readUnsent = (r: Reader): Unsent => {
  const { office, person, device } = readIdentity(r);
  const sealed = r.all(
    sql.selectFrom('outgoing').selectAll().where('sealed', 'is not', null).orderBy('number'),
  );
  const open = r.all(
    sql
      .selectFrom('outgoing')
      .selectAll()
      .where('number', 'is', null)
      .orderBy('rowid' as 'at'),
  );
  return {
    kind: 'icv-desk-unsent',
    office,
    person,
    device,
    sealed: sealed.map(sealedIn),
    open: open.map((row) => ({
      id: row.change_id,
      device,
      type: row.type,
      record: row.record,
      after: null,
      by: row.by,
      saw: row.saw === null ? null : JSON.parse(row.saw),
      at: row.at,
      patch: openPatch(r, row),
      base: row.base === null ? null : JSON.parse(row.base),
    })),
  };
};

/** Everything unsent, sealed so that only the office can read it; nothing where nothing is unsent. */
export const sealedRest = (r: Reader): string => {
  const hubKey = readMembership(r)?.hubKey;
  const rest = readUnsent(r);
  if (!hubKey || rest.sealed.length + rest.open.length === 0) return '';
  return sealTo(hubKey, gzipSync(JSON.stringify(rest)));
};
