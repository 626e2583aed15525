import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import type { Review } from '#shared/records/review.ts';
import { clockSettings, type ReviewSettings } from '#shared/reviews/deadlines.ts';
import { type Around, type NextStep, nextStepOf } from '#shared/reviews/next-step.ts';
import type { Context } from '../context.ts';
import { settings } from '../office.ts';

/** The clocks and holidays of this office. */
export const clocksOf = (r: Reader, ctx: Context): ReviewSettings => clockSettings(settings(r, ctx));

/** What was recommended in a review, the first first. */
export const recommendationsOf = (r: Reader, review: string): Recommendation[] =>
  r
    .all(
      sql
        .selectFrom('recommendation')
        .select('data')
        .where('review', '=', review)
        .orderBy('made_on')
        .orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data));

/** What the next step of a review is worked out from, on this day and in this office. */
const aroundOf = (r: Reader, ctx: Context, review: Pick<Review, 'id'>, clocks: ReviewSettings): Around => ({
  ...clocks,
  today: ctx.today,
  recommendations: recommendationsOf(r, review.id),
});

export const nextOf = (
  r: Reader,
  ctx: Context,
  review: Review,
  clocks: ReviewSettings,
): NextStep | undefined => nextStepOf(review, aroundOf(r, ctx, review, clocks));

/** The name of somebody of the office; null where nobody is meant, or they are not known here. */
export const personName = (r: Reader, id: string | undefined): string | null =>
  (id && readRecord(r, 'person', id)?.document.name) || null;

/** The names of those who are spoken of, by their ids. */
export const namesOf = (r: Reader, ids: readonly (string | null | undefined)[]): Record<string, string> =>
  Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const name = id ? personName(r, id) : null;
      return id && name ? [[id, name]] : [];
    }),
  );

/** The number of a review, where it is on this laptop: whoever decides keeps what was recommended, and not the review. */
export const referenceOf = (r: Reader, id: string): string | null => {
  const review = readRecord(r, 'review', id)?.document;
  return review?.reference ?? review?.imported?.reference ?? null;
};
