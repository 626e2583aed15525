import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './browser.ts';
import { productRoot } from './machine.ts';
import { runTool } from './upkeep.ts';

const electron = join(productRoot, 'node_modules', 'electron');
const bundleConfig = 'build/vite.electron.ts';
const fetchLimit = 20_000;
/** An end this soon means that no window could be shown (a missing library, no sandbox), not that it was closed. */
const tooSoon = 10_000;

/** Electron's own program, which its package fetches on first use. */
const program = (): string | undefined => {
  try {
    const path = join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

export type Desktop = { open(folder: string, env?: NodeJS.ProcessEnv): Promise<'closed' | 'notShown'> };

/** The desktop application made ready, or the reason why a browser has to do. */
export const prepareDesktop = async (note: (text: string) => void): Promise<Desktop | string> => {
  if (!hasDisplay()) return 'this computer has no display';
  if (!existsSync(join(productRoot, bundleConfig))) return 'this copy has no desktop shell';
  if (program() === undefined) {
    note("Fetching Electron's own program, once (at most 20 seconds).");
    await runTool('node_modules/electron/install.js', [], fetchLimit);
  }
  const found = program();
  if (found === undefined) return "Electron's own program is not here and could not be fetched";
  if (
    !(await runTool('node_modules/vite/bin/vite.js', [
      'build',
      '--config',
      bundleConfig,
      '--logLevel',
      'warn',
    ]))
  ) {
    return 'the desktop shell could not be built';
  }
  return { open: (folder, env = {}) => show(found, folder, env) };
};

/** Shows the window and waits until it is closed. Ctrl+C reaches it too, and it ends by itself. */
const show = (path: string, folder: string, env: NodeJS.ProcessEnv): Promise<'closed' | 'notShown'> =>
  new Promise((resolve) => {
    const started = Date.now();
    const { ELECTRON_RUN_AS_NODE: _asNode, ...inherited } = process.env;
    const child = spawn(path, [productRoot, `--data=${folder}`], {
      env: { ...inherited, ...env },
      stdio: ['ignore', 2, 2],
    });
    const pass = (signal: NodeJS.Signals) => void child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (failed: boolean) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(failed && Date.now() - started < tooSoon ? 'notShown' : 'closed');
    };
    child.once('error', () => end(true));
    child.once('close', (code, signal) => end(code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM'));
  });
