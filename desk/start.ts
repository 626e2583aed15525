import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, couldNot, type Outcome, wrong } from '#commands/command.ts';
import { run, runCommand } from '#commands/run.ts';
import type { Terminal } from '#commands/terminal.ts';
import { ok } from '#shared/result.ts';
import { program } from './commands/all.ts';
import { call, folderOf, withDesk } from './commands/store.ts';
import type { Desk } from './desk.ts';
import { type Desktop, prepareDesktop } from './desktop.ts';
import { portOf, serveUntilStopped } from './serving.ts';

/** Not a secret: the example is invented and thrown away, and whoever locks it by mistake must get back in. */
const examplePassphrase = 'only an example';

/** A folder that is gone when this process ends, whichever way it ends. */
const throwAwayFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'icv-desk-example-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
};

const makeExample = async (desk: Desk, terminal: Terminal): Promise<Outcome> => {
  terminal.note('Making an example scheme with invented people and visits.');
  const leave = () => process.exit(1);
  process.once('SIGINT', leave).once('SIGTERM', leave);
  const made = await call(desk, 'store.create', {
    name: 'example',
    person: 'Example coordinator',
    body: 'Example policing body',
    passphrase: examplePassphrase,
    start: 'example',
  });
  process.off('SIGINT', leave).off('SIGTERM', leave);
  if (made.ok) terminal.note(`If it locks itself, the passphrase is "${examplePassphrase}".`);
  return made.ok ? ok(0) : made;
};

type Asked = { folder: string; example: boolean; port: number | undefined; open: boolean };

const inBrowser = (asked: Asked, terminal: Terminal): Promise<Outcome> =>
  withDesk(
    asked.folder,
    terminal,
    async (desk) => {
      const ready = asked.example ? await makeExample(desk, terminal) : ok(0 as const);
      if (!ready.ok) return ready;
      const problem = await serveUntilStopped(desk, {
        port: asked.port,
        open: asked.open,
        show: (link) => void terminal.out(`${link}\n`),
        note: terminal.note,
      });
      return problem === undefined ? ok(0) : couldNot(problem, terminal);
    },
    'byItself',
  );

/** Undefined where no window could be shown after all. */
const onDesktop = async (
  desktop: Desktop,
  asked: Asked,
  terminal: Terminal,
): Promise<Outcome | undefined> => {
  if (asked.example) {
    const ready = await withDesk(asked.folder, terminal, (desk) => makeExample(desk, terminal));
    if (!ready.ok) return ready;
  }
  const env = asked.example ? { ICV_PASSPHRASE: examplePassphrase } : {};
  return (await desktop.open(asked.folder, env)) === 'closed' ? ok(0) : undefined;
};

const start: Command = {
  name: 'start',
  how: 'npm start --',
  words: [],
  summary: 'Open ICV Desk: on the desktop, or in a browser where that cannot be',
  options: {
    example: { type: 'boolean', help: 'an invented scheme in a folder that is thrown away afterwards' },
    port: { type: 'string', hint: 'N', help: 'the port, where a browser is used (default: a free one)' },
    'no-open': { type: 'boolean', help: 'open no browser, only print the link' },
  },
  async run(given, terminal) {
    const port = portOf(given.text('port'));
    if (!port.ok) return port;
    const example = given.has('example');
    if (example && given.text('data')) return wrong('The example has a folder of its own: leave --data out.');
    const folder = () => (example ? throwAwayFolder() : folderOf(given));
    const asked = (): Asked => ({ folder: folder(), example, port: port.value, open: !given.has('no-open') });

    const desktop = await prepareDesktop(terminal.note);
    if (typeof desktop !== 'string') {
      const outcome = await onDesktop(desktop, asked(), terminal);
      if (outcome) return outcome;
    }
    const why = typeof desktop === 'string' ? desktop : 'the desktop window could not be shown';
    terminal.note(`ICV Desk opens in a browser instead of a window of its own, because ${why}.`);
    return inBrowser(asked(), terminal);
  },
};

await run(process.argv.slice(2), (argv, terminal) => runCommand(program, start, argv, terminal));
