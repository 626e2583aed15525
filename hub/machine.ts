import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Sources } from '#shared/ids.ts';
import product from '../package.json' with { type: 'json' };

/** What this computer and this copy of the product give to the hub. */
export const version: string = product.version;

export const sources: Sources = { now: Date.now, random: (count) => randomBytes(count) };

/** Where the hub's store lies unless `--data` says otherwise. */
export const defaultFolder = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string => {
  const name = 'ICV Desk hub';
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), name);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), name);
};
