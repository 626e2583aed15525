import { resolve } from 'node:path';
import type { Command } from '#commands/command.ts';
import { passphraseOf } from '#commands/passphrase.ts';
import { ok } from '#shared/result.ts';
import { sources } from '../machine.ts';
import { folderOf } from './store.ts';

export const restore: Command = {
  name: 'restore',
  words: ['FILE'],
  summary: 'Put the store of a backup back, and set aside the one in its place',
  options: {},
  async run(given, terminal) {
    const passphrase = await passphraseOf(given, terminal, 'Passphrase of the backup: ');
    if (!passphrase.ok) return passphrase;
    // Not a call of the contract: it works on a folder in which no store can be opened any more.
    const { restore: putBack } = await import('#db/restore.ts');
    const file = resolve(given.words[0] ?? '');
    const restored = await putBack(file, folderOf(given), { passphrase: passphrase.value }, sources);
    if (!restored.ok) return restored;
    const { directory, name, setAside } = restored.value;
    await terminal.out(
      terminal.json ? `${JSON.stringify({ name, directory, setAside })}\n` : `${directory}\n`,
    );
    terminal.note(`The store "${name}" is back.`);
    if (setAside) terminal.note(`What was there before was kept: ${setAside}`);
    return ok(0);
  },
};
