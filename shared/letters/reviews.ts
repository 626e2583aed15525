import type { Contact } from '#shared/records/contact.ts';
import type { ReviewLetterKind } from '#shared/records/letter.ts';
import { answerTo, type Recommendation, recommendationTitle } from '#shared/records/recommendation.ts';
import { type Review, reviewState, standingDecision, standingOf } from '#shared/records/review.ts';
import { noticeTo, type Route, routeBasis } from '#shared/records/review-parts.ts';
import { whichBody } from '#shared/reviews/body.ts';
import { answerDeadline, type ReviewSettings, reviewDeadline } from '#shared/reviews/deadlines.ts';
import { providedOn } from '#shared/reviews/in-time.ts';
import { validityOf } from '#shared/reviews/validity.ts';
import { capital, inSentence } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';
import type { LetterValues } from './fields.ts';

/** Whom letters of a review go to. */
export const reviewAddressees = ['applicant', 'representative', ...noticeTo] as const;
export type ReviewAddressee = (typeof reviewAddressees)[number];

const applying: readonly ReviewAddressee[] = ['applicant', 'representative'];
const authority: readonly ReviewAddressee[] = ['appropriate authority'];

/** Whom each kind of letter may go to, the likeliest first. */
export const addresseesOf: Record<ReviewLetterKind, readonly ReviewAddressee[]> = {
  reviewAcknowledgement: applying,
  reviewInformation: [...applying, ...authority],
  reviewNotice: noticeTo,
  reviewFile: authority,
  reviewProgress: reviewAddressees,
  reviewInvalid: reviewAddressees,
  reviewForwarded: reviewAddressees,
  reviewWithdrawn: applying,
  reviewComplaintWithdrawn: authority,
  reviewDecision: reviewAddressees,
  reviewRecommendation: authority,
  reviewAnswer: applying,
};

/** Whether somebody is told by a letter to them what the applicant is owed. */
export const isApplying = (who: ReviewAddressee): boolean => applying.includes(who);

/** All that a letter of a review is written from. */
export type LetterReview = {
  readonly review: Review;
  readonly recommendations: readonly Recommendation[];
  readonly applicant: Contact | undefined;
  readonly representative: Contact | undefined;
  /** The name of whoever made the decision that stands. */
  readonly decider: string | undefined;
  readonly settings: ReviewSettings;
};

/** Why a kind of letter cannot be written about a review as it stands; undefined where it can. */
export const whyNoReviewLetter = (
  kind: ReviewLetterKind,
  { review, recommendations }: Pick<LetterReview, 'review' | 'recommendations'>,
): string | undefined => {
  const state = reviewState(review);
  const isDecided = standingOf(review) === 'completed';
  switch (kind) {
    case 'reviewInvalid':
      return state === 'invalid' ? undefined : 'Enter first that the review ended as not valid, and why.';
    case 'reviewForwarded':
      return state === 'forwarded' ? undefined : 'Enter first that the application was forwarded.';
    case 'reviewWithdrawn':
      return state === 'withdrawn' ? undefined : 'Enter first that the application is withdrawn.';
    case 'reviewComplaintWithdrawn':
      return state === 'withdrawn' && review.endings.at(-1)?.withdrawn === 'complaint'
        ? undefined
        : 'Enter first that the complaint itself is withdrawn.';
    case 'reviewDecision':
      return isDecided ? undefined : 'It is not decided yet.';
    case 'reviewRecommendation':
      return isDecided && recommendations.length > 0 ? undefined : 'Nothing is recommended to the force.';
    case 'reviewAnswer':
      return recommendations.some(answerTo) ? undefined : 'The force has not answered a recommendation.';
    default:
      return standingOf(review) === 'open' ? undefined : 'The review has ended.';
  }
};

/** The recommendations that a letter of a kind is about. An answer is told once. */
export const recommendationsIn = (
  kind: ReviewLetterKind,
  all: readonly Recommendation[],
): readonly Recommendation[] => {
  if (kind === 'reviewDecision' || kind === 'reviewRecommendation') return all;
  if (kind !== 'reviewAnswer') return [];
  const answered = all.filter(answerTo);
  const untold = answered.filter(({ told }) => told.length === 0);
  return untold.length > 0 ? untold : answered;
};

/** The day that a letter of a kind quotes where nobody says another; undefined where none follows from the review. */
export const dayQuoted = (
  kind: ReviewLetterKind,
  { review, recommendations, settings }: LetterReview,
  today: string,
): string | undefined => {
  if (kind === 'reviewAcknowledgement' || kind === 'reviewProgress') {
    const due = reviewDeadline(review, 'complete', settings)?.due;
    // Nobody is promised a day that has gone by.
    return due && due >= today ? due : undefined;
  }
  if (kind !== 'reviewDecision' && kind !== 'reviewRecommendation') return undefined;
  return recommendations
    .filter(({ answers }) => answers.length === 0)
    .flatMap((one) => answerDeadline(one, settings)?.due ?? [])
    .sort()[0];
};

const paragraph: Record<Route, string> = {
  'not investigated':
    'The complaint was handled otherwise than by investigation, so the review is made under paragraph 6A of Schedule 3 to the Police Reform Act 2002.',
  investigated:
    'The complaint was investigated, so the review is made under paragraph 25 of Schedule 3 to the Police Reform Act 2002.',
};

/** Who applied is told to those who must know whose complaint it is, and to nobody else. */
const applicationWords = (who: ReviewAddressee, applicant: string | undefined): string | undefined => {
  if (who === 'applicant') return 'your application';
  if (who === 'representative') return applicant && `the application that you made for ${applicant}`;
  return who === 'appropriate authority' ? applicant && `the application of ${applicant}` : 'an application';
};

const complaintWords = ({ complaint, applicantIs }: Review, who: ReviewAddressee): string => {
  const { force, reference } = complaint ?? {};
  const whose = who === 'applicant' && applicantIs === 'complainant' ? 'your complaint' : 'the complaint';
  return `${whose}${force ? ` to ${force}` : ''}${reference ? ` (${reference})` : ''}`;
};

const findingWords = {
  upheld: 'The review is upheld: the outcome of the complaint was not reasonable and proportionate.',
  'not upheld': 'The review is not upheld: the outcome of the complaint was reasonable and proportionate.',
} as const;

const numbered = (lines: readonly string[]): string | undefined =>
  lines.map((line, i) => `${i + 1}. ${line}`).join('\n\n') || undefined;

const findingsOf = ({ allegations }: Review): string | undefined =>
  numbered(
    allegations.map(({ text, finding, reasons }) =>
      [text.trim(), [finding && `${capital(finding)}.`, reasons?.trim()].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join('\n'),
    ),
  );

const recommendationWords = (all: readonly Recommendation[]): string =>
  numbered(all.map(({ kind, words }) => `${recommendationTitle(kind)}: ${words.trim()}`)) ??
  'Nothing is recommended to the force.';

const forceAsked = (all: readonly Recommendation[], due: string | undefined): string | undefined => {
  if (all.length === 0) return 'The force is not asked for anything.';
  if (all.every(answerTo)) return 'The force has answered this.';
  return (
    due &&
    `The force is asked to say by ${dayWords(due)} whether it accepts this, and to give reasons for whatever it does not accept. We will tell you what it answers. A review recommends; it cannot direct the force.`
  );
};

const answerSentences = {
  accepted: 'The force accepted this',
  'in part': 'The force accepted a part of this',
  refused: 'The force refused this',
} as const;
const answerWords = (one: Recommendation): string[] => {
  const answer = answerTo(one);
  if (!answer) return [];
  const reasons = answer.reasons?.trim();
  const steps = one.steps.map(({ words }) => words.trim()).join('; ');
  const said = `${answerSentences[answer.answer]} on ${dayWords(answer.on)}${reasons ? `, for these reasons: ${reasons}` : '.'}`;
  return [[one.words.trim(), said, ...(steps ? [`What it did: ${steps}`] : [])].join('\n')];
};

/** Where a review stands, as whoever waits for it is told. */
const progressOf = (r: Review): string | undefined => {
  switch (reviewState(r)) {
    case 'received':
      return 'We are looking at whether it can be taken on.';
    case 'valid':
      return r.fileRequested && !r.fileReceived
        ? 'It was taken on, and we have asked the force for its papers.'
        : 'It was taken on, and is being prepared for examination.';
    case 'assigned':
      return 'It was taken on, and is being examined.';
    case 'returned':
      return 'It was examined, and waits to be decided.';
    default:
      return undefined;
  }
};

const decisionValues = (found: LetterReview): LetterValues => {
  const made = standingDecision(found.review);
  if (!made) return {};
  const { delegation, on, decision } = made;
  return {
    finding: decision && findingWords[decision],
    decidedOn: dayWords(on),
    decidedBy:
      found.decider &&
      `${found.decider}${delegation ? `, under ${delegation.trim()} of the scheme of delegation` : ''}`,
    reasons: made.reasons?.trim(),
    findings: findingsOf(found.review),
    learning: numbered(found.review.learning.map(({ words }) => words.trim())),
  };
};

const endingValues = ({ review, settings }: LetterReview): LetterValues => {
  const ended = review.endings.at(-1);
  const failed = validityOf(review, settings.holidays).checks.filter(({ result }) => result === 'fail');
  return {
    reasons: ended?.reasons?.trim(),
    endedOn: ended && dayWords(ended.on),
    whyBody: whichBody(review).reasons.join('; ') || undefined,
    notMet: failed
      .map(({ title, reason }) => `${title}${reason ? `: ${inSentence(reason)}` : ''}`)
      .join('\n'),
  };
};

/** What a review puts into the fields of one of its letters, for whomever it goes to. */
export const reviewValues = (
  kind: ReviewLetterKind,
  found: LetterReview,
  { who, due, asked }: { who: ReviewAddressee; due: string | undefined; asked?: string | undefined },
): LetterValues => {
  const { review, applicant, representative } = found;
  const { complaint, route } = review;
  const outcome = providedOn(review);
  const about = recommendationsIn(kind, found.recommendations);
  return {
    ...(standingOf(review) === 'completed' ? decisionValues(found) : endingValues(found)),
    reference: review.reference ?? review.imported?.reference,
    applicant: applicant?.name,
    representative: representative?.name,
    application: applicationWords(who, applicant?.name),
    complaint: complaintWords(review, who),
    force: complaint?.force,
    complaintReference: complaint?.reference,
    received: dayWords(review.received),
    outcomeOn: outcome && dayWords(outcome),
    route: route && paragraph[route],
    law: route && routeBasis[route],
    asked: asked?.trim(),
    progress: progressOf(review),
    recommendations: recommendationWords(about),
    forceAsked: forceAsked(about, due),
    answers: numbered(about.flatMap(answerWords)),
  } as LetterValues;
};
