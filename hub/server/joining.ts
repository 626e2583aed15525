import { readInvitationCode } from '#db/recovery-code.ts';
import { instant } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { ok } from '#shared/result.ts';
import { protocol, type Reply } from '#shared/sync/wire.ts';
import { beginningOf } from '../beginning.ts';
import type { Device, HubWrite } from '../port.ts';
import { hashOf, isPublicKey, newToken } from '../secrets.ts';
import { dayOf } from './caller.ts';
import { newNonce } from './nonces.ts';
import { type Answers, type Caller, type Proof, refused, type Work } from './work.ts';

const hello: Answers<'hello', null> = async ({ store, sources }) => {
  const { office, body, publicKey, nonceSecret } = await store.read((s) => s.identity());
  return ok({
    product: 'icv-desk-hub',
    office,
    body,
    ...protocol,
    now: instant(sources),
    nonce: newNonce(nonceSecret, sources),
    key: publicKey,
  });
};

/** A new device with the key that signed this request, for the person whom the code was made for. */
const join: Answers<'join', Proof> = async ({ store, sources }, input, proof) => {
  const code = readInvitationCode(input.code);
  if (code === undefined) return refused('badInvitation');
  if (!isPublicKey(input.key) || !proof.isBy(input.key)) return refused('notJoined');
  // Whoever guesses codes never comes as far as the lock.
  if (!(await store.read((s) => s.invitation(hashOf(code))))) return refused('badInvitation');
  const token = newToken(sources);
  const at = instant(sources);
  return store.inOrder(async (s) => {
    const invitation = await s.invitation(hashOf(code));
    if (!invitation) return refused('badInvitation');
    if (input.person !== undefined && input.person !== invitation.person) return refused('otherPerson');
    const before = await s.device(input.device);
    const again = before !== undefined && isSameJoin(before, invitation.person, input.key);
    if (!again && (before || invitation.used !== null || invitation.expires <= at))
      return refused('badInvitation');
    const person = (await s.document('person', invitation.person)) as Person | undefined;
    if (!person) return refused('badInvitation');
    if (again) await s.saveDevice(input.device, { token: hashOf(token), next: null });
    else {
      await s.spendInvitation(invitation.hash, at);
      const { device: id, name, key, unlock = null } = input;
      await addDevice(s, { id, person: person.id, name, key, unlock, token: hashOf(token), joined: at });
      await s.audit({ kind: 'join', person: person.id, device: id, subject: null, detail: {} });
    }
    const { office } = await s.identity();
    const begin = await beginningOf(s, person, dayOf(sources.now()));
    return ok<Reply<'join'>>({ office, person: person.id, token, begin });
  });
};

/** The answer to a first joining was lost: the same device asks again before it was ever greeted. */
const isSameJoin = (device: Device, person: string, key: string): boolean =>
  device.person === person && device.key === key && device.lastSeen === null && device.revoked === null;

type Begun = Pick<Device, 'id' | 'person' | 'name' | 'key' | 'unlock' | 'token' | 'joined'>;

const addDevice = (s: HubWrite, device: Begun, from?: Device): Promise<void> => {
  const begins = {
    next: null,
    lastSeen: null,
    revoked: null,
    product: null,
    number: 0,
    witnessed: null,
    seen: 0,
  };
  return s.addDevice({ ...begins, ...device }, from);
};

/**
 * A store that is a copy, or was put back from an image, goes on as another device of the same person and of the same
 * line. Which of two copies is the first nobody can tell: the device it was stays as it is. Whether its access has
 * ended is asked under the lock: no successor begins beside a revocation.
 */
const reincarnate: Answers<'reincarnate', Caller> = async ({ store, sources }: Work, input, caller) => {
  if (!isPublicKey(input.key)) return refused('badRequest');
  const token = newToken(sources);
  return store.inOrder(async (s) => {
    const before = await s.device(caller.device.id);
    if (!before || before.revoked !== null) return refused('revoked');
    if (await s.device(input.device)) return refused('badRequest');
    const { person, name, unlock } = before;
    const [{ device: id, key }, joined] = [input, instant(sources)];
    await addDevice(s, { id, person, name, key, unlock, token: hashOf(token), joined }, before);
    const detail = { successor: id };
    await s.audit({ kind: 'reincarnate', person, device: before.id, subject: null, detail });
    return ok({ token });
  });
};

export const joining = { hello, join, reincarnate };
