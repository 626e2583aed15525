import { spawn } from 'node:child_process';

/** Whether this computer has a screen that a window could open on. */
export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean => platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  win32: ['cmd', '/c', 'start', '""'],
  darwin: ['open'],
};

/** Opens the person's own browser, where there is one; the link is on the terminal in any case. */
export const openBrowser = (link: string): void => {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, link], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
};
