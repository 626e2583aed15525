import { instant } from '#shared/ids.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import { type RecordType, recordTypes } from '#shared/records/types.ts';
import { ok } from '#shared/result.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { actorOf, mayChange } from '#shared/sync/may-change.ts';
import type { Message } from '#shared/sync/wire.ts';
import type { HubRead, HubWrite } from '../port.ts';
import { rolesNow } from './caller.ts';
import type { Answers, Caller, Work } from './work.ts';

type Tombstone = Message<'offer'>['purged'][number];
type Offered = Message<'offer'>['records'][number];

const isKnown = (type: string): type is RecordType => (recordTypes as readonly string[]).includes(type);

/** What a visitor's laptop is believed about: what its person wrote, and what hangs on that. */
const theirs: readonly string[] = ['visit', 'pen', 'conflict'];

/**
 * Takes back what a restored hub lost, and from each laptop only what its person could have done: a recovery is no way
 * to a role, or to destroying what is somebody else's. What is not believed is put aside, and nothing of it is lost.
 * Once recovery is closed no record is taken any more without acceptance: who comes late sends their own changes. What
 * was purged is taken also then, by a hub that was ever restored: it may have come back before this laptop did.
 */
export const offer: Answers<'offer', Caller> = (work, { purged, records }, caller) =>
  work.store.inOrder(async (s) => {
    const { recovering, epoch } = await s.identity();
    const believed: Message<'offer'> = { purged: [], records: [] };
    if (epoch > 1)
      for (const tombstone of purged)
        if (await mayPurge(work, s, tombstone, caller)) believed.purged.push(tombstone);
    if (!recovering) {
      await auditLate(s, believed.purged, caller);
      return ok({ taken: await s.offer(caller.device.id, believed) });
    }
    const aside: Offered[] = [];
    for (const record of records)
      ((await mayHaveMade(work, s, record, caller)) ? believed.records : aside).push(record);
    if (aside.length > 0) await s.quarantine(caller.device.id, JSON.stringify(aside), instant(work.sources));
    return ok({ taken: await s.offer(caller.device.id, believed) });
  });

/** Nobody's laptop destroys what the hub has, however rightly, without a trace of who brought the word of it. */
const auditLate = async (
  s: HubWrite,
  purged: readonly Tombstone[],
  { device, person }: Caller,
): Promise<void> => {
  for (const { type, id } of purged)
    if (isKnown(type) && (await s.document(type, id)))
      await s.audit({ kind: 'purge', person: person.id, device: device.id, subject: null, detail: { type } });
};

const mayPurge = async (
  work: Work,
  s: HubRead,
  { type, id }: Tombstone,
  { person, keys }: Caller,
): Promise<boolean> => {
  if (rolesNow(work, person).includes('coordinator')) return true;
  if (!theirs.includes(type) || !isKnown(type)) return false;
  const document = await s.document(type, id);
  return !document || type === 'conflict' || audienceOf(type, document).some((key) => keys.includes(key));
};

const mayHaveMade = async (
  work: Work,
  s: HubRead,
  { type, id, document }: Offered,
  { person }: Caller,
): Promise<boolean> => {
  // What this hub cannot judge it does not take either: the store puts it aside.
  if (!isKnown(type) || type === 'conflict') return true;
  const kind: RecordKind = registry[type];
  if (!kind.schema.safeParse(document).success) return true;
  const actor = { ...actorOf(person), roles: rolesNow(work, person) };
  return mayChange(actor, type, await s.document(type, id), document);
};
