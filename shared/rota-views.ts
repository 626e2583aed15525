import { z } from 'zod';
import { recordId } from '#shared/records/common.ts';
import { monday, shiftStates, swapMoves } from '#shared/records/shift.ts';

/** Somebody as a rota names them; without a name where they are not known on this laptop. */
export const person = z.object({ id: recordId, name: z.string().nullable() });
export type RotaPerson = z.infer<typeof person>;

export const objection = z.object({
  weight: z.enum(['must not', 'better not']),
  kind: z.string(),
  people: z.array(recordId),
  text: z.string(),
  /** Why it stands all the same, where somebody has said so. */
  despite: z.string().nullable(),
});
export type RotaObjection = z.infer<typeof objection>;

/** A place of the rota as its reader may see it. */
export const place = z.object({
  id: recordId,
  week: monday,
  suite: recordId,
  suiteName: z.string(),
  panel: recordId.nullable(),
  tact: z.boolean(),
  state: z.enum(shiftStates),
  first: person.nullable(),
  second: person.nullable(),
  trainee: person.nullable(),
  /** Who of the pair looks for somebody to go instead. */
  cover: z.array(recordId),
  /** Whether half of it is empty, or somebody in it looks for cover. */
  seeks: z.boolean(),
  /** What speaks against it. Told to those who plan alone. */
  objections: z.array(objection),
  /** Why its week passed without a visit, or why it was withdrawn. */
  why: z.string().nullable(),
  /**
   * The reports of the visit that the reader may see: one, unless both of its pair began one where neither laptop knew of
   * the other's. Whoever wrote each, as its first visitor.
   */
  reports: z.array(z.object({ id: recordId, state: z.string(), by: person.nullable() })),
  /** What somebody changed here on this laptop, and the office has not settled yet. */
  unsettled: z.boolean(),
});
export type RotaPlace = z.infer<typeof place>;

export const gap = z.object({
  suite: recordId,
  suiteName: z.string(),
  weeks: z.array(monday),
  tact: z.boolean(),
  with: person.nullable(),
  why: z.string(),
});

export const proposed = z.object({
  /** The place that stands, where this fills its other half. */
  id: recordId.nullable(),
  suite: recordId,
  suiteName: z.string(),
  week: monday,
  tact: z.boolean(),
  people: z.array(person).length(2),
  why: z.string(),
});

export const swap = z.object({
  id: recordId,
  state: z.enum(Object.keys(swapMoves) as [keyof typeof swapMoves, ...(keyof typeof swapMoves)[]]),
  by: person,
  with: person,
  gives: place.nullable(),
  takes: place.nullable(),
  words: z.string().nullable(),
  unsettled: z.boolean(),
});

export const said = z.enum(['free', 'away']).nullable();

/** A claim or a move of this person that the office did not make, with what it said. */
export const lost = z.object({
  change: recordId,
  place: place.nullable(),
  text: z.string(),
});
