import { sql as raw } from 'kysely';
import { type Reader, sql } from '#db/sql.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import {
  assessorOf,
  type Review,
  reviewState,
  reviewStates,
  standingDecision,
} from '#shared/records/review.ts';
import { routes } from '#shared/records/review-parts.ts';
import { ok } from '#shared/result.ts';
import type { ReviewFilter, ReviewRow, ReviewSort } from '#shared/review-views.ts';
import type { ReviewSettings } from '#shared/reviews/deadlines.ts';
import type { NextStep } from '#shared/reviews/next-step.ts';
import type { Actor } from '#shared/roles.ts';
import { addDays } from '#shared/times.ts';
import { idsOf, standingContact } from '../contacts/who.ts';
import type { Context, Reads } from '../context.ts';
import { placeAfter } from '../paging.ts';
import { actorOf } from '../session.ts';
import { clocksOf, nextOf, personName } from './around.ts';

/** A review that is not over, with its next step. */
type Open = { review: Review; next: NextStep | undefined };

const openReviews = (r: Reader, ctx: Context, clocks: ReviewSettings): Open[] =>
  r
    .all(sql.selectFrom('review').select('data').where('over', '=', 0))
    .map(({ data }) => JSON.parse(data) as Review)
    .map((review) => ({ review, next: nextOf(r, ctx, review, clocks) }));

/** Days ahead that count as due soon. */
const soon = 7;

const isDue = ({ next }: Open, today: string): boolean =>
  next !== undefined && next.by !== null && !next.late && next.by <= addDays(today, soon);

/** Whether the next step is theirs; a review that nobody looks after is every caseworker's. */
const isMine = ({ review, next }: Open, { person, roles }: Actor): boolean => {
  if (next?.who === 'assessor') return assessorOf(review) === person;
  if (next?.who === 'decider') return roles.includes('decider');
  return roles.includes('caseworker') && (review.caseworker === person || review.caseworker === undefined);
};

const isShown = (one: Open, show: ReviewFilter['show'], actor: Actor, today: string): boolean => {
  switch (show) {
    case 'mine':
      return isMine(one, actor);
    case 'due':
      return isDue(one, today);
    case 'late':
      return one.next?.late === true;
    case 'force':
      return one.next?.who === 'force';
    case 'decision':
      return one.next?.who === 'decider';
    default:
      return true;
  }
};

/** A filter with everybody whom records may name as one applicant. */
type Wanted = Omit<ReviewFilter, 'applicant'> & { applicant?: readonly string[] | undefined };
const wantedOf = (r: Reader, { applicant, ...filter }: ReviewFilter): Wanted => ({
  ...filter,
  ...(applicant && { applicant: idsOf(r, applicant) }),
});

/** Whoever looks after it, has it for examination, and decided it. */
const handsOf = (review: Review): (string | undefined)[] => [
  review.caseworker,
  assessorOf(review),
  standingDecision(review)?.by,
];

const fits = (review: Review, { state, route, person, applicant }: Wanted): boolean =>
  (!state || reviewState(review) === state) &&
  (!route || review.route === route) &&
  (!person || handsOf(review).includes(person)) &&
  (!applicant || applicant.includes(review.applicant ?? ''));

const numberOf = (review: Review): string | null => review.reference ?? review.imported?.reference ?? null;

const rowOf = (r: Reader, { review, next }: Open): ReviewRow => ({
  id: review.id,
  reference: numberOf(review),
  received: review.received,
  route: review.route ?? null,
  state: reviewState(review),
  decision: standingDecision(review)?.decision ?? null,
  applicant: standingContact(r, review.applicant)?.name ?? null,
  complaint: review.complaint?.reference ?? null,
  caseworker: personName(r, review.caseworker),
  assessor: personName(r, assessorOf(review)),
  allegations: review.allegations.length || (review.imported?.allegations ?? 0),
  next: next ?? null,
});

/**
 * By what a queue is sorted, from the first to the last: what is the same in that stands as it is owed, and what waits
 * for nobody's day, or says nothing of it, is the last.
 */
const keyOf = (r: Reader, sort: ReviewSort): ((one: Open) => string) => {
  const due = ({ review, next }: Open) => `${next?.by ?? '9999-12-31'} ${review.received} ${review.id}`;
  const by = (of: (review: Review) => string | null | undefined) => (one: Open) =>
    `${of(one.review)?.toLocaleLowerCase('en-GB') ?? '~'} ${due(one)}`;
  switch (sort) {
    case 'due':
      return due;
    case 'received':
      return by(({ received }) => received);
    case 'reference':
      return by(numberOf);
    case 'applicant':
      return by(({ applicant }) => standingContact(r, applicant)?.name);
    case 'route':
      // Paragraph 6A stands before paragraph 25.
      return by(({ route }) => route && String(routes.indexOf(route)));
    case 'state':
      return by((review) => String(reviewStates.indexOf(reviewState(review))));
    case 'caseworker':
      return by(({ caseworker }) => personName(r, caseworker));
    case 'assessor':
      return by((review) => personName(r, assessorOf(review)));
  }
};

/** A queue is short and its order is worked out: a page of it begins behind a review that was the last of one. */
const queue = (r: Reader, listing: Parsed<'reviews.list'>, ctx: Context) => {
  const { filter, sort, descending, after, limit } = listing;
  const actor = actorOf(r, ctx);
  const wanted = wantedOf(r, filter);
  const key = keyOf(r, sort);
  const all = openReviews(r, ctx, clocksOf(r, ctx))
    .filter((one) => isShown(one, filter.show, actor, ctx.today) && fits(one.review, wanted))
    .map((one) => ({ one, at: key(one) }))
    .sort((a, b) => (a.at < b.at === descending ? 1 : -1))
    .map(({ one }) => one);
  const from = after === undefined ? 0 : all.findIndex(({ review }) => review.id === after) + 1;
  const shown = all.slice(from, from + limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((one) => rowOf(r, one)),
    next: from + limit < all.length && last ? last.review.id : null,
  };
};

/** All of them, or those that are over, the latest first and page by key. */
const archive = (r: Reader, { filter, after, limit }: Parsed<'reviews.list'>, ctx: Context) => {
  const clocks = clocksOf(r, ctx);
  const { show, state, route, person, applicant } = wantedOf(r, filter);
  const place = placeAfter(after);
  let asked = sql.selectFrom('review').select('data');
  if (show === 'over') asked = asked.where('over', '=', 1);
  if (state) asked = asked.where('state', '=', state);
  if (route) asked = asked.where('route', '=', route);
  if (person)
    asked = asked.where((e) =>
      e.or([
        e('assessor', '=', person),
        raw<boolean>`data ->> '$.caseworker' = ${person}`,
        raw<boolean>`state in ('decided', 'closed') and data ->> '$.decisions[#-1].by' = ${person}`,
      ]),
    );
  if (applicant) asked = asked.where('applicant', 'in', applicant);
  if (place) asked = asked.where((e) => e(e.refTuple('received', 'id'), '<', e.tuple(place.date, place.id)));
  const found = r
    .all(
      asked
        .orderBy('received', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1),
    )
    .map(({ data }) => JSON.parse(data) as Review);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((review) => rowOf(r, { review, next: nextOf(r, ctx, review, clocks) })),
    next: found.length > limit && last ? `${last.received}/${last.id}` : null,
  };
};

const workloadOf = (r: Reader, ctx: Context): Output<'reviews.workload'> => {
  const all = openReviews(r, ctx, clocksOf(r, ctx));
  const isExamined = ({ review }: Open) => reviewState(review) === 'assigned';
  const people = new Set<string | undefined>([
    undefined,
    ...all.map(({ review }) => review.caseworker),
    ...all.filter(isExamined).map(({ review }) => assessorOf(review)),
  ]);
  return [...people]
    .map((person) => {
      const looksAfter = all.filter(({ review }) => review.caseworker === person);
      const examines = all.filter((one) => person && isExamined(one) && assessorOf(one.review) === person);
      const own = [...new Set([...looksAfter, ...examines])];
      return {
        person: person ?? null,
        name: person ? (personName(r, person) ?? '') : 'Nobody looks after them',
        looksAfter: looksAfter.length,
        examines: examines.length,
        due: own.filter((one) => isDue(one, ctx.today)).length,
        late: own.filter(({ next }) => next?.late).length,
      };
    })
    .filter(({ person, looksAfter }) => person !== null || looksAfter > 0)
    .sort(
      (a, b) =>
        Number(a.person === null) - Number(b.person === null) || a.name.localeCompare(b.name, 'en-GB'),
    );
};

export const reviewListReads = {
  'reviews.list': (r, listing, ctx) =>
    ok(
      listing.filter.show === 'all' || listing.filter.show === 'over'
        ? archive(r, listing, ctx)
        : queue(r, listing, ctx),
    ),
  'reviews.queues': (r, _, ctx) => {
    const actor = actorOf(r, ctx);
    const all = openReviews(r, ctx, clocksOf(r, ctx));
    const count = (show: ReviewFilter['show']) =>
      all.filter((one) => isShown(one, show, actor, ctx.today)).length;
    return ok({
      open: all.length,
      mine: count('mine'),
      due: count('due'),
      late: count('late'),
      force: count('force'),
      decision: count('decision'),
    });
  },
  'reviews.workload': (r, _, ctx) => ok(workloadOf(r, ctx)),
} satisfies Partial<Reads>;
