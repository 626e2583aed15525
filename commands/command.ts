import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Terminal } from './terminal.ts';

/** 0 done, 1 could not, 2 the input or the words were wrong. */
export type ExitCode = 0 | 1 | 2;
export type Outcome = Result<ExitCode, Failure>;

export type Option =
  | { readonly type: 'string'; readonly hint: string; readonly help: string }
  | { readonly type: 'boolean'; readonly help: string };
export type Options = Readonly<Record<string, Option>>;

/** What was typed after the command's name. */
export type Given = {
  readonly words: readonly string[];
  text(option: string): string | undefined;
  has(option: string): boolean;
};

export type Command = {
  readonly name: string;
  /** How it is started, where not as a word of its program. */
  readonly how?: string;
  /** The words it takes, as help shows them. */
  readonly words: readonly string[];
  readonly summary: string;
  readonly options: Options;
  run(given: Given, terminal: Terminal): Promise<Outcome>;
};

/** A command line: the desk's, the hub's. */
export type Program = {
  readonly title: string;
  /** How one of its commands is called. */
  readonly call: string;
  /** Every command there is, in the order of help. */
  readonly commands: readonly Command[];
  /** Understood by every command. */
  readonly options: Options;
};

/** Understood by every command of every program. */
export const commonOptions: Options = {
  data: {
    type: 'string',
    hint: 'DIR',
    help: "the folder of the store (default: the computer's application data)",
  },
  'passphrase-file': { type: 'string', hint: 'FILE', help: 'a file whose first line is the passphrase' },
  json: { type: 'boolean', help: 'the result as JSON' },
  debug: { type: 'boolean', help: 'show where an unexpected failure came from' },
  help: { type: 'boolean', help: 'this help' },
};

/** Something is in the way: one sentence says what. */
export const couldNot = (text: string, terminal: Terminal): Outcome => {
  terminal.note(text);
  return ok(1);
};

/** The words or the input were wrong: one sentence says how. */
export const wrong = (text: string) => fail<Failure>({ tag: 'invalid', problems: [{ path: '', text }] });

const inputFailures = new Set<Failure['tag']>([
  'invalid',
  'badPeriod',
  'otherPeriod',
  'badFile',
  'weakPassphrase',
  'whichStore',
]);

/** Whether the person should type something else (2), or something is in the way (1). */
export const exitCode = (failure: Failure): ExitCode => (inputFailures.has(failure.tag) ? 2 : 1);
