import { z } from 'zod';
import { isoDate, recordId, shortText, words } from './common.ts';

/**
 * Records whose time of keeping has passed: proposed by one, approved by another, destroyed everywhere. What stays is
 * this certificate, which says of each its number, class and dates and not a word of what was in it.
 */
export const disposal = z.looseObject({
  id: recordId,
  on: isoDate,
  by: recordId,
  why: words.optional(),
  items: z
    .array(
      z.looseObject({
        id: recordId,
        type: z.enum(['caseFile', 'review', 'contact']),
        /** The office's own number; a person of the register has none. */
        reference: shortText.optional(),
        /** The class of the schedule, as it was called. */
        class: shortText,
        /** The authority of the schedule, as it was called. */
        authority: shortText.optional(),
        from: isoDate,
        due: isoDate,
      }),
    )
    .max(1_000),
  /** By a second person, or not at all. */
  decided: z
    .looseObject({ approved: z.boolean(), by: recordId, on: isoDate, why: words.optional() })
    .optional(),
  carriedOut: z
    .looseObject({
      on: isoDate,
      by: recordId,
      /** What was left after all, since it is held, or is needed again. */
      kept: z.array(z.looseObject({ id: recordId, why: shortText })).max(1_000),
      /** Laptops that had not synced since, and backups: they may still have it. */
      outstanding: z.array(z.string().max(500)).max(2_000),
    })
    .optional(),
});
export type Disposal = z.infer<typeof disposal>;
