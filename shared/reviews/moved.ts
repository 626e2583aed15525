import { type MovedDay, movedDays } from '#shared/deadlines/moved.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import type { Review } from '#shared/records/review.ts';
import { answerDeadline, type ReviewSettings, reviewDeadlines } from './deadlines.ts';

/** Every last day of a review, and of the answers that are owed to it, that moves from one set of settings to another. */
export const movedDeadlines = (
  r: Review,
  recommendations: readonly Recommendation[],
  before: ReviewSettings,
  after: ReviewSettings,
): MovedDay[] => {
  const answer = (one: Recommendation, settings: ReviewSettings) => {
    const found = answerDeadline(one, settings);
    return found ? [{ ...found, title: 'The force answers a recommendation' }] : [];
  };
  return [
    ...movedDays(reviewDeadlines(r, before), reviewDeadlines(r, after)),
    ...recommendations.flatMap((one) => movedDays(answer(one, before), answer(one, after))),
  ];
};
