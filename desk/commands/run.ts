import { randomBytes } from 'node:crypto';
import { type Failure, sentence } from '#shared/errors.ts';
import { ok } from '#shared/result.ts';
import { type Command, exitCode, type Outcome } from './command.ts';
import { helpOf } from './help.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { readWords } from './words.ts';

/** Reads the words of one command and carries it out. */
export const runCommand = async (
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<Outcome> => {
  const given = readWords(command, args);
  if (!given.ok) return given;
  if (!given.value.has('help')) return command.run(given.value, terminal);
  await terminal.out(helpOf(command));
  return ok(0);
};

/** A whole program: sets the exit code, and whatever goes wrong, one sentence says so. */
export const run = async (
  argv: readonly string[],
  work: (argv: readonly string[], terminal: Terminal) => Promise<Outcome>,
): Promise<void> => {
  // A reader that stops reading ("| head") is no failure of ours: what remains to be said is dropped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stream.destroy());
  const terminal = createTerminal(process, process.env, {
    json: argv.includes('--json'),
    debug: argv.includes('--debug'),
  });
  try {
    const outcome = await work(argv, terminal);
    process.exitCode = outcome.ok ? outcome.value : exitCode(outcome.error);
    if (!outcome.ok) terminal.note(sentence(outcome.error));
  } catch (error) {
    const failure: Failure = { tag: 'unexpected', reference: randomBytes(4).toString('hex') };
    process.exitCode = 1;
    terminal.note(sentence(failure));
    terminal.debug(error);
  }
};
