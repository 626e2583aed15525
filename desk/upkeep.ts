import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from './machine.ts';

/** Runs a program of the build with this Node. What it prints goes to standard error, unless it is only tried. */
export const runTool = (path: string, args: readonly string[], tryFor?: number): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(productRoot, path), ...args], {
      cwd: productRoot,
      stdio: tryFor === undefined ? ['ignore', 2, 2] : 'ignore',
      ...(tryFor !== undefined && { timeout: tryFor }),
    });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });

/** Builds the interface where its sources are newer than it; false where that failed, which it has then told. */
export const buildInterface = async (): Promise<boolean> => {
  const ready = 'build/ready.mjs';
  return !existsSync(join(productRoot, ready)) || runTool(ready, ['--build']);
};
