import { Worker } from 'node:worker_threads';
import type { Done, Job, WorkerStart } from './worker.ts';

/** A worker thread that answers one job after another. */
export type StoreWorker = {
  /**
   * Asks the worker; what a person waits for goes before sync, and sync before bulk work. Rejects with
   * the worker's own error where it threw: that is a bug, not an answer.
   */
  ask(name: string, input: unknown, urgency?: Urgency): Promise<Pick<Done, 'result' | 'touched'>>;
  /** Ends the thread after the job it is at; what was not begun is rejected. */
  end(): Promise<void>;
};

type Urgency = 'person' | 'sync' | 'bulk';
type Waiting = Job & { resolve(done: Done): void; reject(error: Error): void };

/**
 * Starts a worker over one store. Jobs are handed over one at a time, so that a save never waits for more of an
 * import than the batch that is being written. `died` is told when the thread ends without having been asked to, and
 * `damaged` of attached files that were read and are no longer what they were.
 */
export const startWorker = (
  start: WorkerStart,
  died: () => void = () => {},
  damaged: (files: Done['damaged']) => void = () => {},
): StoreWorker => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: start });
  const queues: Record<Urgency, Waiting[]> = { person: [], sync: [], bulk: [] };
  let current: Waiting | undefined;
  let ended: Error | undefined;
  let ending = false;
  let seq = 0;

  const next = () => {
    if (current || ended) return;
    current = queues.person.shift() ?? queues.sync.shift() ?? queues.bulk.shift();
    if (current)
      worker.postMessage({ seq: current.seq, name: current.name, input: current.input } satisfies Job);
  };
  const stop = (error: Error) => {
    ended ??= error;
    for (const waiting of [
      ...(current ? [current] : []),
      ...queues.person.splice(0),
      ...queues.sync.splice(0),
      ...queues.bulk.splice(0),
    ])
      waiting.reject(ended);
    current = undefined;
  };

  worker.on('message', (message: Done | { seq: number; thrown: string }) => {
    const asked = current;
    current = undefined;
    if ('thrown' in message) asked?.reject(new Error(message.thrown));
    else {
      asked?.resolve(message);
      if (message.damaged.length > 0) damaged(message.damaged);
    }
    next();
  });
  worker.on('error', (error) => stop(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => {
    stop(new Error('the store worker has ended'));
    if (!ending) died();
  });

  return {
    ask: (name, input, urgency = 'person') =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        queues[urgency].push({ seq: ++seq, name, input, resolve, reject });
        next();
      }),
    end: async () => {
      ending = true;
      await worker.terminate();
      stop(new Error('the store was closed'));
    },
  };
};
