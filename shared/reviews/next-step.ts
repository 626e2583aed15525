import type { ReviewLetterKind } from '#shared/records/letter.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import {
  declarationOf,
  type Review,
  type ReviewState,
  reviewState,
  standingOf,
} from '#shared/records/review.ts';
import { noticeTo } from '#shared/records/review-parts.ts';
import { inSentence } from '#shared/text.ts';
import { bodyBasis, forwardingBasis, whichBody } from './body.ts';
import {
  answerDeadline,
  endTold,
  type ReviewClock,
  type ReviewSettings,
  reviewDeadline,
} from './deadlines.ts';
import { inTime } from './in-time.ts';
import { validityOf } from './validity.ts';

/** Who does the next step. The force has no account: somebody of the office waits for it and reminds it. */
export const doers = ['caseworker', 'assessor', 'decider', 'force'] as const;
export type Doer = (typeof doers)[number];

/** What is to be done next about a review: in one sentence, by whom, by when and why. */
export type NextStep = {
  readonly words: string;
  readonly who: Doer;
  readonly by: string | null;
  readonly late: boolean;
  /** The law, standard or setting it rests on. */
  readonly why: string;
  /** The letter by which it is done, where it is done by one. */
  readonly letter: ReviewLetterKind | null;
};

/** What the next step is worked out from, beside the review itself. */
export type Around = ReviewSettings & {
  readonly today: string;
  readonly recommendations?: readonly Recommendation[];
};

type Due = { by: string | null; why: string };

const step = (
  words: string,
  who: Doer,
  { by, why }: Due,
  { today }: Around,
  letter: ReviewLetterKind | null = null,
): NextStep => ({ words, who, by, late: by !== null && by < today, why, letter });

/** The last day of a clock of the review, and what the clock rests on. */
const dueBy = (r: Review, clock: ReviewClock, around: Around): Due => {
  const found = reviewDeadline(r, clock, around);
  return { by: found?.due ?? null, why: found?.basis ?? '' };
};

const listed = (titles: readonly string[]): string => titles.map(inSentence).join('; ');

const received = (r: Review, around: Around): NextStep => {
  const complete = dueBy(r, 'complete', around);
  const { body, unanswered } = whichBody(r);
  if (r.acknowledged === undefined)
    return step(
      'Acknowledge the application.',
      'caseworker',
      dueBy(r, 'acknowledge', around),
      around,
      'reviewAcknowledgement',
    );
  if (body === undefined)
    return step(
      `Say which body decides: ${unanswered.length} of seven questions to be answered.`,
      'caseworker',
      { ...complete, why: bodyBasis },
      around,
    );
  if (body === 'IOPC')
    return step(
      'Forward the application to the IOPC, and tell the applicant.',
      'caseworker',
      { ...complete, why: forwardingBasis },
      around,
    );
  return checking(r, complete, around);
};

const checking = (r: Review, complete: Due, around: Around): NextStep => {
  const { overall, checks } = validityOf(r, around.holidays);
  const failed = checks.filter(({ result }) => result === 'fail');
  const open = checks.filter(({ result }) => result === 'open');
  if (overall === 'invalid')
    return step(
      `Say that it is not valid, and tell the applicant why. Not met: ${listed(failed.map(({ title }) => title))}.`,
      'caseworker',
      { ...complete, why: failed[0]?.basis ?? '' },
      around,
    );
  const { timing, deadline } = inTime(r, around.holidays);
  if (timing === 'late')
    return step(
      'It was made late: decide whether it is accepted in special circumstances, and say why.',
      'decider',
      { ...complete, why: deadline?.basis ?? '' },
      around,
    );
  if (overall === 'open')
    return step(
      `Check whether it is valid. To be said: ${listed(open.map(({ title }) => title))}.`,
      'caseworker',
      { ...complete, why: open[0]?.basis ?? '' },
      around,
    );
  return step('It is valid: take the review on.', 'caseworker', complete, around);
};

const preparing = (r: Review, around: Around): NextStep => {
  const complete = dueBy(r, 'complete', around);
  const missing = noticeTo.filter((to) => !r.notices.some((one) => one.to === to));
  if (missing.length > 0)
    return step(
      `Give notice that the application was received: ${missing.join(', ')}.`,
      'caseworker',
      { ...complete, why: 'Police Reform Act 2002, Schedule 3, paragraphs 6A and 25(1C)' },
      around,
      'reviewNotice',
    );
  if (r.fileRequested === undefined)
    return step('Ask Professional Standards for the file.', 'caseworker', complete, around, 'reviewFile');
  if (r.fileReceived === undefined)
    return step(
      'Wait for the file from Professional Standards, and remind them of it.',
      'force',
      complete,
      around,
    );
  return step('Give the review to an assessor.', 'caseworker', complete, around);
};

const examining = (r: Review, around: Around): NextStep => {
  const complete = dueBy(r, 'complete', around);
  const declared = declarationOf(r);
  if (!declared)
    return step('Declare whether there is a conflict of interest.', 'assessor', complete, around);
  if (declared.conflict)
    return step(
      'The assessor declared a conflict of interest: give the review to somebody else.',
      'caseworker',
      complete,
      around,
    );
  return step(
    'Examine whether the outcome was reasonable and proportionate, and return the draft.',
    'assessor',
    complete,
    around,
  );
};

const deciding = (r: Review, around: Around): NextStep => {
  const complete = dueBy(r, 'complete', around);
  const draft = r.drafts.at(-1);
  const check = r.qualityChecks.findLast((one) => one.draft === draft?.id);
  if (draft && !check) return step('Check the quality of the draft.', 'caseworker', complete, around);
  if (check && !check.passed)
    return step('The draft did not pass: give it back to the assessor.', 'caseworker', complete, around);
  return step('Decide the review. Nobody decides what they assessed.', 'decider', complete, around);
};

/** The letter that tells how a review ended where it was not decided. */
const endLetter: { readonly [S in ReviewState]?: ReviewLetterKind } = {
  invalid: 'reviewInvalid',
  withdrawn: 'reviewWithdrawn',
  forwarded: 'reviewForwarded',
};

/** What is still owed when a review has ended. */
const afterEnd = (r: Review, around: Around): NextStep | undefined => {
  if (endTold(r) === undefined)
    return step(
      'Tell the applicant how it ended.',
      'caseworker',
      dueBy(r, 'outcome', around),
      around,
      endLetter[reviewState(r)] ?? 'reviewDecision',
    );
  const ended = r.endings.at(-1);
  const isTold = r.told.some(({ what, on }) => what === 'complaint withdrawn' && on >= (ended?.on ?? ''));
  if (reviewState(r) === 'withdrawn' && ended?.withdrawn === 'complaint' && !isTold)
    return step(
      'Tell the appropriate authority that the complaint itself is withdrawn.',
      'caseworker',
      { by: null, why: 'Police (Complaints and Misconduct) Regulations 2020 (SI 2020/2), regulation 38' },
      around,
      'reviewComplaintWithdrawn',
    );
  return undefined;
};

/** Whether the force was sent what the decision that stands recommends. */
const isRecommendedTo = (r: Review): boolean => {
  const decided = r.decisions.at(-1)?.on ?? '';
  return r.told.some(({ what, on }) => what === 'recommendation' && on >= decided);
};

const afterDecision = (r: Review, around: Around): NextStep => {
  const owed = afterEnd(r, around);
  if (owed) return owed;
  const made = around.recommendations ?? [];
  const waiting = made
    .filter(({ answers }) => answers.length === 0)
    .map((one) => answerDeadline(one, around))
    .sort((a, b) => ((a?.due ?? '') < (b?.due ?? '') ? -1 : 1))[0];
  if (waiting && !isRecommendedTo(r))
    return step(
      'Send the force what is recommended.',
      'caseworker',
      { by: null, why: 'The appropriate authority answers what it was sent' },
      around,
      'reviewRecommendation',
    );
  if (waiting) {
    const isOver = waiting.due !== null && waiting.due < around.today;
    const words = isOver
      ? 'The force has not answered a recommendation in time: remind it.'
      : 'Wait for the force to answer what was recommended.';
    return step(words, 'force', { by: waiting.due, why: waiting.basis }, around);
  }
  const untold = made.filter(({ answers, told }) => answers.length > 0 && told.length === 0);
  if (untold.length > 0)
    return step(
      'Tell the complainant what the force answered.',
      'caseworker',
      { by: null, why: 'The complainant is told of each answer' },
      around,
      'reviewAnswer',
    );
  return step('Nothing more is owed: close the review.', 'caseworker', { by: null, why: '' }, around);
};

/** A letter on how the review goes is the next step on the day it is due, whatever else waits. */
const progress = (r: Review, around: Around): NextStep | undefined => {
  const due = dueBy(r, 'progress', around);
  return due.by !== null && due.by <= around.today
    ? step('Tell the applicant how the review goes.', 'caseworker', due, around, 'reviewProgress')
    : undefined;
};

/**
 * The next step about a review; undefined where nothing more is owed to it. What stands in the record alone decides it,
 * with the holidays and lengths of the office and the day on which it is asked.
 */
export const nextStepOf = (r: Review, around: Around): NextStep | undefined => {
  const state = reviewState(r);
  switch (state) {
    case 'received':
      return r.acknowledged === undefined
        ? received(r, around)
        : (progress(r, around) ?? received(r, around));
    case 'valid':
      return progress(r, around) ?? preparing(r, around);
    case 'assigned':
      return progress(r, around) ?? examining(r, around);
    case 'returned':
      return progress(r, around) ?? deciding(r, around);
    case 'decided':
      return afterDecision(r, around);
    case 'invalid':
    case 'withdrawn':
    case 'forwarded':
      return r.imported ? undefined : afterEnd(r, around);
    default:
      return undefined;
  }
};

/** Whether nothing more is owed to a review: it has ended and all are told, whatever the day and the lengths of clocks. */
export const isOver = (r: Review): boolean =>
  standingOf(r) !== 'open' && reviewState(r) !== 'decided' && nextStepOf(r, { today: '' }) === undefined;
