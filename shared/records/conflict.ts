import { z } from 'zod';
import { isoInstant, recordId } from './common.ts';

/** One place of a record as somebody wanted it: absent `was` or `now` mean that nothing stood or shall stand there. */
export const wantedPlace = z.looseObject({
  path: z.array(z.string().max(200)).max(20),
  was: z.json().optional(),
  now: z.json().optional(),
});

/** What one change wanted of the contested places, which are settled together where they make sense only together. */
export const conflictValue = z.looseObject({
  /** The change that wanted it. */
  id: recordId,
  by: recordId,
  device: recordId,
  /** When its author's machine says it was typed. */
  at: isoInstant,
  places: z.array(wantedPlace).min(1).max(2_000),
});
export type ConflictValue = z.infer<typeof conflictValue>;

/** Somebody's decision: what shall stand, and which of the values they had before them when they decided. */
export const settlement = z.looseObject({
  id: recordId,
  by: recordId,
  at: isoInstant,
  seen: z.array(recordId).max(2_000),
  places: z.array(wantedPlace).min(1).max(2_000),
});
export type Settlement = z.infer<typeof settlement>;

/**
 * Two people's answers to the same question, both kept. The record itself shows what stood first; later changes that
 * meet the same place add their value. Made by acceptance alone, settled by people.
 */
export const conflict = z.looseObject({
  id: recordId,
  /** The type and id of the contested record, whose audience the conflict shares. */
  type: z.string().max(50),
  record: recordId,
  /** The contested place; of a merge group its first. One row for each place of a record, opened again if need be. */
  place: z.array(z.string().max(200)).max(20),
  values: z.array(conflictValue).max(2_000),
  settlements: z.array(settlement).max(2_000),
});
export type Conflict = z.infer<typeof conflict>;

/** Whether people still have to settle it: a settlement ends it only if its author saw every value there is. */
export const isContested = ({ values, settlements }: Conflict): boolean =>
  !settlements.some(({ seen }) => values.every(({ id }) => seen.includes(id)));
