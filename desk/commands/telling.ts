import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { type Given, type Options, type Outcome, wrong } from '#commands/command.ts';
import type { Terminal } from '#commands/terminal.ts';
import { unknownWord } from '#commands/words.ts';
import { type ReturnFormat, returnFormats } from '#shared/calls/returns.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';

export type Format = ReturnFormat | 'text';

/** What is no text cannot be read on a terminal. */
const isText = (format: Format): boolean => !['xlsx', 'ods', 'docx'].includes(format);

/** How a return is told: as what, and into which file; without one on the terminal. */
export type Telling = { format: Format; path: string | undefined };

export const tellingOptions: Options = {
  format: {
    type: 'string',
    hint: returnFormats.join('|'),
    help: 'what to write (default: a table to read)',
  },
  out: { type: 'string', hint: 'FILE', help: 'write to this file instead' },
};

/** How somebody wants to be told. */
export const toldAs = (given: Given, terminal: Terminal): Result<Telling, Failure> => {
  const name = given.text('format') ?? (terminal.json ? 'json' : 'text');
  const format = (['text', ...returnFormats] as const).find((one) => one === name);
  if (!format) return unknownWord('format', name, returnFormats);
  const path = given.text('out');
  if (path === undefined && !isText(format))
    return wrong(`Say which file to write: --out return.${format}, for example.`);
  return ok({ format, path });
};

/** How often it is asked again, and how long, in milliseconds. */
const aMoment = 300;
const patience = 600_000;

/** Figures wait for an import that was cut short; it goes on while the store is open, so this waits with them. */
const onceReady = async <T>(
  ask: () => Promise<Result<T, Failure>>,
  terminal: Terminal,
): Promise<Result<T, Failure>> => {
  let answer = await ask();
  if (!answer.ok && answer.error.tag === 'figuresWait')
    terminal.note('Waiting for an import or an update that is still being written.');
  const until = Date.now() + patience;
  while (!answer.ok && answer.error.tag === 'figuresWait' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, aMoment));
    answer = await ask();
  }
  return answer;
};

/** The whole file or none of it: what another program reads is never half written. */
const writeWhole = async (path: string, bytes: Buffer): Promise<Result<void, Failure>> => {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(beside, bytes, { flag: 'wx' });
    await rename(beside, path);
    return ok(undefined);
  } catch {
    await rm(beside, { force: true });
    return fail({ tag: 'cannotWrite', path });
  }
};

/** Tells a return once its figures stand. */
export const tell = async (
  { path }: Telling,
  terminal: Terminal,
  compose: () => Promise<Result<Buffer, Failure>>,
): Promise<Outcome> => {
  const made = await onceReady(compose, terminal);
  if (!made.ok) return made;
  if (path === undefined) {
    await terminal.out(made.value.toString());
    return ok(0);
  }
  const written = await writeWhole(path, made.value);
  if (!written.ok) return written;
  terminal.note(`Written: ${path}`);
  return ok(0);
};
