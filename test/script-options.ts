import { type Command, exitCode, type Given, type Options, type Program } from '#commands/command.ts';
import { helpOf } from '#commands/help.ts';
import { readWords } from '#commands/words.ts';
import { sentence } from '#shared/errors.ts';

const scripts: Pick<Program, 'call' | 'options'> = {
  call: 'npm run',
  options: { help: { type: 'boolean', help: 'this help' } },
};

/**
 * What was typed after a script of `package.json`, read as the command lines read theirs. Where help was asked for, or
 * something that there is not, the process ends with what there is.
 */
export const scriptOptions = (name: string, summary: string, options: Options = {}): Given => {
  const script: Omit<Command, 'run'> = { name, how: `npm run ${name} --`, words: [], summary, options };
  const given = readWords(scripts, script, process.argv.slice(2));
  if (given.ok && !given.value.has('help')) return given.value;
  if (given.ok) process.stdout.write(helpOf(scripts, script));
  else process.stderr.write(`${sentence(given.error)}\n\n${helpOf(scripts, script)}`);
  process.exit(given.ok ? 0 : exitCode(given.error));
};
