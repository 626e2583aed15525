/**
 * Until a signal, or until the shell that npm put in between is gone: it passes no signal on, and whoever ended npm
 * meant the program.
 */
export const untilStopped = (env: NodeJS.ProcessEnv): Promise<void> => {
  const shell = process.ppid;
  return new Promise((resolve) => {
    const watch = setInterval(() => process.ppid !== shell && stop(), 1_000);
    const stop = () => {
      clearInterval(watch);
      resolve();
    };
    if (!env.npm_lifecycle_event) clearInterval(watch);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  });
};
