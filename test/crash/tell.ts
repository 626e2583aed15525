import { writeSync } from 'node:fs';

/**
 * Prints a line before anything else happens: what was told before a kill has been told. A pipe whose reader is
 * busy takes part of a line or none, and is asked again.
 */
export const tellLine = (line: string): void => {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
};
