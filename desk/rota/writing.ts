import type { Writes } from '../context.ts';
import { ownWrites } from './own.ts';
import { planningWrites } from './planning.ts';

/** What staff plan, and what volunteers settle among themselves. */
export const rotaWrites = { ...planningWrites, ...ownWrites } satisfies Partial<Writes>;
