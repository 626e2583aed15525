import { randomBytes } from 'node:crypto';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sources } from '#shared/ids.ts';
import product from '../package.json' with { type: 'json' };

/** What this computer and this copy of the product give to the application. */
export const version: string = product.version;
export const productRoot = fileURLToPath(new URL('..', import.meta.url));
export const rendererFolder = join(productRoot, 'out', 'renderer');

export const sources: Sources = { now: Date.now, random: (count) => randomBytes(count) };

/** What this computer is called. */
export const machine: string = hostname();

/**
 * Where the stores lie unless `--data` says otherwise. On Windows it is the local folder, not the roaming one: a
 * store is tied to one computer, and roaming profiles copy files back and forth at log-on.
 */
export const defaultFolder = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string => {
  const name = 'ICV Desk';
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), name);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), name);
};
