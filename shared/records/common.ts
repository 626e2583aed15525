import { z } from 'zod';

/** Every record is a document with an id made on the device. Fields that this version does not know are kept. */
export const recordId = z.uuid();
export const isoDate = z.iso.date();
export const isoInstant = z.iso.datetime();
/** A time of day on a 24-hour clock, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** Words a person typed. The limit is far above what a form holds and keeps one record within one sync batch. */
export const words = z.string().max(30_000);
export const shortText = z.string().trim().min(1).max(200);
export const wholeNumber = z.int().min(0).max(1_000_000);

/** A move through a life cycle: an event, never an edit of a status field. */
export const lifeEvent = z.looseObject({
  id: recordId,
  from: z.string(),
  to: z.string(),
  /** The person's id; `office` where the office's acceptance moved it. */
  by: z.string(),
  at: isoInstant,
  why: words.optional(),
});
export type LifeEvent = z.infer<typeof lifeEvent>;

/** Where an imported record came from: its reference there, kept apart from the office's own series. */
export const imported = z.looseObject({ reference: z.string().min(1).max(200), file: z.string().max(200) });

/** Nothing of a record is destroyed while this stands, and why. */
export const frozen = z.looseObject({ on: isoDate, by: recordId, why: words });
