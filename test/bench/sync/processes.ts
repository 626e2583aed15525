import { fork } from 'node:child_process';
import { once } from 'node:events';

type Asked = { id: number; what: string; input: unknown };
type Answered = { id: number; value?: unknown; error?: string };

/** A process of its own that answers questions, as laptops and hubs are. */
export type Process = { ask<T>(what: string, input?: unknown): Promise<T>; end(): Promise<void> };

/** What Node is given where it runs a hub, as `npm run hub` does. */
export const hubFlags = ['--max-semi-space-size=8'];

/** Starts a file of the bench as a process. What goes wrong in it goes wrong here. */
export const startProcess = (file: string | URL, execArgv: string[] = []): Process => {
  const child = fork(file, { stdio: ['ignore', 2, 2, 'ipc'], execArgv });
  const waiting = new Map<number, (answer: Answered) => void>();
  let last = 0;
  child.on('message', (answer: Answered) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let ended: string | undefined;
  child.on('exit', (code) => {
    ended = `a process of the bench ended with ${code}`;
    for (const [id, answer] of waiting) answer({ id, error: ended });
  });
  return {
    ask: <T>(what: string, input?: unknown) =>
      new Promise<T>((resolve, reject) => {
        if (ended !== undefined) return reject(new Error(ended));
        last += 1;
        const asked: Asked = { id: last, what, input };
        waiting.set(last, ({ value, error }) =>
          error === undefined ? resolve(value as T) : reject(new Error(error)),
        );
        child.send(asked);
      }),
    end: async () => {
      if (ended !== undefined) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
};

/** In such a process: answers by name until the one that started it goes. */
export const answering = (answers: Record<string, (input: never) => unknown>): void => {
  process.on('message', ({ id, what, input }: Asked) => {
    Promise.resolve()
      .then(() => answers[what]?.(input as never))
      .then(
        (value) => process.send?.({ id, value }),
        (error) => process.send?.({ id, error: String(error?.stack ?? error) }),
      );
  });
  process.on('disconnect', () => process.exit());
};
