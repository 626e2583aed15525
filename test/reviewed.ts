import { deadline } from '#shared/deadlines/deadline.ts';
import { ruleOf } from '#shared/deadlines/rules.ts';
import { evaluate, isWithin, type Span } from '#shared/measures/evaluate.ts';
import type { AnyFact, FactMeasure } from '#shared/measures/measure.ts';
import { type ReviewFactOf, recommendationFacts, reviewFacts } from '#shared/measures/review-facts.ts';
import { reviewMeasures } from '#shared/measures/reviews.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import { newReview, type Review, type ReviewState } from '#shared/records/review.ts';
import { bodyQuestionIds, validityIds } from '#shared/records/review-parts.ts';

/** An id that is the same whenever it is asked for. */
export const idOf = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [caseworker, assessor, commissioner] = [idOf(901), idOf(902), idOf(903)] as const;

const chain = (r: Review): ReviewState => (r.events.at(-1)?.to ?? 'received') as ReviewState;

/** The review after one more move. */
export const moved = (r: Review, to: ReviewState, by = caseworker, why?: string): Review => ({
  ...r,
  events: [
    ...r.events,
    {
      id: idOf(r.events.length + 1),
      from: chain(r),
      to,
      by,
      at: '2026-03-02T10:00:00.000Z',
      ...(why && { why }),
    },
  ],
});

/** An application received on 2 March 2026 of which nothing is known but what is given. */
export const application = (more: Partial<Review> = {}): Review => ({
  ...newReview({ id: idOf(1), received: '2026-03-02' }),
  ...more,
});

/** An application that this body decides and that is valid in all respects. */
export const valid = (more: Partial<Review> = {}): Review =>
  application({
    acknowledged: '2026-03-04',
    route: 'investigated',
    outcome: { sent: '2026-02-16', counts: 'sent' },
    body: { answers: Object.fromEntries(bodyQuestionIds.map((id) => [id, { answer: 'no' as const }])) },
    validity: Object.fromEntries(
      validityIds.map((id) => [id, { result: 'pass' as const, by: caseworker, on: '2026-03-04' }]),
    ),
    ...more,
  });

/** A review that was examined and returned by its assessor. */
export const returned = (): Review => {
  const given: Review = {
    ...moved(valid(), 'valid'),
    assignments: [{ id: idOf(11), assessor, external: true, on: '2026-03-05', by: caseworker }],
  };
  const examined: Review = {
    ...moved(given, 'assigned'),
    declarations: [{ id: idOf(12), by: assessor, on: '2026-03-06', conflict: false }],
    drafts: [{ id: idOf(13), words: 'Examined.', by: assessor, at: '2026-03-20T10:00:00.000Z' }],
  };
  return moved(examined, 'returned', assessor);
};

/** The review as somebody decides it. */
export const decided = (r: Review, by: string = commissioner, decision: 'upheld' | 'not upheld' = 'upheld') =>
  moved(
    {
      ...r,
      decisions: [
        ...r.decisions,
        { id: idOf(20 + r.decisions.length), decision, by, on: '2026-03-27', reasons: 'Because.' },
      ],
    },
    'decided',
    by,
  );

/** A recommendation made on 27 March 2026. */
export const recommended = (more: Partial<Recommendation> = {}): Recommendation => ({
  id: idOf(30),
  review: idOf(1),
  route: 'investigated',
  kind: 'remedy',
  words: 'Apologise.',
  madeOn: '2026-03-27',
  by: commissioner,
  answers: [],
  steps: [],
  told: [],
  changed: [],
  ...more,
});

/** The day that so many working days in England and Wales after another end on. */
export const workingDaysAfter = (start: string, days: number): string =>
  deadline('review-completion', [{ kind: 'started', on: start }], undefined, {
    ...ruleOf('review-completion'),
    count: days,
  })?.due as string;

/** All that is known of reviews and recommendations, by the kind of fact. */
export const factsOf = (
  reviews: readonly Review[],
  recommendations: readonly Recommendation[] = [],
): { [O in keyof ReviewFactOf]: ReviewFactOf[O][] } => {
  const facts = reviews.map((r) => reviewFacts(r));
  const made = recommendations.map(recommendationFacts);
  return {
    reviews: facts.flatMap((f) => f.happened),
    openReviews: facts.flatMap((f) => f.open),
    allegations: facts.flatMap((f) => f.allegations),
    recommendations: [...facts.flatMap((f) => f.recommendations), ...made.flatMap((f) => f.happened)],
    unanswered: made.flatMap((f) => f.unanswered),
  };
};

/** What every measure of reviews comes to over a span, by the plain reading of its definition. */
export const figures = (
  reviews: readonly Review[],
  span: Span,
  recommendations: readonly Recommendation[] = [],
) => {
  const facts = factsOf(reviews, recommendations);
  return new Map(
    reviewMeasures.map((m) => {
      const within = facts[m.over].filter((fact) => isWithin(fact as unknown as AnyFact, span));
      // Reading a definition asks a fact for its fields alone, whichever facts it is over.
      return [m.id, evaluate(m as unknown as FactMeasure, within as unknown as AnyFact[], 0)];
    }),
  );
};
