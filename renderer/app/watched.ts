import type { Host } from '#shared/contract.ts';

/** The same host, telling whenever an answer says that the store is locked: then the status is asked for again. */
export const watched = (host: Host, onLocked: () => void): Host => ({
  ...host,
  call: async (name, input) => {
    const answer = await host.call(name, input);
    if (!answer.ok && answer.error.tag === 'locked') onLocked();
    return answer;
  },
});
