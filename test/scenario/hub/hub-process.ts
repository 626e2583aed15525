import { type Ended, start as startScript } from '../desk-process.ts';

/** The hub's command line as its own process, with nobody at the terminal. */
export const startHub = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  startScript(args, { DATABASE_URL: '', ...env }, 'hub/cli.ts');

/** One command from start to end. */
export const hub = (args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => {
  const { child, ended } = startHub(args, env);
  child.stdin.end();
  return ended;
};
