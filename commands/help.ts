import type { Command, Options, Program } from './command.ts';

const optionLines = (options: Options): string => {
  const left = Object.entries(options).map(
    ([name, option]) =>
      [`  --${name}${option.type === 'string' ? ` ${option.hint}` : ''}`, option.help] as const,
  );
  const width = Math.max(...left.map(([text]) => text.length));
  return left.map(([text, help]) => `${text.padEnd(width)}  ${help}`).join('\n');
};

export const helpOf = (program: Pick<Program, 'call' | 'options'>, command: Omit<Command, 'run'>): string => {
  const { name, how = `${program.call} ${name}`, words, summary, options } = command;
  return [
    `${[how, ...words].join(' ')} [options]`,
    '',
    `${summary}.`,
    '',
    optionLines({ ...options, ...program.options }),
    '',
  ].join('\n');
};

export const help = ({ title, call, commands }: Program): string => {
  const left = commands.map((command) => [command.name, ...command.words].join(' '));
  const width = Math.max(...left.map((text) => text.length));
  return [
    title,
    '',
    ...commands.map((command, i) => `  ${(left[i] ?? '').padEnd(width)}  ${command.summary}`),
    '',
    `${call} COMMAND --help says more about one of them.`,
    'The passphrase comes from ICV_PASSPHRASE or --passphrase-file; on a terminal it is asked for.',
    '',
  ].join('\n');
};
