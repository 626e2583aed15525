import { ok } from '#shared/result.ts';
import { commands, laterCommands } from './commands/all.ts';
import { notYet, type Outcome, wrong } from './commands/command.ts';
import { help } from './commands/help.ts';
import { run, runCommand } from './commands/run.ts';
import type { Terminal } from './commands/terminal.ts';
import { unknownWord } from './commands/words.ts';

const asksForHelp = (word: string | undefined) => word === 'help' || word === '--help' || word === '-h';

const carryOut = async (argv: readonly string[], terminal: Terminal): Promise<Outcome> => {
  const [name, ...rest] = argv;
  if (asksForHelp(name)) {
    await terminal.out(help());
    return ok(0);
  }
  if (name === undefined) {
    terminal.note(help());
    return ok(2);
  }
  if (name.startsWith('-'))
    return wrong(`The command comes first, then ${name}. Add --help to see the commands.`);
  if (laterCommands.includes(name)) return notYet(`"desk ${name}"`);
  const command = commands.find((known) => known.name === name);
  if (!command)
    return unknownWord(
      'command',
      name,
      commands.map((known) => known.name),
    );
  return runCommand(command, rest, terminal);
};

await run(process.argv.slice(2), carryOut);
