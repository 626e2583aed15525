import { readRecord } from '#db/records.ts';
import { type Reader, sql } from '#db/sql.ts';
import type { Output } from '#shared/contract.ts';
import { parsePeriod } from '#shared/periods.ts';
import type { ReviewNote } from '#shared/records/contact.ts';
import { answerTo, type Recommendation } from '#shared/records/recommendation.ts';
import {
  assessorOf,
  assessorsOf,
  mayFind,
  type Review,
  reviewState,
  standingDecision,
  standingOf,
} from '#shared/records/review.ts';
import { ok } from '#shared/result.ts';
import { whichBody } from '#shared/reviews/body.ts';
import { answerDeadline, isLate, type ReviewSettings, reviewDeadlines } from '#shared/reviews/deadlines.ts';
import { historyOf } from '#shared/reviews/history.ts';
import { inTime } from '#shared/reviews/in-time.ts';
import { validityOf } from '#shared/reviews/validity.ts';
import type { Actor } from '#shared/roles.ts';
import { standingContact } from '../contacts/who.ts';
import type { Context, Reads } from '../context.ts';
import { lettersAbout } from '../letters/about.ts';
import { settings } from '../office.ts';
import { actorOf } from '../session.ts';
import { clocksOf, namesOf, nextOf, recommendationsOf } from './around.ts';
import { gone } from './steps.ts';

const notesOf = (r: Reader, review: string): ReviewNote[] =>
  r
    .all(sql.selectFrom('reviewNote').select('data').where('review', '=', review).orderBy('at').orderBy('id'))
    .map(({ data }) => JSON.parse(data));

/** A recommendation with the answer that stands, and by when one is owed. */
export const recommendationSeen = (
  one: Recommendation,
  clocks: ReviewSettings,
  today: string,
): Output<'reviews.get'>['recommendations'][number] => {
  const deadline = answerDeadline(one, clocks) ?? null;
  return {
    recommendation: one,
    answer: answerTo(one)?.answer ?? null,
    deadline,
    late: deadline !== null && isLate(deadline, today),
  };
};

const bodyOf = (review: Review): Output<'reviews.get'>['body'] => {
  const { body, derived, reasons, unanswered } = whichBody(review);
  return { body: body ?? null, derived: derived ?? null, reasons: [...reasons], unanswered: [...unanswered] };
};

const inTimeOf = (review: Review, { holidays }: ReviewSettings): Output<'reviews.get'>['inTime'] => {
  const { timing, madeOn, deadline, reasons } = inTime(review, holidays);
  return { timing, madeOn, deadline: deadline ?? null, reasons: reasons ?? null };
};

const validityIn = (review: Review, { holidays }: ReviewSettings): Output<'reviews.get'>['validity'] => {
  const { overall, checks } = validityOf(review, holidays);
  return {
    overall,
    checks: checks.map(({ note, reason, missing, ...check }) => ({
      ...check,
      note: note ?? null,
      reason: reason ?? null,
      missing: missing ?? null,
    })),
  };
};

/** What somebody may do about a review as it stands, by their roles. */
const mayDo = (review: Review, { person, roles }: Actor): Output<'reviews.get'>['may'] => ({
  write: roles.includes('caseworker'),
  draft: review.decisions.every(({ by }) => by !== person),
  find: mayFind(review, { person, roles }),
  examine: roles.includes('assessor') && reviewState(review) === 'assigned' && assessorOf(review) === person,
  decide: roles.includes('decider') && reviewState(review) === 'returned' && !assessorsOf(review).has(person),
});

const lettersOf = (r: Reader, id: string): NonNullable<Output<'reviews.get'>['letters']> =>
  lettersAbout(r, id).map(({ id, of, to, subject, on, due }) => ({
    ...{ id, to, subject, on },
    ...(of && { of }),
    ...(due && { due }),
  }));

const view = (r: Reader, review: Review, ctx: Context): Output<'reviews.get'> => {
  const clocks = clocksOf(r, ctx);
  const made = recommendationsOf(r, review.id);
  const history = historyOf(review, made).map((one) => ({ ...one }));
  const may = mayDo(review, actorOf(r, ctx));
  return {
    review,
    state: reviewState(review),
    standing: standingOf(review),
    next: nextOf(r, ctx, review, clocks) ?? null,
    body: bodyOf(review),
    inTime: inTimeOf(review, clocks),
    validity: validityIn(review, clocks),
    deadlines: reviewDeadlines(review, clocks).map((one) => ({ ...one, late: isLate(one, ctx.today) })),
    applicant: standingContact(r, review.applicant),
    representative: standingContact(r, review.representative?.person),
    notes: notesOf(r, review.id),
    recommendations: made.map((one) => recommendationSeen(one, clocks, ctx.today)),
    history,
    names: namesOf(r, [
      review.caseworker,
      ...history.map(({ by }) => by),
      ...review.assignments.map(({ assessor }) => assessor),
      ...Object.values(review.validity ?? {}).map(({ by }) => by),
      review.body?.override?.by,
      ...notesOf(r, review.id).map(({ by }) => by),
    ]),
    letters: may.write ? lettersOf(r, review.id) : null,
    may,
  };
};

/** What reviews of a period taught, under their themes; what was observed stands apart from what was recommended. */
const learningIn = (r: Reader, from: string, to: string) => {
  const all = r
    .all(
      sql
        .selectFrom('review')
        .select('data')
        .where('received', '>=', from)
        .where('received', '<=', to)
        .orderBy('received')
        .orderBy('id'),
    )
    .map(({ data }) => JSON.parse(data) as Review);
  const named = (review: Review) => review.reference ?? review.imported?.reference ?? null;
  const under = Map.groupBy(
    all.flatMap((review) => [...new Set(review.themes)].map((theme) => ({ theme, review }))),
    ({ theme }) => theme,
  );
  return {
    themes: [...under]
      .map(([theme, found]) => ({
        theme,
        reviews: found.map(({ review }) => ({ id: review.id, reference: named(review) })),
        upheld: found.filter(({ review }) => standingDecision(review)?.decision === 'upheld').length,
      }))
      .sort((a, b) => b.reviews.length - a.reviews.length || a.theme.localeCompare(b.theme, 'en-GB')),
    learnt: all.flatMap((review) =>
      review.learning.map(({ kind, words, on }) => ({
        review: review.id,
        reference: named(review),
        kind,
        words,
        on,
      })),
    ),
  };
};

export const reviewReads = {
  'reviews.get': (r, { id }, ctx) => {
    const review = readRecord(r, 'review', id)?.document;
    return review ? ok(view(r, review, ctx)) : gone(r, 'review', 'review', id);
  },
  'reviews.learning': (r, { period: asked }, ctx) => {
    const parsed = parsePeriod(asked, settings(r, ctx).yearBegins);
    if (!parsed.ok) return parsed;
    const { id, label, from, to } = parsed.value;
    return ok({ period: { id, label, from, to }, ...learningIn(r, from, to) });
  },
} satisfies Partial<Reads>;
