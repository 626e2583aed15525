import type { Sources } from '#shared/ids.ts';
import { factsVersion } from '#shared/measures/facts.ts';
import { streamOf } from '#shared/sync/access.ts';
import { type StreamItem, streams } from '#shared/sync/wire.ts';
import { writeIdentity } from '../identity.ts';
import { setMeta } from '../meta.ts';
import type { Writer } from '../sql.ts';
import { type Membership, writeMeta } from './membership.ts';
import { applyBeginning } from './pull.ts';

/** What an invitation gives to a new store: whose it is, and what it needs before its first sync. */
export type Joining = { member: Membership; begin: readonly StreamItem[] };

/** Makes a new store one of an office with a hub. One transaction: a store is begun or it is not. */
export const beginJoined = (w: Writer, sources: Sources, { member, begin }: Joining): void =>
  w.inTransaction(() => {
    const { office, device, person } = member;
    writeIdentity(w, { office, device, person, number: 0, epoch: 1, n: 0, head: '' });
    setMeta(w, 'facts', String(factsVersion));
    writeMeta(w, 'membership', member);
    applyBeginning(w, sources, begin);
    const keys = [...new Set(begin.flatMap((item) => (item.kind === 'put' ? item.keys : [])))];
    for (const stream of streams)
      writeMeta(
        w,
        `keys ${stream}`,
        keys.filter((key) => streamOf(key) === stream),
      );
  });
