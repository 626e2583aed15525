import { openSealed } from '#db/sealed.ts';
import { instant } from '#shared/ids.ts';
import type { Person } from '#shared/records/person.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Message, RefusalTag, Reply } from '#shared/sync/wire.ts';
import type { Device, HubWrite } from '../port.ts';
import { type By, doneBy, mayTouch, type Office } from './office.ts';

const find = async (s: HubWrite, by: By, id: string): Promise<Result<Device, RefusalTag>> => {
  const device = await s.device(id);
  if (!device) return fail('notFound');
  const person = (await s.document('person', device.person)) as Person | undefined;
  return mayTouch(by, person ?? { roles: [] }) ? ok(device) : fail('notAllowed');
};

/**
 * Ends a laptop's access: its next request is refused, as whichever device of its line it comes. Whoever points at one
 * means the machine, and what was copied from it is as lost as that.
 */
export const revoke = (
  { store, sources }: Office,
  by: By,
  { device: id, reason }: Message<'revoke'>,
): Promise<Result<Reply<'revoke'>, RefusalTag>> =>
  store.inOrder(async (s) => {
    const device = await find(s, by, id);
    if (!device.ok) return device;
    for (const { id: member, revoked } of await s.lineOf(id)) {
      if (revoked !== null) continue;
      await s.saveDevice(member, { revoked: instant(sources), next: null });
      await s.audit({ kind: 'revoke', ...doneBy(by), subject: null, detail: { revoked: member, reason } });
    }
    return ok({});
  });

/** The code that opens a locked laptop, to be read out on the telephone. That it was read is in the audit first. */
export const unlock = (
  { store }: Office,
  by: By,
  { device: id }: Message<'unlock'>,
): Promise<Result<Reply<'unlock'>, RefusalTag>> =>
  store.inOrder(async (s) => {
    const device = await find(s, by, id);
    if (!device.ok) return device;
    const { unlock: sealed } = device.value;
    const code = sealed === null ? undefined : openSealed((await s.identity()).privateKey, sealed);
    if (!code) return fail('notFound');
    await s.audit({ kind: 'unlock', ...doneBy(by), subject: null, detail: { unlocked: id } });
    return ok({ code: code.toString('utf8') });
  });
