import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { type KeptLetter, useKeptLetter } from '#renderer/letters/useKeptLetter.ts';
import type { ReviewAddressee } from '#shared/letters/reviews.ts';
import type { ReviewLetterKind } from '#shared/records/letter.ts';

/** A letter of a review while it is written. What is null nobody has chosen or typed yet. */
type ReviewLetterDraft = {
  id: string;
  template: string | null;
  who: ReviewAddressee | null;
  to: string | null;
  address: string | null;
  /** As typed. */
  due: string | null;
  asked: string;
  words: { subject: string; body: string; due: string | null } | null;
};
export type OpenReviewLetter = KeptLetter<ReviewLetterDraft>;

const begun = (): ReviewLetterDraft => ({
  ...{ id: newRecordId(), template: null, who: null, to: null, address: null, due: null },
  ...{ asked: '', words: null },
});

/** The letter of a kind that is being written about a review, kept as it is typed; null until it is read. */
export const useReviewLetter = (review: string, kind: ReviewLetterKind): OpenReviewLetter | null =>
  useKeptLetter(`${review}:${kind}`, begun);
