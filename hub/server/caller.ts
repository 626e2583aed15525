import type { Person } from '#shared/records/person.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Role } from '#shared/roles.ts';
import { hasLeft, keysHeldBy } from '#shared/sync/access.ts';
import type { MessageName, RefusalTag } from '#shared/sync/wire.ts';
import type { Device, HubRead } from '../port.ts';
import { hashOf, sameHash } from '../secrets.ts';
import type { Caller, Proof, Work } from './work.ts';

/**
 * Who may send what. `anyone`: before anything is known; `invited`: with a code, signed by a key of their own;
 * `key`: a device's key is enough, its token may be an old one; `revoked`: what is left to them; `device`: key and
 * token; roles: these besides, as the person's record has them at this moment.
 */
export const mayAsk = {
  hello: 'anyone',
  join: 'invited',
  greet: 'device',
  push: 'device',
  void: 'device',
  pull: 'device',
  digests: 'device',
  set: 'device',
  offer: 'device',
  filePut: 'device',
  fileGet: 'device',
  reincarnate: 'key',
  quarantine: 'revoked',
  people: ['administrator', 'coordinator'],
  invite: ['administrator', 'coordinator'],
  revoke: ['administrator', 'coordinator'],
  unlock: ['administrator', 'coordinator'],
  purge: ['coordinator'],
  dispose: ['caseworker', 'administrator'],
  closeRecovery: ['administrator', 'coordinator'],
} as const satisfies Record<
  MessageName,
  'anyone' | 'invited' | 'device' | 'key' | 'revoked' | readonly Role[]
>;
/** The day by the hub's clock. */
export const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

const nobody = (id: string): Person => ({ id, name: '-', roles: [] });

/** Why somebody is refused; with their device where it proved to be one, for the log alone. */
export type Unknown = { tag: RefusalTag; device: string | null };

/** The caller of a request whose proof has been seen, or why they are none. */
export const identify = async (
  work: Work,
  name: MessageName,
  given: { device: string; token: string; proof: Proof },
): Promise<Result<Caller, Unknown>> => {
  const found = await work.store.read((store) => lookUp(store, given.device));
  if (!found || !given.proof.isBy(found.device.key)) return fail({ tag: 'notJoined', device: null });
  const { device, person } = found;
  const may = mayAsk[name];
  const refused = (tag: RefusalTag) => fail({ tag, device: device.id });
  if (may === 'revoked') return device.revoked ? ok(known(work, device, person, '')) : refused('notAllowed');
  if (device.revoked) return refused('revoked');
  if (may === 'key') return ok(known(work, device, person, ''));
  const token = hashOf(given.token);
  if (!(await inChain(work, device, token))) return refused('staleToken');
  const caller = known(work, device, person, token);
  if (Array.isArray(may) && !may.some((role: Role) => rolesNow(work, person).includes(role)))
    return refused('notAllowed');
  return ok(caller);
};

const lookUp = async (store: HubRead, id: string) => {
  const device = await store.device(id);
  if (!device) return undefined;
  const person = (await store.document('person', device.person)) as Person | undefined;
  return { device, person: person ?? nobody(device.person) };
};

const known = ({ sources }: Work, device: Device, person: Person, token: string): Caller => {
  const keys = keysHeldBy(person, dayOf(sources.now()));
  return { device, person, keys, token };
};

/** The roles somebody has today: none once they have left. */
export const rolesNow = ({ sources }: Pick<Work, 'sources'>, person: Person): Role[] =>
  hasLeft(person, dayOf(sources.now())) ? [] : person.roles;

/**
 * The token in use, or the one handed out last, which is in use from now on: then the answer that brought it arrived,
 * and whoever still has the one before is a copy.
 */
const inChain = async ({ store }: Work, { id, token, next }: Device, given: string): Promise<boolean> => {
  if (sameHash(given, token)) return true;
  if (!sameHash(given, next)) return false;
  return store.inOrder(async (s) => {
    const now = await s.device(id);
    if (!now) return false;
    if (sameHash(given, now.next)) await s.saveDevice(id, { token: given, next: null });
    return sameHash(given, now.next) || sameHash(given, now.token);
  });
};
