import {
  assessorOf,
  declarationOf,
  type Review,
  type ReviewState,
  reviewMoves,
  reviewState,
} from '#shared/records/review.ts';
import { inSentence } from '#shared/text.ts';
import { whichBody } from './body.ts';
import { validityOf } from './validity.ts';

/** Whether a review may come to stand somewhere at all from where it stands. */
export const isMoveOf = (r: Pick<Review, 'events'>, to: ReviewState): boolean =>
  (reviewMoves[reviewState(r)] as readonly ReviewState[]).includes(to);

const examined = (r: Review): string[] => [
  ...(declarationOf(r) ? [] : ['The assessor declares first whether there is a conflict of interest.']),
  ...(declarationOf(r)?.conflict ? ['The assessor declared a conflict: give it to somebody else.'] : []),
  ...(r.drafts.length === 0 ? ['There is no draft yet.'] : []),
];

/**
 * What is missing before a review may move on, in sentences: the words for what `reviewRules` refuses. An imported
 * review is taken as its file has it.
 */
export const missingFor = (r: Review, to: ReviewState): string[] => {
  if (r.imported) return [];
  switch (to) {
    case 'valid':
      return validityOf(r)
        .checks.filter(({ result }) => result === 'open' || result === 'fail')
        .map(({ title, missing }) => `${title}: ${missing ? inSentence(missing) : 'not met'}.`);
    case 'forwarded':
      return whichBody(r).body === 'IOPC' ? [] : ['By the seven questions it does not go to the IOPC.'];
    case 'assigned':
      return assessorOf(r) ? [] : ['Nobody was given it.'];
    case 'returned':
      return examined(r);
    default:
      return [];
  }
};
