import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Answer, CallName, Input } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { defaultFolder, sources, version } from '../machine.ts';
import { type Given, type Outcome, wrong } from './command.ts';
import type { Terminal } from './terminal.ts';

/** `desk.call` with the types of the contract. */
export const call = <N extends CallName>(desk: Desk, name: N, input: Input<N>): Promise<Answer<N>> =>
  desk.call(name, input) as Promise<Answer<N>>;

export const folderOf = (given: Given): string => resolve(given.text('data') ?? defaultFolder());

/** The first line of the file, the environment, or the person's own fingers; never an argument, which others can see. */
export const passphraseOf = async (
  given: Given,
  terminal: Terminal,
  question = 'Passphrase: ',
): Promise<Result<string, Failure>> => {
  const path = given.text('passphrase-file');
  if (path !== undefined) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return fail({ tag: 'cannotRead', path });
    const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    return first ? ok(first) : wrong(`"${path}" has no passphrase on its first line.`);
  }
  if (terminal.env.ICV_PASSPHRASE) return ok(terminal.env.ICV_PASSPHRASE);
  const typed = terminal.canAsk ? await terminal.askSecret(question) : undefined;
  return typed
    ? ok(typed)
    : wrong('The passphrase is missing: set ICV_PASSPHRASE, or use --passphrase-file FILE.');
};

/** A new passphrase: typed twice where it is typed, because nobody sees what they type. */
export const chosenPassphrase = async (
  given: Given,
  terminal: Terminal,
): Promise<Result<string, Failure>> => {
  const chosen = await passphraseOf(given, terminal, 'Choose a passphrase: ');
  if (!chosen.ok || hasPassphrase(given, terminal)) return chosen;
  const again = await terminal.askSecret('The same once more: ');
  return again === chosen.value ? chosen : wrong('The two passphrases are not the same. Start again.');
};

/** Whether a passphrase is at hand without asking anybody. */
export const hasPassphrase = (given: Given, terminal: Terminal): boolean =>
  given.text('passphrase-file') !== undefined || Boolean(terminal.env.ICV_PASSPHRASE);

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
