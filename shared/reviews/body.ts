import type { Review } from '#shared/records/review.ts';
import type { BodyQuestionId, ReviewBody } from '#shared/records/review-parts.ts';

/** One of the questions of which a single yes sends the whole complaint to the IOPC. */
type BodyQuestion = {
  readonly id: BodyQuestionId;
  readonly question: string;
  /** What a yes means, as the reason for the result. */
  readonly yes: string;
};

export const bodyBasis = 'Police (Complaints and Misconduct) Regulations 2020 (SI 2020/2), regulation 32';

/** What is to be done where the IOPC decides. */
export const forwardingBasis = 'Police Reform Act 2002, Schedule 3, paragraph 32';

/** The seven questions of regulation 32, put so that each is answered yes or no. */
export const bodyQuestions: readonly BodyQuestion[] = [
  {
    id: 'seniorOfficer',
    question: 'Is the complaint about the conduct of a senior officer?',
    yes: 'it is about the conduct of a senior officer',
  },
  {
    id: 'seriousConduct',
    question:
      'Is the appropriate authority unable to satisfy itself, from the complaint alone, that the conduct, if it were proved, would not justify criminal or disciplinary proceedings or engage Article 2 or 3 of the European Convention on Human Rights?',
    yes: 'the conduct, if it were proved, might justify criminal or disciplinary proceedings or engage Article 2 or 3',
  },
  {
    id: 'referred',
    question: 'Was the complaint referred to the IOPC, or must it be?',
    yes: 'it was referred to the IOPC, or must be',
  },
  {
    id: 'treatedAsReferred',
    question: 'Does the IOPC treat the complaint as having been referred?',
    yes: 'the IOPC treats it as having been referred',
  },
  {
    id: 'sameIncident',
    question: 'Does it arise from the same incident as a complaint to which one of these applies?',
    yes: 'it arises from the same incident as a complaint that goes to the IOPC',
  },
  {
    id: 'partWithin',
    question: 'Does one of these apply to any part of the complaint?',
    yes: 'a part of it goes to the IOPC, and with it the whole',
  },
  {
    id: 'ownAuthority',
    question: 'Is the appropriate authority itself a local policing body?',
    yes: 'the appropriate authority is itself a local policing body',
  },
];

/** Which body decides, and why; undefined while the answers do not say yet. */
export type WhichBody = {
  readonly body: ReviewBody | undefined;
  /** What follows from the answers alone, where somebody set that aside. */
  readonly derived: ReviewBody | undefined;
  readonly reasons: readonly string[];
  readonly unanswered: readonly BodyQuestionId[];
};

/**
 * Which body decides a review (regulation 32). One yes is enough for the IOPC, whatever is still to be answered; this
 * body decides only where all seven are answered no. An override without a reason is none.
 */
export const whichBody = ({ body }: Pick<Review, 'body'>): WhichBody => {
  const answerTo = (id: BodyQuestionId) => body?.answers[id]?.answer;
  const yes = bodyQuestions.filter(({ id }) => answerTo(id) === 'yes');
  const unanswered = bodyQuestions.filter(({ id }) => answerTo(id) === undefined).map(({ id }) => id);
  const derived = yes.length > 0 ? 'IOPC' : unanswered.length === 0 ? 'local policing body' : undefined;
  const reasons = yes.length > 0 ? yes.map((one) => one.yes) : derived ? ['none of the seven applies'] : [];
  const override = body?.override;
  if (!override || override.reason.trim() === '') return { body: derived, derived, reasons, unanswered };
  return { body: override.body, derived, reasons: [override.reason.trim()], unanswered };
};
