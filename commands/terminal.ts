import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';

/** What a command may do with the terminal, or the pipes, it was started in. */
export type Terminal = {
  readonly env: NodeJS.ProcessEnv;
  /** Results are asked for as JSON. */
  readonly json: boolean;
  /** Somebody is there to answer a question. */
  readonly canAsk: boolean;
  /** Writes a piece of the result, and waits while the reader is slower. */
  out(text: string): Promise<void>;
  /** Tells the person something that is not the result. */
  note(text: string): void;
  /** Shows where a bug came from, to whoever asked for it with --debug. */
  debug(error: unknown): void;
  /** Shows how far long work has come: in place on a terminal, now and then elsewhere. */
  progress(text: string): void;
  /** Asks without showing what is typed; undefined when the question was left with Ctrl+C or Ctrl+D. */
  askSecret(question: string): Promise<string | undefined>;
};

type Tty = { readonly isTTY?: boolean };

/** A process has these, and so has whoever stands in its place. */
export type Streams = { stdin: Readable & Tty; stdout: Writable; stderr: Writable & Tty };

const quietly = 5_000;
const lively = 100;

type Wishes = { json: boolean; debug: boolean };

export const createTerminal = (streams: Streams, env: NodeJS.ProcessEnv, wishes: Wishes): Terminal => {
  const { stdin, stdout, stderr } = streams;
  // Elsewhere than on a terminal, work that is soon done says nothing at all.
  let lastProgress = stderr.isTTY ? 0 : Date.now();
  let onLine = false;
  const clearLine = () => {
    if (onLine) stderr.write('\r\x1b[K');
    onLine = false;
  };

  return {
    env,
    json: wishes.json,
    canAsk: Boolean(stdin.isTTY && stderr.isTTY),
    out(text) {
      clearLine();
      if (stdout.destroyed || stdout.write(text)) return Promise.resolve();
      // A reader that went away ("| head") never drains: that ends the waiting too, and is no failure.
      return new Promise((resolve) => stdout.once('drain', resolve).once('close', resolve));
    },
    note(text) {
      clearLine();
      stderr.write(`${text}\n`);
    },
    debug(error) {
      if (wishes.debug) stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    },
    progress(text) {
      const now = Date.now();
      if (now - lastProgress < (stderr.isTTY ? lively : quietly)) return;
      lastProgress = now;
      stderr.write(stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
      onLine = Boolean(stderr.isTTY);
    },
    askSecret(question) {
      stderr.write(question);
      const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
      const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
      return new Promise((resolve) => {
        lines.once('line', (line) => {
          resolve(line);
          lines.close();
        });
        lines.once('SIGINT', () => lines.close());
        lines.once('close', () => {
          stderr.write('\n');
          resolve(undefined);
        });
      });
    },
  };
};

/** A number as people read it: 12,345. */
export const count = (n: number): string => n.toLocaleString('en-GB');

/** "1 row", "2,000 rows". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;
