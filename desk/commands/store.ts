import { resolve } from 'node:path';
import type { Given, Outcome } from '#commands/command.ts';
import { passphraseOf } from '#commands/passphrase.ts';
import type { Terminal } from '#commands/terminal.ts';
import type { Answer, CallName, Input } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { defaultFolder, sources, version } from '../machine.ts';

/** `desk.call` with the types of the contract. */
export const call = <N extends CallName>(desk: Desk, name: N, input: Input<N>): Promise<Answer<N>> =>
  desk.call(name, input) as Promise<Answer<N>>;

export const folderOf = (given: Given): string => resolve(given.text('data') ?? defaultFolder());

/** Runs work on the application of this folder, and closes it whatever happens. */
export const withDesk = async <T>(
  folder: string,
  terminal: Terminal,
  work: (desk: Desk) => Promise<T>,
): Promise<T> => {
  // Loaded late, so that help and wrong words never wait for a database.
  const { openDesk } = await import('../app.ts');
  const desk = openDesk({ folder, version, sources, onBug: (_reference, error) => terminal.debug(error) });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
};

export const unlock = async (
  desk: Desk,
  given: Given,
  terminal: Terminal,
): Promise<Result<void, Failure>> => {
  const status = await call(desk, 'store.status', {});
  if (!status.ok) return status;
  if (status.value.stores.length === 0) return fail({ tag: 'noStore' });
  const name = given.text('person');
  const names = status.value.stores.map((store) => store.name);
  if (name === undefined && names.length > 1) return fail({ tag: 'whichStore', names });
  const passphrase = await passphraseOf(given, terminal);
  if (!passphrase.ok) return passphrase;
  const opened = await call(desk, 'store.unlock', { passphrase: passphrase.value, ...(name && { name }) });
  return opened.ok ? ok(undefined) : opened;
};

/** Runs work on an unlocked store. */
export const withStore = (
  given: Given,
  terminal: Terminal,
  work: (desk: Desk) => Promise<Outcome>,
): Promise<Outcome> =>
  withDesk(folderOf(given), terminal, async (desk) => {
    const unlocked = await unlock(desk, given, terminal);
    return unlocked.ok ? work(desk) : unlocked;
  });
