import type { BankHolidays } from '#shared/deadlines/calendar.ts';
import type { ClockEvent } from '#shared/deadlines/clock.ts';
import { type Deadline, deadline } from '#shared/deadlines/deadline.ts';
import { type Rule, type RuleId, ruleOf } from '#shared/deadlines/rules.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import { endedOn, type Review, standingOf } from '#shared/records/review.ts';
import type { Setting } from '#shared/records/setting.ts';
import { lastDayOf } from './days.ts';

/** The clocks of a review that an office keeps, of which it may set the length of those that are its own. */
export const clocks = {
  acknowledge: 'review-acknowledgement',
  progress: 'review-progress',
  complete: 'review-completion',
  outcome: 'review-outcome',
} as const satisfies Record<string, RuleId>;
export type ReviewClock = keyof typeof clocks;

/** What the deadlines of a review rest on beside its events: the holidays loaded, and the lengths an office has set. */
export type ReviewSettings = {
  readonly holidays?: BankHolidays | undefined;
  readonly lengths?: { readonly [C in ReviewClock]?: number | undefined } | undefined;
};

/** What an office's settings say of the clocks of reviews; what they do not say is as the product has it. */
export const clockSettings = ({
  reviews,
  bankHolidays,
}: Pick<Setting, 'reviews' | 'bankHolidays'>): ReviewSettings => ({
  ...(reviews?.clocks && { lengths: reviews.clocks }),
  ...(bankHolidays && { holidays: bankHolidays }),
});

/** A clock of a review: what is due by when, and whether and when it was done. */
export type ReviewDeadline = Deadline & {
  readonly clock: ReviewClock;
  readonly title: string;
  /** The day on which it was done, or on which the review ended and nobody owed it any more. */
  readonly done: string | null;
};

/** A clock with the length that an office has set, where it is one of its own. */
export const ruleAsSet = (rule: Rule, { lengths }: ReviewSettings): Rule => {
  const clock = (Object.keys(clocks) as ReviewClock[]).find((one) => clocks[one] === rule.id);
  const set = clock && lengths?.[clock];
  return set === undefined ? rule : { ...rule, count: set };
};

const asSet = (clock: ReviewClock, settings: ReviewSettings): Rule =>
  ruleAsSet(ruleOf(clocks[clock]), settings);

/** The first of several days, whatever order they were entered in. */
const first = (days: readonly (string | undefined)[]): string | null =>
  days.filter((day) => day !== undefined).sort()[0] ?? null;

const toldDays = (r: Review, what: Review['told'][number]['what']): string[] =>
  r.told.filter((one) => one.what === what).map(({ on }) => on);

/** What the applicant is told when a review ends, by how it ended. */
const toldOfEnd = {
  completed: 'outcome',
  invalid: 'invalid',
  forwarded: 'forwarded',
  withdrawn: 'withdrawn',
} as const;

/** The last day on which the applicant was told of how it ended; undefined while it is open or nobody told them. */
export const endTold = (r: Review): string | undefined => {
  const standing = standingOf(r);
  const end = endedOn(r);
  if (standing === 'open') return undefined;
  return toldDays(r, toldOfEnd[standing])
    .filter((on) => end === undefined || on >= end)
    .sort()[0];
};

/** The day on which the applicant last heard how the review goes: the day from which the next letter counts. */
const lastHeard = (r: Review): ClockEvent[] => [
  { kind: 'started', on: r.received },
  ...(r.acknowledged === undefined ? [] : [{ kind: 'restarted' as const, on: r.acknowledged }]),
  ...toldDays(r, 'progress').map((on) => ({ kind: 'restarted' as const, on })),
];

const startsOf = (r: Review, clock: ReviewClock): ClockEvent[] => {
  const end = endedOn(r);
  if (clock === 'progress') return lastHeard(r);
  if (clock === 'outcome') return end === undefined ? [] : [{ kind: 'started', on: end }];
  return [{ kind: 'started', on: r.received }];
};

const doneOn = (r: Review, clock: ReviewClock): string | null => {
  switch (clock) {
    case 'acknowledge':
      return r.acknowledged ?? null;
    case 'outcome':
      return endTold(r) ?? null;
    default:
      return first([endedOn(r)]);
  }
};

/**
 * One clock of a review, worked out anew from what happened to it; undefined where it has not started. The order in
 * which things were entered changes nothing.
 */
export const reviewDeadline = (
  r: Review,
  clock: ReviewClock,
  settings: ReviewSettings = {},
): ReviewDeadline | undefined => {
  const rule = asSet(clock, settings);
  const found = deadline(clocks[clock], startsOf(r, clock), settings.holidays, rule);
  return found && { ...found, clock, title: rule.title, done: doneOn(r, clock) };
};

/** Whether something was done by the last day of a clock that counts from receipt: the same as its deadline says. */
export const isInTarget = (
  r: Pick<Review, 'received'>,
  clock: 'acknowledge' | 'complete',
  done: string,
  settings: ReviewSettings = {},
): boolean => {
  const last = lastDayOf(asSet(clock, settings), r.received, settings.holidays);
  return last !== null && done <= last;
};

/** Every clock of a review that has started. */
export const reviewDeadlines = (r: Review, settings: ReviewSettings = {}): ReviewDeadline[] =>
  (Object.keys(clocks) as ReviewClock[]).flatMap((clock) => reviewDeadline(r, clock, settings) ?? []);

/** By when the force answers a recommendation (SI 2020/2, regulation 30), and when it first did. */
export const answerDeadline = (
  one: Pick<Recommendation, 'madeOn' | 'answers'>,
  { holidays }: ReviewSettings = {},
): (Deadline & { readonly done: string | null }) | undefined => {
  const found = deadline('recommendation-response', [{ kind: 'started', on: one.madeOn }], holidays);
  return found && { ...found, done: first(one.answers.map(({ on }) => on)) };
};

/** Whether a clock ran out: it was done too late, or is not done and its last day has gone by. */
export const isLate = ({ due, done }: Pick<ReviewDeadline, 'due' | 'done'>, today: string): boolean =>
  due !== null && (done ?? today) > due;
