import { readLog } from '#db/sync/log.ts';
import { ok } from '#shared/result.ts';
import type { Reads, Writes } from '../context.ts';
import { contestedReads, contestedWrites } from './contested.ts';
import { logWords } from './log-words.ts';
import { penReads, penWrites } from './pens.ts';
import { rescueWrites } from './rescue.ts';
import { waitingReads, waitingWrites } from './waiting.ts';

/** What waits, what is contested, who holds which pen, and what sync did, as people read it. */
export const syncReads = {
  'sync.log': (r, { limit }) =>
    ok(readLog(r, limit).map(({ at, ...entry }) => ({ at, text: logWords(entry) }))),
  ...waitingReads,
  ...contestedReads,
  ...penReads,
} satisfies Partial<Reads>;

export const syncWrites = {
  ...waitingWrites,
  ...contestedWrites,
  ...rescueWrites,
  ...penWrites,
} satisfies Partial<Writes>;
