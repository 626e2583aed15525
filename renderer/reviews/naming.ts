import { isolated } from '#shared/bidi.ts';
import type { ReviewShown } from './parts.ts';

/** The office's number of a review, or what it was called where it came from. */
export const reviewNumber = ({ review }: Pick<ReviewShown, 'review'>): string =>
  review.reference ?? review.imported?.reference ?? 'No number yet';

/** How a review is called on its page. */
export const reviewName = ({ applicant }: Pick<ReviewShown, 'applicant'>): string =>
  applicant ? `Review for ${isolated(applicant.name)}` : 'Complaint review';
