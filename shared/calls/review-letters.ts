import { z } from 'zod';
import { reviewAddressees } from '#shared/letters/reviews.ts';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { letter, reviewLetterKinds } from '#shared/records/letter.ts';
import { byId, type Call, caseworkers, saved } from './call.ts';

const gone = ['notFound', 'destroyed'] as const;
const of = ['review', 'recommendation', 'contact', 'template', 'letter', 'setting', 'person'] as const;
/** The review that a letter is about, the template it begins with, and whom it goes to. */
const planned = z.object({ id: recordId, template: recordId, who: z.enum(reviewAddressees) });
const written = planned.extend({
  to: shortText,
  subject: shortText,
  body: words,
  /** The day that it quotes: it is kept as it was quoted. */
  due: isoDate.optional(),
});
const address = letter.shape.address;

/** Letters about a complaint review. As they were issued they are read by `letters.get`. */
export const reviewLettersCalls = {
  /** What can be written about a review as it stands, and whom it can go to. */
  'reviewLetters.begin': {
    input: byId,
    output: z.object({
      kinds: z.array(
        z.object({
          kind: z.enum(reviewLetterKinds),
          /** Why none of this kind can be written now; null where one can. */
          barred: z.string().nullable(),
          to: z.array(z.enum(reviewAddressees)),
          /** The day it quotes where nobody says another. */
          due: isoDate.nullable(),
        }),
      ),
      /** The next step about the review is done by a letter of this kind. */
      next: z.enum(reviewLetterKinds).nullable(),
      /** How they are addressed, and where: of whom the office knows it. */
      addressees: z.partialRecord(
        z.enum(reviewAddressees),
        z.object({ to: z.string(), address: z.string().nullable(), mail: z.string().nullable() }),
      ),
    }),
    errors: gone,
    may: caseworkers,
    where: 'read',
    of,
  },
  /** The words of a letter, worked out from its template; `due` is the day that they quote, if they quote one. */
  'reviewLetters.draft': {
    input: planned.extend({ to: shortText, address, due: isoDate.optional(), asked: words.optional() }),
    output: z.object({ subject: z.string(), body: z.string(), due: isoDate.nullable() }),
    errors: [...gone, 'letterProblems'],
    may: caseworkers,
    where: 'read',
    of,
  },
  /** What stands in the way of issuing the words as they are. */
  'reviewLetters.check': {
    input: written,
    output: z.object({ problems: z.array(z.string()) }),
    errors: gone,
    may: caseworkers,
    where: 'read',
    of,
  },
  /** The letter goes: it is kept with the review, and what it means is written down with it. Once and for all by its id. */
  'reviewLetters.issue': {
    input: written.extend({ letter: recordId, address }),
    output: saved,
    errors: [
      ...gone,
      'letterProblems',
      'movedOn',
      'reviewNotReady',
      'ownAssessment',
      'notTheirStep',
      'noReason',
    ],
    may: caseworkers,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
