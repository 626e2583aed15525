import { z } from 'zod';
import { isoDate, recordId, shortText, words } from './common.ts';

/** How somebody wishes to be reached. */
export const contactWays = ['e-mail', 'letter', 'telephone', 'in person'] as const;
export type ContactWay = (typeof contactWays)[number];

/**
 * Somebody outside the office who writes to it, applies for a review or acts for somebody who does. No visitor and
 * nobody who runs the visiting scheme ever receives one.
 */
export const contact = z.looseObject({
  id: recordId,
  name: shortText,
  organisation: shortText.optional(),
  /** Lines with line breaks, as on an envelope. */
  address: z.string().max(1_000).optional(),
  mail: z.string().trim().max(200).optional(),
  telephone: z.string().trim().max(50).optional(),
  prefers: z.enum(contactWays).optional(),
  /** Reasonable adjustments (Equality Act 2010, section 20): asked about at once, shown wherever somebody writes. */
  adjustments: words.optional(),
  notes: words.optional(),
});
export type Contact = z.infer<typeof contact>;

/** What the staff note of a review, for themselves alone. It stands as it was written. */
export const reviewNote = z.looseObject({
  id: recordId,
  review: recordId,
  on: isoDate,
  at: z.iso.datetime(),
  by: recordId,
  words,
});
export type ReviewNote = z.infer<typeof reviewNote>;
