import type { Command } from '#commands/command.ts';
import { chosenPassphrase } from '#commands/passphrase.ts';
import { ok } from '#shared/result.ts';
import { call, folderOf, withDesk } from './store.ts';

export const init: Command = {
  name: 'init',
  words: [],
  summary: 'Set up a stand-alone store: one office, one computer, all roles',
  options: {
    body: { type: 'string', hint: 'NAME', help: 'the name of the local policing body' },
    example: { type: 'boolean', help: 'fill it with an invented scheme to try things on' },
  },
  run(given, terminal) {
    return withDesk(folderOf(given), terminal, async (desk) => {
      const passphrase = await chosenPassphrase(given, terminal);
      if (!passphrase.ok) return passphrase;
      const made = await call(desk, 'store.create', {
        name: 'office',
        person: 'Office',
        body: given.text('body') ?? 'Independent custody visiting office',
        passphrase: passphrase.value,
        start: given.has('example') ? 'example' : 'empty',
      });
      if (!made.ok) return made;
      const { recoveryCode } = made.value;
      terminal.note(
        `The store is ready in ${folderOf(given)}. Write down the recovery code and keep it apart from this computer: it opens the store when the passphrase is forgotten.`,
      );
      await terminal.out(`${terminal.json ? JSON.stringify({ recoveryCode }) : recoveryCode}\n`);
      return ok(0);
    });
  },
};
