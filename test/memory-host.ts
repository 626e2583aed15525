import type { z } from 'zod';
import type { Desk } from '#desk/desk.ts';
import { type Answer, type CallName, contract, type Host } from '#shared/contract.ts';
import type { FailureTag } from '#shared/errors.ts';
import { same } from '#shared/sync/patch.ts';

/** What can go wrong in any call: those the table leaves out because they stand for all, and what a disk may do. */
const always: readonly FailureTag[] = [
  'locked',
  'notAllowed',
  'invalid',
  'unexpected',
  'diskFull',
  'cannotWrite',
  'cannotRead',
  'storeDamaged',
];

const promised = (name: CallName): readonly string[] => [...always, ...contract[name].errors];

/**
 * Throws where an answer is not what the table of calls promises: a field that is missing or wrong, one that the
 * table does not know, or a failure that the call does not name. So the handlers and the table cannot drift apart.
 */
export const holdToContract = (name: CallName, answer: Answer<CallName>): void => {
  if (!answer.ok) {
    if (!promised(name).includes(answer.error.tag))
      throw new Error(`${name} answered "${answer.error.tag}", which its table does not name`);
    return;
  }
  const { output }: { output: z.ZodType } = contract[name];
  const parsed = output.safeParse(answer.value);
  if (!parsed.success) throw new Error(`${name} answered what its table does not allow: ${parsed.error}`);
  if (!same(parsed.data, answer.value))
    throw new Error(`${name} answered more than its table knows: ${JSON.stringify(answer.value)}`);
};

/** The application without any transport between: what goes in and out is copied, as over every other way. */
export const memoryHost = (desk: Desk): Host => ({
  kind: 'memory',
  call: (async (name: CallName, input: unknown) => {
    const answer = (await desk.call(name, structuredClone(input))) as Answer<CallName>;
    if (Object.hasOwn(contract, name)) holdToContract(name, answer);
    return structuredClone(answer);
  }) as Host['call'],
  listen: (listener) => desk.listen((event) => listener(structuredClone(event))),
});
