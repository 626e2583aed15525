import { z } from 'zod';
import { frozen, isoDate, recordId, shortText, words } from './common.ts';

/** How somebody wishes to be reached. */
export const contactWays = ['e-mail', 'letter', 'telephone', 'in person'] as const;

/** What somebody may not do, or only so: decided by the office, looked at again, and never in the way of a right. */
export const contactRestriction = z.looseObject({
  id: recordId,
  decided: isoDate,
  by: recordId,
  /** The ways that are closed to them. */
  channels: z.array(z.enum(['email', 'letter', 'phone', 'web form', 'social', 'in person'])).max(6),
  words,
  starts: isoDate,
  /** By when it is looked at again. */
  review: isoDate,
  appeal: words.optional(),
  ended: isoDate.optional(),
});
export type ContactRestriction = z.infer<typeof contactRestriction>;

/** What one record of somebody takes from another, where they turn out to be the same. */
export const mergeFields = [
  'name',
  'aliases',
  'organisation',
  'address',
  'otherAddresses',
  'mail',
  'otherMails',
  'telephone',
  'prefers',
  'adjustments',
  'notes',
] as const;
export type MergeField = (typeof mergeFields)[number];

const mergedValue = z.union([z.string(), z.array(z.string())]);

/** When it was decided that two records are of one person, and what the one that stands took: undoing gives it back. */
export const contactMerging = z.looseObject({
  on: isoDate,
  by: recordId,
  took: z
    .array(z.looseObject({ field: z.enum(mergeFields), was: mergedValue.optional(), now: mergedValue }))
    .max(mergeFields.length),
});
export type ContactMerging = z.infer<typeof contactMerging>;

/**
 * Somebody outside the office who writes to it, applies for a review or acts for somebody who does. No visitor and
 * nobody who runs the visiting scheme ever receives one.
 */
export const contact = z.looseObject({
  id: recordId,
  name: shortText,
  /** Other names they go by, and other addresses they write from. */
  aliases: z.array(shortText).max(20).optional(),
  otherMails: z.array(z.string().trim().max(200)).max(20).optional(),
  otherAddresses: z.array(z.string().max(1_000)).max(20).optional(),
  organisation: shortText.optional(),
  /** Lines with line breaks, as on an envelope. */
  address: z.string().max(1_000).optional(),
  mail: z.string().trim().max(200).optional(),
  telephone: z.string().trim().max(50).optional(),
  prefers: z.enum(contactWays).optional(),
  /** Reasonable adjustments (Equality Act 2010, section 20): asked about at once, shown wherever somebody writes. */
  adjustments: words.optional(),
  notes: words.optional(),
  /**
   * The person of the register with whom this one turned out to be the same. Nothing is written again for it: whoever
   * names this one means that one, until it is undone.
   */
  mergedInto: recordId.optional(),
  merging: contactMerging.optional(),
  /** Those who look like the same and are somebody else: a father and a son, two of one name. */
  notSame: z.array(recordId).max(200).optional(),
  restrictions: z.array(contactRestriction).max(50).optional(),
  frozen: frozen.optional(),
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
