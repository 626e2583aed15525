import { parseArgs } from 'node:util';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { type Command, type Given, type Options, type Program, wrong } from './command.ts';

/** How many letters have to be changed, added or left out to turn one word into the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The word that was probably meant, or undefined where none is near. */
export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  const near = (word: string) => (word.startsWith(typed) && typed.length > 1 ? 0 : distance(typed, word));
  const [best] = known.toSorted((a, b) => near(a) - near(b));
  return best !== undefined && near(best) <= Math.max(1, Math.floor(typed.length / 3)) ? best : undefined;
};

/** "There is no X. Did you mean Y?", or the whole list where nothing is near. */
export const unknownWord = (what: string, typed: string, known: readonly string[]) => {
  const meant = nearest(typed, known);
  return wrong(
    `There is no ${what} "${typed}". ${meant ? `Did you mean "${meant}"?` : `Choose one of: ${known.join(', ')}.`}`,
  );
};

const unknownOption = (typed: string, options: Options) => {
  if (/^pass(word|phrase)?$/.test(typed)) {
    return wrong('A passphrase is never an argument: set ICV_PASSPHRASE, or use --passphrase-file FILE.');
  }
  const meant = nearest(typed, Object.keys(options));
  const hint = meant ? `Did you mean --${meant}?` : 'Add --help to see what there is.';
  return wrong(`There is no option ${typed.length > 1 ? '--' : '-'}${typed} here. ${hint}`);
};

/** Reads what follows the command's name. Our own words for what is wrong: parseArgs speaks to programmers. */
export const readWords = (
  program: Pick<Program, 'options'>,
  command: Omit<Command, 'run'>,
  args: readonly string[],
): Result<Given, Failure> => {
  const options: Options = { ...program.options, ...command.options };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) return unknownOption(token.name, options);
    if (option.type === 'boolean' && token.inlineValue) return wrong(`--${token.name} takes no value.`);
    const missing = !token.value || (!token.inlineValue && token.value.startsWith('--'));
    if (option.type === 'string' && missing) return wrong(`--${token.name} needs a value: ${option.hint}.`);
  }
  if (values.help !== true && positionals.length !== command.words.length) {
    const wanted = command.words.length === 0 ? 'no further words' : command.words.join(' ');
    return wrong(`"${command.name}" takes ${wanted}. Add --help to see how it is used.`);
  }
  return ok({
    words: positionals,
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    has: (name) => values[name] === true,
  });
};
