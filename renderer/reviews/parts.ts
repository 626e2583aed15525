import type { CallName, Output } from '#shared/contract.ts';
import { assessParts } from './assess/parts.ts';
import { caseParts, endParts } from './caseParts.ts';

export type ReviewShown = Output<'reviews.get'>;

/** A page about one review, as its own page links it. */
export type ReviewPart = {
  /** What follows the review's own address. */
  path: string;
  text: string;
  /** Where it stands, in a few words. */
  status: (shown: ReviewShown) => string;
  /** Whether it is offered as the review stands, and to whoever asks. */
  when?: (shown: ReviewShown) => boolean;
};

/** The pages about one review, in the order of its life. */
export const reviewParts: readonly ReviewPart[] = [...caseParts, ...assessParts, ...endParts];

/** What is told across reviews, beside their queues. */
export const acrossReviews: readonly { path: string; text: string; needs: CallName }[] = [
  { path: '/reviews', text: 'Queues', needs: 'reviews.list' },
  { path: '/reviews/recommendations', text: 'Recommendations', needs: 'recommendations.list' },
  { path: '/reviews/learning', text: 'Learning', needs: 'reviews.learning' },
  { path: '/reviews/samples', text: 'Dip samples', needs: 'samples.list' },
  { path: '/reviews/totals', text: 'Complaints of the force', needs: 'scheduleTotals.list' },
  { path: '/reviews/pack', text: 'For Professional Standards', needs: 'packs.force' },
  { path: '/returns/of/reviews', text: 'Publication', needs: 'packs.force' },
  { path: '/deadlines', text: 'Deadline calculator', needs: 'reviews.list' },
];
