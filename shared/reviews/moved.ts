import type { Recommendation } from '#shared/records/recommendation.ts';
import type { Review } from '#shared/records/review.ts';
import { answerDeadline, type ReviewSettings, reviewDeadlines } from './deadlines.ts';

/** A last day that is another since holidays or the lengths of clocks changed. A date quoted in a letter stays as quoted. */
export type MovedDeadline = {
  readonly review: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
};

const open = (r: Review, settings: ReviewSettings) =>
  new Map(
    reviewDeadlines(r, settings)
      .filter(({ done, due }) => done === null && due !== null)
      .map(({ title, due }) => [title, due as string]),
  );

/** Every last day of a review, and of the answers that are owed to it, that moves from one set of settings to another. */
export const movedDeadlines = (
  r: Review,
  recommendations: readonly Recommendation[],
  before: ReviewSettings,
  after: ReviewSettings,
): MovedDeadline[] => {
  const [was, is] = [open(r, before), open(r, after)];
  const clocks = [...was].flatMap(([title, from]) => {
    const to = is.get(title);
    return to !== undefined && to !== from ? [{ review: r.id, title, from, to }] : [];
  });
  const answers = recommendations.flatMap((one) => {
    const [from, to] = [answerDeadline(one, before), answerDeadline(one, after)];
    if (!from?.due || !to?.due || from.done || from.due === to.due) return [];
    return [{ review: r.id, title: 'The force answers a recommendation', from: from.due, to: to.due }];
  });
  return [...clocks, ...answers];
};
