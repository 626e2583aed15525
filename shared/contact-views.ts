import { z } from 'zod';
import { likenesses } from './contacts/keys.ts';
import { mergeChoices } from './contacts/merge.ts';
import { restrictionStates } from './contacts/restrictions.ts';
import { caseStates } from './records/case-file.ts';
import { caseKinds } from './records/case-parts.ts';
import { isoDate, recordId } from './records/common.ts';
import { contact, contactRestriction, mergeFields } from './records/contact.ts';
import { reviewStates } from './records/review.ts';

/** Somebody who may be the one who is looked for, and why. */
export const contactSuggestion = z.object({ contact, why: z.array(z.enum(likenesses)).min(1) });

/** A restriction as it stands today, of whichever of somebody's records. */
export const restrictionView = z.object({
  contact: recordId,
  restriction: contactRestriction,
  state: z.enum(restrictionStates),
});
export type RestrictionView = z.infer<typeof restrictionView>;

/** What somebody has to do with a case or a review. */
export const contactParts = ['from', 'on behalf of', 'applicant', 'representative'] as const;

export const contactCase = z.object({
  id: recordId,
  as: z.enum(contactParts),
  reference: z.string().nullable(),
  kind: z.enum(caseKinds),
  received: isoDate,
  state: z.enum(caseStates),
  summary: z.string().nullable(),
});
export type ContactCase = z.infer<typeof contactCase>;

export const contactReview = z.object({
  id: recordId,
  as: z.enum(contactParts),
  reference: z.string().nullable(),
  received: isoDate,
  state: z.enum(reviewStates),
  open: z.boolean(),
});
export type ContactReview = z.infer<typeof contactReview>;

/** What was done about somebody, the latest last. */
export const contactHappened = z.object({ on: isoDate, words: z.string(), by: z.string().nullable() });

/** Everything that is to be seen of a person on their page. */
export const contactView = z.object({
  contact,
  /** Those records that turned out to be of the same person. */
  merged: z.array(contact),
  restrictions: z.array(restrictionView),
  cases: z.array(contactCase),
  /** Cases of theirs that whoever asks may not open, as far as this computer has them. */
  hidden: z.int(),
  reviews: z.array(contactReview),
  history: z.array(contactHappened),
  names: z.record(z.string(), z.string()),
});

/** What whoever writes to somebody, or enters something from them, must know. */
export const contactAround = z.object({
  contact,
  restrictions: z.array(restrictionView),
  /** Reviews that are open: nobody comments on their merits. */
  reviews: z.array(contactReview),
  /** Complaints about the force after which a review may still be asked for. */
  possible: z.array(contactCase),
});

/** Two records side by side, before one is merged into the other. */
export const contactComparison = z.object({
  stands: contactView,
  goes: contactView,
  fields: z.array(
    z.object({ field: z.enum(mergeFields), usual: z.enum(mergeChoices), mayJoin: z.boolean() }),
  ),
});

/** Somebody else who is named in the records of a person, and what they are to be marked as. */
export const thirdPartyKinds = [
  'writes or is written to',
  'represents them',
  'of the register',
  'of the office',
] as const;

const marked = z.object({
  document: z.string(),
  what: z.string(),
  why: z.enum(thirdPartyKinds),
  times: z.int(),
});
export type Marked = z.infer<typeof marked>;

/** The parts of a subject access export, before they are put into one file. */
export const accessView = z.object({
  name: z.string(),
  office: z.string(),
  notice: z.string().nullable(),
  documents: z.array(z.object({ path: z.string(), title: z.string(), html: z.string(), group: z.string() })),
  files: z.array(
    z.object({
      record: recordId,
      file: recordId,
      path: z.string(),
      name: z.string(),
      bytes: z.int(),
      of: z.string(),
    }),
  ),
  marked: z.array(marked),
  /** Cases that whoever asks may not open, as far as this computer has them. */
  hidden: z.int(),
  /** Whether cases may be with the office of which this computer knows nothing. */
  joined: z.boolean(),
});
export type AccessView = z.infer<typeof accessView>;
