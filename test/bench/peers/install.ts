import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Whether the peers are there; they are no part of the product and have a package and a lock file of their own. */
export const hasPeers = (): boolean => existsSync(`${folder}node_modules/.package-lock.json`);

/** Installs the peers where they are missing, visibly. No script of theirs runs: what they need is built already. */
export const installPeers = (): void => {
  if (hasPeers()) return;
  process.stderr.write('Installing what is measured beside the product, from its own lock file …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the peers of the bench could not be installed');
};
