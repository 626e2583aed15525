import { resolve } from 'node:path';
import { type Command, wrong } from '#commands/command.ts';
import { chosenPassphrase, passphraseOf } from '#commands/passphrase.ts';
import { ok } from '#shared/result.ts';
import { sources } from '../machine.ts';
import { databaseOf, folderOf } from './store.ts';

export const init: Command = {
  name: 'init',
  words: [],
  summary: "Set up the office's hub: a new office, or one that a stand-alone store has been until now",
  options: {
    body: { type: 'string', hint: 'NAME', help: 'the name of the local policing body' },
    from: { type: 'string', hint: 'DIR', help: 'the folder of a stand-alone store, which stays as it is' },
  },
  async run(given, terminal) {
    const [body, from] = [given.text('body'), given.text('from')];
    if ((body === undefined) === (from === undefined))
      return wrong(
        'Say which office: --body NAME for a new one, or --from DIR for that of a stand-alone store.',
      );
    const passphrase = await (from === undefined
      ? chosenPassphrase(given, terminal)
      : passphraseOf(given, terminal, 'Passphrase of the stand-alone store: '));
    if (!passphrase.ok) return passphrase;
    // Loaded late, so that help and wrong words never wait for a database.
    const { initHub } = await import('../store/create.ts');
    const { initHubFrom } = await import('../store/from-standalone.ts');
    const beginning = {
      folder: folderOf(given),
      passphrase: passphrase.value,
      database: databaseOf(terminal),
    };
    const made =
      from === undefined
        ? await initHub(beginning, body ?? '', sources)
        : await initHubFrom(beginning, resolve(from), sources);
    if (!made.ok) return made;
    const { store, recoveryCode } = made.value;
    await store.close();
    terminal.note(
      `The hub is ready in ${beginning.folder}. Write down the recovery code and keep it apart from this computer: it opens the hub when the passphrase is forgotten.`,
    );
    terminal.note(
      'Invite the first person, say a coordinator, with "hub invite"; start it with "hub serve".',
    );
    await terminal.out(`${terminal.json ? JSON.stringify({ recoveryCode }) : recoveryCode}\n`);
    return ok(0);
  },
};
