import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const passphrase = 'four unrelated words here';

export type Ended = { code: number | null; out: string; err: string };

export type DeskProcess = {
  child: ChildProcessWithoutNullStreams;
  ended: Promise<Ended>;
  /** The next line of standard output. */
  line(): Promise<string>;
};

/** The command line as its own process, with nobody at the terminal. */
export const start = (args: string[], env: NodeJS.ProcessEnv = {}, script = 'desk/cli.ts'): DeskProcess => {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ICV_PASSPHRASE: passphrase, ...env },
  });
  let out = '';
  let err = '';
  let read = 0;
  let told = () => {};
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
    told();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      told();
      resolve({ code, out, err });
    });
  });
  return {
    child,
    ended,
    async line() {
      while (!out.slice(read).includes('\n')) {
        if (child.exitCode !== null) throw new Error(`It ended without another line: ${err}`);
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
      const end = out.indexOf('\n', read);
      const line = out.slice(read, end);
      read = end + 1;
      return line;
    },
  };
};

/** One command from start to end. */
export const desk = (args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => {
  const { child, ended } = start(args, env);
  child.stdin.end();
  return ended;
};

/** Whatever went wrong: one clear line, beside how far slow work had come, and nothing of the machinery. */
export const failedWith = (ended: Ended, code: number, said: RegExp): void => {
  const lines = ended.err.trim().split('\n');
  expect(ended.err).toMatch(said);
  expect(lines.filter((line) => !/^(Reading|Writing)\b/.test(line))).toHaveLength(1);
  expect(ended.err).not.toMatch(/\n +at |node:|\.ts:/);
  expect(ended.out).toBe('');
  expect(ended.code).toBe(code);
};
