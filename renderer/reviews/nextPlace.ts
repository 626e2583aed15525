import { noticeTo } from '#shared/records/review-parts.ts';
import type { ReviewShown } from './parts.ts';

const received = ({ review, body, validity }: ReviewShown): string => {
  if (review.acknowledged === undefined) return 'notices';
  if (body.body === null) return 'body';
  return body.body === 'IOPC' || validity.overall === 'invalid' ? 'end' : 'validity';
};

/** The page on which the next step about a review is done, by what follows the review's own address. */
export const nextPlace = (shown: ReviewShown): string | undefined => {
  const { review, state, next } = shown;
  if (!next) return undefined;
  if (next.who === 'force') return state === 'decided' ? 'recommendations' : 'assign';
  switch (state) {
    case 'received':
      return received(shown);
    case 'valid':
      return noticeTo.every((to) => review.notices.some((one) => one.to === to)) ? 'assign' : 'notices';
    case 'assigned':
      return 'examination';
    case 'returned':
      return next.who === 'decider' ? 'decision' : 'quality';
    default:
      return 'notices';
  }
};
