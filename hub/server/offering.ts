import { instant } from '#shared/ids.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import { isKnownType } from '#shared/records/types.ts';
import { ok } from '#shared/result.ts';
import { recordKey } from '#shared/sync/accept.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { actorOf } from '#shared/sync/actor.ts';
import { mayChange } from '#shared/sync/may-change.ts';
import type { Message } from '#shared/sync/wire.ts';
import type { HubRead, HubWrite } from '../port.ts';
import { rolesNow } from './caller.ts';
import type { Answers, Caller, Work } from './work.ts';

type Tombstone = Message<'offer'>['purged'][number];
type Offered = Message<'offer'>['records'][number];

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
    if (epoch > 1) believed.purged.push(...(await sealedOf(work, s, purged, caller)));
    if (!recovering) {
      await auditLate(s, believed.purged, caller);
      await keepUnknown(work, s, records, caller);
      return ok({ taken: await s.offer(caller.device.id, believed) });
    }
    const said = new Set((await s.saidPurged()).map(({ type, id }) => recordKey(type, id)));
    const aside: Offered[] = [];
    for (const record of records)
      if (said.has(recordKey(record.type, record.id))) await putAside(work, s, record, caller);
      else ((await mayHaveMade(work, s, record, caller)) ? believed.records : aside).push(record);
    if (aside.length > 0) await s.quarantine(caller.device.id, JSON.stringify(aside), instant(work.sources));
    return ok({ taken: await s.offer(caller.device.id, believed) });
  });

/**
 * The tombstones that bear the hub's seal, whoever brings them. Of the others nothing is destroyed, since a laptop may
 * have been tampered with, and nothing is taken back, since what was purged before hubs sealed has none either: they are
 * kept for whoever runs the hub to look at.
 */
const sealedOf = async (
  work: Work,
  s: HubWrite,
  purged: readonly Tombstone[],
  caller: Caller,
): Promise<Tombstone[]> => {
  const [sealed, said]: [Tombstone[], Tombstone[]] = [[], []];
  for (const tombstone of purged) {
    if (await s.isSealed(tombstone)) sealed.push(tombstone);
    else if (
      !(await s.isPurged(tombstone.type, tombstone.id)) &&
      (await mayPurge(work, s, tombstone, caller))
    )
      said.push(tombstone);
  }
  if (said.length > 0) {
    await s.sayPurged(caller.device.id, said);
    const { device, person } = caller;
    const detail = { count: said.length };
    await s.audit({ kind: 'unsealedPurge', person: person.id, device: device.id, subject: null, detail });
  }
  return sealed;
};

/** Kept where a purge of the record finds it. */
const putAside = (work: Work, s: HubWrite, one: Offered, { device }: Caller) =>
  s.quarantine(device.id, JSON.stringify(one), instant(work.sources), { type: one.type, record: one.id });

/** Who comes once recovery is closed may be the only one who still has a record: it is kept for people to look at. */
const keepUnknown = async (work: Work, s: HubWrite, records: readonly Offered[], caller: Caller) => {
  for (const one of records)
    if (!(await s.isPurged(one.type, one.id)) && !(await s.document(one.type, one.id)))
      await putAside(work, s, one, caller);
};

/** Nobody's laptop destroys what the hub has, however rightly, without a trace of who brought the word of it. */
const auditLate = async (
  s: HubWrite,
  purged: readonly Tombstone[],
  { device, person }: Caller,
): Promise<void> => {
  for (const { type, id } of purged)
    if (isKnownType(type) && (await s.document(type, id)))
      await s.audit({ kind: 'purge', person: person.id, device: device.id, subject: null, detail: { type } });
};

/** Whose word that something was purged is listened to at all. */
const mayPurge = async (
  work: Work,
  s: HubRead,
  { type, id }: Tombstone,
  { person, keys }: Caller,
): Promise<boolean> => {
  if (rolesNow(work, person).includes('coordinator')) return true;
  if (!theirs.includes(type) || !isKnownType(type)) return false;
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
  if (!isKnownType(type) || type === 'conflict') return true;
  const kind: RecordKind = registry[type];
  if (!kind.schema.safeParse(document).success) return true;
  const actor = { ...actorOf(person), roles: rolesNow(work, person) };
  return mayChange(actor, type, await s.document(type, id), document);
};
