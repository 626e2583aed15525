import { fail, ok } from '#shared/result.ts';
import type { Message, MessageName } from '#shared/sync/wire.ts';
import { revoke, unlock } from '../office/devices.ts';
import { dispose } from '../office/dispose.ts';
import { invite } from '../office/invite.ts';
import type { By } from '../office/office.ts';
import { people } from '../office/people.ts';
import { closeRecovery, purge } from '../office/purge.ts';
import type { mayAsk } from './caller.ts';
import { files } from './files.ts';
import { joining } from './joining.ts';
import { syncing } from './syncing.ts';
import type { Answers, Caller, Proof, Work } from './work.ts';

/** What is kept by the retention schedule, and no coordinator’s. */
const ofSchedule: readonly string[] = ['caseFile', 'review', 'contact'];

const byOf = ({ device, person }: Caller): By => ({ device: device.id, person });

/** The office's own work, asked for by somebody at their desk. */
const office = {
  people: async (work: Work) => ok(await people(work)),
  invite: (work: Work, input: Message<'invite'>, caller: Caller) => invite(work, byOf(caller), input),
  revoke: (work: Work, input: Message<'revoke'>, caller: Caller) => revoke(work, byOf(caller), input),
  unlock: (work: Work, input: Message<'unlock'>, caller: Caller) => unlock(work, byOf(caller), input),
  // What the schedule keeps is destroyed on the word of two.
  purge: async (work: Work, input: Message<'purge'>, caller: Caller) =>
    ofSchedule.includes(input.type) ? fail('notAllowed' as const) : purge(work, byOf(caller), input),
  dispose: (work: Work, input: Message<'dispose'>, caller: Caller) => dispose(work, byOf(caller), input),
  closeRecovery: (work: Work, _input: object, caller: Caller) => closeRecovery(work, byOf(caller)),
};

/** What a message is answered by is given besides its input: nothing, the proof alone, or who asks. */
type Asking<N extends MessageName> = (typeof mayAsk)[N] extends 'anyone'
  ? null
  : (typeof mayAsk)[N] extends 'invited'
    ? Proof
    : Caller;

/** Every message with what answers it. */
export const answers: { [N in MessageName]: Answers<N, Asking<N>> } = {
  ...joining,
  ...syncing,
  ...files,
  ...office,
};
