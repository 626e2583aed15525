import { parentPort, workerData } from 'node:worker_threads';
import { connect } from './store.ts';

/** A worker that does nothing but run one prepared statement for each message: what a save by hand would cost. */
const { file, key, statement } = workerData as { file: string; key: Uint8Array; statement: string };
const port = parentPort as NonNullable<typeof parentPort>;
const prepared = connect({ file, key }, false).prepare(statement);

port.on('message', (parameters: unknown[]) => {
  prepared.run(...parameters);
  port.postMessage('written');
});
