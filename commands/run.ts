import { randomBytes } from 'node:crypto';
import { type Failure, sentence } from '#shared/errors.ts';
import { ok } from '#shared/result.ts';
import { type Command, type ExitCode, exitCode, type Outcome, type Program, wrong } from './command.ts';
import { help, helpOf } from './help.ts';
import { createTerminal, type Streams, type Terminal } from './terminal.ts';
import { readWords, unknownWord } from './words.ts';

/** Reads the words of one command and carries it out. */
export const runCommand = async (
  program: Program,
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<Outcome> => {
  const given = readWords(program, command, args);
  if (!given.ok) return given;
  if (!given.value.has('help')) return command.run(given.value, terminal);
  await terminal.out(helpOf(program, command));
  return ok(0);
};

const asksForHelp = (word: string | undefined) => word === 'help' || word === '--help' || word === '-h';

/** Finds the command that the first word names, and carries it out. */
export const carryOut = async (
  program: Program,
  argv: readonly string[],
  terminal: Terminal,
): Promise<Outcome> => {
  const [name, ...rest] = argv;
  if (asksForHelp(name)) {
    await terminal.out(help(program));
    return ok(0);
  }
  if (name === undefined) {
    terminal.note(help(program));
    return ok(2);
  }
  if (name.startsWith('-'))
    return wrong(`The command comes first, then ${name}. Add --help to see the commands.`);
  const command = program.commands.find((known) => known.name === name);
  if (!command)
    return unknownWord(
      'command',
      name,
      program.commands.map((known) => known.name),
    );
  return runCommand(program, command, rest, terminal);
};

/** A whole program on these streams, to its exit code; whatever goes wrong, one sentence says so. */
export const runOn = async (
  streams: Streams,
  env: NodeJS.ProcessEnv,
  argv: readonly string[],
  work: (argv: readonly string[], terminal: Terminal) => Promise<Outcome>,
): Promise<ExitCode> => {
  const terminal = createTerminal(streams, env, {
    json: argv.includes('--json'),
    debug: argv.includes('--debug'),
  });
  try {
    const outcome = await work(argv, terminal);
    if (outcome.ok) return outcome.value;
    terminal.note(sentence(outcome.error));
    return exitCode(outcome.error);
  } catch (error) {
    const failure: Failure = { tag: 'unexpected', reference: randomBytes(4).toString('hex') };
    terminal.note(sentence(failure));
    terminal.debug(error);
    return 1;
  }
};

/** A whole program as the process it is. */
export const run = async (
  argv: readonly string[],
  work: (argv: readonly string[], terminal: Terminal) => Promise<Outcome>,
): Promise<void> => {
  // A reader that stops reading ("| head") is no failure of ours: what remains to be said is dropped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stream.destroy());
  process.exitCode = await runOn(process, process.env, argv, work);
};
