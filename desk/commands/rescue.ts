import { resolve } from 'node:path';
import type { Command, Outcome } from '#commands/command.ts';
import { counted, type Terminal } from '#commands/terminal.ts';
import { sentence } from '#shared/errors.ts';
import { ok } from '#shared/result.ts';
import type { Desk } from '../desk.ts';
import { call, withStore } from './store.ts';

const withFiles = ({ changes, files }: { changes: number; files: number }): string =>
  files === 0 ? counted(changes, 'change') : `${counted(changes, 'change')} and ${counted(files, 'file')}`;

const takeOut = async (
  desk: Desk,
  terminal: Terminal,
  path: string,
  passphrase: string,
): Promise<Outcome> => {
  const done = await call(desk, 'sync.rescueOut', { path, passphrase });
  if (!done.ok) return done;
  await terminal.out(terminal.json ? `${JSON.stringify(done.value)}\n` : `${done.value.path}\n`);
  terminal.note(
    `${withFiles(done.value)} that the office does not have yet, encrypted. Bring the file in elsewhere with "desk rescue --in".`,
  );
  const { damaged } = done.value;
  if (damaged > 0) terminal.note(sentence({ tag: 'unsentDamaged', files: damaged }));
  return ok(0);
};

const bringIn = async (
  desk: Desk,
  terminal: Terminal,
  path: string,
  passphrase: string,
): Promise<Outcome> => {
  const done = await call(desk, 'sync.rescueIn', { path, passphrase });
  if (!done.ok) return done;
  const { known } = done.value;
  if (terminal.json) await terminal.out(`${JSON.stringify(done.value)}\n`);
  else await terminal.out(`${withFiles(done.value)} brought in, ${known} known already\n`);
  return ok(0);
};

/** The file has a passphrase of its own: what opens the store, unless another is given. */
export const rescue: Command = {
  name: 'rescue',
  words: ['FILE'],
  summary: 'Take everything unsent out into an encrypted file, or bring such a file in',
  options: {
    in: { type: 'boolean', help: 'bring the file in, instead of writing it' },
  },
  run(given, terminal) {
    const path = resolve(given.words[0] ?? '');
    return withStore(given, terminal, (desk, passphrase) => {
      const own = terminal.env.ICV_RESCUE_PASSPHRASE || passphrase;
      return given.has('in') ? bringIn(desk, terminal, path, own) : takeOut(desk, terminal, path, own);
    });
  },
};
