import { readInvitationCode } from '#db/recovery-code.ts';
import type { Failure } from '#shared/errors.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { invitationFile } from '#shared/sync/wire.ts';
import { hubFailure } from './hub-failure.ts';
import { jsonOf } from './join.ts';
import type { SyncStore, Transport } from './port.ts';
import { newDeviceKey } from './proof.ts';

/** A code, or the contents of a file. */
export type Invitation = { code?: string | undefined; file?: string | undefined };

/**
 * Lets a store with everything in it join its own office once more: a hub put back from a backup that is older than this
 * laptop has never heard of it, nor of anything it was. It goes on as a new device of the same person, and the next
 * greeting gives the hub back what this store has. Until the hub has taken the invitation nothing is changed here.
 */
export const joinAgain = async (
  { store, transport, sources }: { store: SyncStore; transport: Transport; sources: Sources },
  invitation: Invitation,
): Promise<Result<null, Failure>> => {
  const member = await store.membership();
  if (!member) return fail({ tag: 'standalone' });
  const code = codeIn(invitation, member.office);
  if (!code.ok) return code;
  const met = await transport.ask('hello', {}, null);
  if (!met.ok) return fail(hubFailure(met.why));
  if (met.value.office !== member.office || met.value.key !== member.hubKey)
    return fail({ tag: 'foreignOffice' });
  const device = newId(sources);
  const { key, publicKey } = newDeviceKey(sources);
  const { name, person } = member;
  const input = { code: code.value, device, name, key: publicKey, person };
  const joined = await transport.ask('join', input, { device, key, token: null });
  if (!joined.ok && joined.why.tag === 'refused') return fail(hubFailure(joined.why));
  await store.reincarnate(device, key, joined.ok ? joined.value.token : '');
  await store.remember({
    // Where the answer was lost the same device asks again at the next greeting.
    code: joined.ok ? null : code.value,
    // The office has no way in yet: the next opening of this store makes it one.
    wayIn: null,
  });
  await store.log({ at: new Date(sources.now()).toISOString(), kind: 'joinedAgain', detail: {} });
  return ok(null);
};

const codeIn = ({ code, file }: Invitation, office: string): Result<string, Failure> => {
  if (file === undefined)
    return readInvitationCode(code ?? '') === undefined
      ? fail({ tag: 'badInvitation' })
      : ok((code ?? '').trim());
  const parsed = invitationFile.safeParse(jsonOf(file));
  if (!parsed.success) return fail({ tag: 'badFile', detail: 'it is no invitation' });
  return parsed.data.office === office ? ok(parsed.data.code) : fail({ tag: 'foreignOffice' });
};
