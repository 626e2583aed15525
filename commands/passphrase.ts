import { readFile } from 'node:fs/promises';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Given, wrong } from './command.ts';
import type { Terminal } from './terminal.ts';

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
