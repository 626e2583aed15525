import { type Command, couldNot } from '#commands/command.ts';
import { hasPassphrase } from '#commands/passphrase.ts';
import { ok } from '#shared/result.ts';
import { portOf, serveUntilStopped } from '../serving.ts';
import { buildInterface } from '../upkeep.ts';
import { folderOf, unlock, withDesk } from './store.ts';

export const serve: Command = {
  name: 'serve',
  words: [],
  summary: 'Serve the interface to a browser on this computer',
  options: {
    port: { type: 'string', hint: 'N', help: 'the port to listen on (default: a free one)' },
    'no-open': { type: 'boolean', help: 'only print the link' },
  },
  async run(given, terminal) {
    const port = portOf(given.text('port'));
    if (!port.ok) return port;
    if (!(await buildInterface())) return couldNot('Nothing is served without the interface.', terminal);
    return withDesk(
      folderOf(given),
      terminal,
      async (desk) => {
        // Where the passphrase was handed over there is no need to ask for it again on the screen.
        const unlocked = hasPassphrase(given, terminal) ? await unlock(desk, given, terminal) : ok('');
        if (!unlocked.ok && unlocked.error.tag !== 'noStore') return unlocked;
        const problem = await serveUntilStopped(desk, {
          port: port.value,
          open: !given.has('no-open'),
          show: (link, url) => void terminal.out(`${terminal.json ? JSON.stringify({ url, link }) : link}\n`),
          note: terminal.note,
        });
        return problem === undefined ? ok(0) : couldNot(problem, terminal);
      },
      'byItself',
    );
  },
};
