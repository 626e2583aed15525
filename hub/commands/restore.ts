import { resolve } from 'node:path';
import type { Command } from '#commands/command.ts';
import { passphraseOf } from '#commands/passphrase.ts';
import { ok } from '#shared/result.ts';
import { sources } from '../machine.ts';
import { databaseOf, folderOf } from './store.ts';

export const restore: Command = {
  name: 'restore',
  words: ['FILE'],
  summary: 'Put the store of a backup back; laptops then bring what the backup did not have yet',
  options: {},
  async run(given, terminal) {
    const passphrase = await passphraseOf(given, terminal, 'Passphrase of the backup: ');
    if (!passphrase.ok) return passphrase;
    const { restoreHub } = await import('../store/backup.ts');
    const file = resolve(given.words[0] ?? '');
    const secret = { passphrase: passphrase.value };
    const restored = await restoreHub(file, folderOf(given), secret, databaseOf(terminal), sources);
    if (!restored.ok) return restored;
    const { directory, setAside } = restored.value;
    await terminal.out(terminal.json ? `${JSON.stringify({ directory, setAside })}\n` : `${directory}\n`);
    if (setAside) terminal.note(`What was there before was kept: ${setAside}`);
    terminal.note(
      'At their next sync the laptops offer what this backup does not have. When all have synced, run "hub recovery close". Whatever was revoked after this backup was made has its access again: look through "hub devices" and revoke it.',
    );
    return ok(0);
  },
};
