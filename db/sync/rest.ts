import { gzipSync } from 'node:zlib';
import type { Change } from '#shared/sync/accept.ts';
import { readIdentity } from '../identity.ts';
import { sealTo } from '../sealed.ts';
import { type Reader, sql, type Writer } from '../sql.ts';
import { readMembership } from './membership.ts';
import { seal, sealedIn } from './outgoing.ts';

/** Everything of a store that the office has not got, whole enough to be read and brought in anywhere. */
export type Unsent = {
  kind: 'icv-desk-unsent';
  office: string;
  person: string;
  device: string;
  /** Changes as they are sent; what was open is sealed like any other, and keeps its id. */
  changes: Change[];
};

/**
 * What is unsent, drafts that were never to be sent yet included: every open change is sealed by this, so that
 * wherever the words come in they are one and the same change.
 */
export const unsent = (w: Writer): Unsent =>
  w.inTransaction(() => {
    const { office, person, device } = readIdentity(w);
    const open = w.all(
      sql
        .selectFrom('outgoing')
        .selectAll()
        .where('number', 'is', null)
        .orderBy('rowid' as 'at'),
    );
    for (const row of open) seal(w, row);
    const rows = w.all(
      sql.selectFrom('outgoing').selectAll().where('sealed', 'is not', null).orderBy('number'),
    );
    return { kind: 'icv-desk-unsent', office, person, device, changes: rows.map(sealedIn) };
  });

/** Everything unsent, sealed so that only the office can read it; nothing where nothing is unsent. */
export const sealedRest = (w: Writer): string => {
  const hubKey = readMembership(w)?.hubKey;
  const rest = unsent(w);
  if (!hubKey || rest.changes.length === 0) return '';
  return sealTo(hubKey, gzipSync(JSON.stringify(rest)));
};

export const isUnsent = (r: Reader): boolean =>
  r.first(sql.selectFrom('outgoing').select('change_id').limit(1)) !== undefined;
