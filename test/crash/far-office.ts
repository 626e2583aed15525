import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Change } from '#shared/sync/accept.ts';
import { put, taken } from '../scenario/laptop/laptop.ts';

type Taken = { change: Change; n: number };

/**
 * An office that outlives the laptop: what it has taken stands in a file of its own, change by change. What comes a
 * second time has to be what came first, and no number may come for two changes: it throws.
 */
export const farOffice = (file: string) => {
  const all: Taken[] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  return {
    all,
    head: () => ({ epoch: 1, n: 99 + all.length, receipt: `receipt-${99 + all.length}` }),
    push: (changes: readonly Change[]) =>
      changes.map((change) => {
        const known = all.find((one) => one.change.id === change.id);
        if (known) {
          assert.deepEqual(change, known.change);
          return { id: change.id, answer: { kind: 'duplicate', first: taken(change, known.n).answer } };
        }
        assert(!all.some((other) => other.change.number === change.number));
        const one = { change, n: 100 + all.length };
        all.push(one);
        appendFileSync(file, `${JSON.stringify(one)}\n`);
        return taken(change, one.n);
      }),
    /** The records that changes made, as they came; of a record the first is all there is in this play. */
    items: (keys: string[]) =>
      all
        .filter(({ change }) => change.patch[0]?.path.length === 0)
        .map(({ change, n }) => put(change.type, change.patch[0]?.now as { id: string }, n, keys)),
  };
};
