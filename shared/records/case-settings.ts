import { z } from 'zod';
import { caseKinds } from './case-parts.ts';
import { isoDate, recordId, shortText, wholeNumber } from './common.ts';

const listed = z.looseObject({ id: recordId, name: shortText, retired: z.boolean().optional() });
const workingDays = z.int().min(1).max(400);

export const retentionTriggers = ['closure', 'end of financial year', 'end of term', 'last contact'] as const;
export const retentionActions = ['destroy', 'look at it again'] as const;

/** How long a class of records is kept: so many months after its trigger. Periods are the office's to confirm. */
export const retentionClass = z.looseObject({
  id: recordId,
  name: shortText,
  kinds: z.array(z.enum(caseKinds)).max(caseKinds.length),
  /** Whether complaint reviews, or people nobody has heard from, are of this class. */
  reviews: z.boolean().optional(),
  people: z.boolean().optional(),
  trigger: z.enum(retentionTriggers),
  months: wholeNumber,
  action: z.enum(retentionActions),
  authority: shortText.optional(),
  retired: z.boolean().optional(),
});
export type RetentionClass = z.infer<typeof retentionClass>;

/** What an office sets for its correspondence; caseworkers keep it. What is absent is as an office begins. */
export const caseSettings = z
  .looseObject({
    /** Working days of the office's own standards, and whether a reply is approved, by kind. */
    kinds: z.partialRecord(
      z.enum(caseKinds),
      z.looseObject({ acknowledge: workingDays, answer: workingDays, approved: z.boolean() }).partial(),
    ),
    themes: z.array(listed).max(300),
    constituencies: z.array(listed).max(100),
    outcomes: z.array(listed).max(100),
    /** Names of the typed figures of a month. */
    figures: z.array(listed).max(100),
    retention: z.array(retentionClass).max(100),
    /** The days on which a Commissioner’s term ended or ends: some records are kept to them. */
    termEnds: z.array(isoDate).max(20),
  })
  .partial();
export type CaseSettingsOf = z.infer<typeof caseSettings>;
