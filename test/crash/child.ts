import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const heard = (text: string): string[] => text.split('\n').slice(0, -1);

/**
 * Starts a program of this folder in a process of its own and kills it without warning: `moment` is given every line
 * it prints and says after how many milliseconds from then, or undefined to let it go on. Gives the lines it printed.
 */
export const killed = (
  program: string,
  args: readonly string[],
  moment: (line: string, lines: number) => number | undefined,
): Promise<{ lines: string[]; byItself: boolean; errors: string }> =>
  new Promise((resolve) => {
    const path = fileURLToPath(new URL(program, import.meta.url));
    const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    let seen = 0;
    let due: NodeJS.Timeout | undefined;
    // A moment that never comes must not leave a process behind: this kill fails the test in words.
    const tooLong = setTimeout(() => child.kill('SIGTERM'), 150_000);
    child.stderr.on('data', (piece) => {
      errors += piece;
    });
    child.stdout.on('data', (piece) => {
      out += piece;
      for (const line of heard(out).slice(seen)) {
        seen += 1;
        const after = due ? undefined : moment(line, seen);
        if (after !== undefined) due = setTimeout(() => child.kill('SIGKILL'), after);
      }
    });
    child.once('close', (_code, signal) => {
      clearTimeout(due);
      clearTimeout(tooLong);
      resolve({ lines: heard(out), byItself: signal !== 'SIGKILL', errors });
    });
  });
