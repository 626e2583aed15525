import { resolve } from 'node:path';
import type { Given, Outcome } from '#commands/command.ts';
import { passphraseOf } from '#commands/passphrase.ts';
import type { Terminal } from '#commands/terminal.ts';
import type { Answer, CallName, Input } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { defaultFolder, sources, version } from '../machine.ts';

/** `desk.call` with the types of the contract. */
export const call = <N extends CallName>(desk: Desk, name: N, input: Input<N>): Promise<Answer<N>> =>
  desk.call(name, input) as Promise<Answer<N>>;

export const folderOf = (given: Given): string => resolve(given.text('data') ?? defaultFolder());

/**
 * Runs work on the application of this folder, and closes it whatever happens. A command reaches for the hub only where
 * it says so; what stays open for people syncs by itself.
 */
export const withDesk = async <T>(
  folder: string,
  terminal: Terminal,
  work: (desk: Desk) => Promise<T>,
  sync: 'byItself' | 'asked' = 'asked',
): Promise<T> => {
  // Loaded late, so that help and wrong words never wait for a database.
  const { openDesk } = await import('../app.ts');
  const onBug = (_reference: string, error: unknown) => terminal.debug(error);
  const desk = openDesk({ folder, version, sources, sync, onBug });
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
): Promise<Result<string, Failure>> => {
  const status = await call(desk, 'store.status', {});
  if (!status.ok) return status;
  const [ended] = status.value.ended ?? [];
  if (status.value.stores.length === 0)
    return ended ? fail({ tag: 'accessEnded', kept: ended.kept }) : fail({ tag: 'noStore' });
  const name = given.text('person');
  const names = status.value.stores.map((store) => store.name);
  if (name === undefined && names.length > 1) return fail({ tag: 'whichStore', names });
  const passphrase = await passphraseOf(given, terminal);
  if (!passphrase.ok) return passphrase;
  const opened = await call(desk, 'store.unlock', { passphrase: passphrase.value, ...(name && { name }) });
  return opened.ok ? passphrase : opened;
};

/** Runs work on an unlocked store. `work` is told the passphrase that opened it. */
export const withStore = (
  given: Given,
  terminal: Terminal,
  work: (desk: Desk, passphrase: string) => Promise<Outcome>,
): Promise<Outcome> =>
  withDesk(folderOf(given), terminal, async (desk) => {
    const unlocked = await unlock(desk, given, terminal);
    return unlocked.ok ? work(desk, unlocked.value) : unlocked;
  });
