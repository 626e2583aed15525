import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, wrong } from '#commands/command.ts';
import { chosenPassphrase } from '#commands/passphrase.ts';
import { fail, ok } from '#shared/result.ts';
import { call, folderOf, withDesk } from './store.ts';
import { showingSync } from './sync.ts';
import { connectionLine, wentWell } from './sync-words.ts';

export const join: Command = {
  name: 'join',
  words: [],
  summary: "Join an office's hub with an invitation, and make this laptop's store",
  options: {
    hub: { type: 'string', hint: 'URL', help: 'the address of the hub, where the invitation is a code' },
    invite: { type: 'string', hint: 'CODE-OR-FILE', help: 'the code, or the file, that the office gave' },
  },
  async run(given, terminal) {
    const invite = given.text('invite');
    const hub = given.text('hub');
    if (invite === undefined) return wrong('Say with --invite which code or file the office gave.');
    const isFile = existsSync(resolve(invite));
    if (!isFile && hub === undefined)
      return wrong(`There is no file "${invite}". With a code, say with --hub where the office is reached.`);
    const file = isFile ? await readFile(resolve(invite), 'utf8').catch(() => undefined) : undefined;
    if (isFile && file === undefined) return fail({ tag: 'cannotRead', path: invite });
    return withDesk(folderOf(given), terminal, async (desk) => {
      const passphrase = await chosenPassphrase(given, terminal);
      if (!passphrase.ok) return passphrase;
      const joined = await call(desk, 'store.join', {
        name: given.text('person') ?? '',
        passphrase: passphrase.value,
        ...(file === undefined ? { hub, code: invite } : { file }),
      });
      if (!joined.ok) return joined;
      const { recoveryCode, person, body } = joined.value;
      terminal.note(`The store of ${person} at ${body} is ready in ${folderOf(given)}.`);
      terminal.note(
        'Write down the recovery code and keep it apart from this computer: it opens the store when the passphrase is forgotten.',
      );
      const synced = await showingSync(desk, terminal, () => call(desk, 'sync.now', {}));
      const reached = synced.ok && wentWell(synced.value);
      if (!reached && synced.ok) {
        const { connection } = synced.value;
        terminal.note(
          `${connection ? `${connectionLine(connection)} ` : ''}The store can be used meanwhile.`,
        );
      }
      const result = { recoveryCode, person, body, reached };
      await terminal.out(`${terminal.json ? JSON.stringify(result) : recoveryCode}\n`);
      return ok(0);
    });
  },
};
