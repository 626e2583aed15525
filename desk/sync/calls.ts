import { fail, ok } from '#shared/result.ts';
import type { Reads, Writes } from '../context.ts';

const standalone = fail({ tag: 'standalone' } as const);

/** What waits, what is contested, who holds which pen, and what sync did, as people read it. */
export const syncReads = {
  'sync.log': () => ok([]),
  'sync.waiting': () => ok([]),
  'sync.conflicts': () => ok([]),
  'pens.list': () => ok([]),
} satisfies Partial<Reads>;

export const syncWrites = {
  'sync.takeBack': () => standalone,
  'sync.settle': () => standalone,
  'sync.rescueOut': () => standalone,
  'sync.rescueIn': () => standalone,
  'pens.hand': () => standalone,
} satisfies Partial<Writes>;
