import type { ReviewLetterKind } from '#shared/records/letter.ts';
import type { LetterField } from './fields.ts';

const common = [
  { name: 'office', title: 'The local policing body', example: 'Commissioner for Bordershire' },
  { name: 'date', title: 'The day of the letter', example: '2 November 2026' },
  { name: 'to', title: 'How whoever it is to is addressed', example: 'Ada Applicant' },
  { name: 'address', title: 'Their address', example: '1 High Street\nMillford' },
  { name: 'sender', title: 'Who writes it', example: 'Jo Example' },
  { name: 'reference', title: 'The number of the review', example: 'R2026/0001' },
  { name: 'applicant', title: 'Whoever applied', example: 'Ada Applicant' },
  { name: 'representative', title: 'Whoever acts for them', example: 'Ben Example' },
  {
    name: 'application',
    title: 'The application, as whoever it is to knows it; without a name to those who need none',
    example: 'your application',
  },
  {
    name: 'complaint',
    title: 'The complaint, with its force and the force’s number as far as they are known',
    example: 'your complaint to Bordershire Police (CO/0012/26)',
  },
  { name: 'force', title: 'The force', example: 'Bordershire Police' },
  { name: 'complaintReference', title: 'The force’s number of the complaint', example: 'CO/0012/26' },
  { name: 'received', title: 'The day the application was received', example: '5 October 2026' },
  {
    name: 'outcomeOn',
    title: 'The day the outcome of the complaint was given',
    example: '14 September 2026',
  },
  {
    name: 'route',
    title: 'Which of the two reviews it is, in a sentence, with its paragraph',
    example:
      'The complaint was handled otherwise than by investigation, so the review is made under paragraph 6A of Schedule 3 to the Police Reform Act 2002.',
  },
  {
    name: 'law',
    title: 'The law of the review alone',
    example: 'Police Reform Act 2002, Schedule 3, paragraph 6A',
  },
] as const satisfies LetterField[];

const due = (title: string) => ({ name: 'due', title, example: '30 November 2026' }) as const;

const reasons = {
  name: 'reasons',
  title: 'The reasons for how it ended',
  example: 'The outcome of the complaint has not been given yet.',
} as const;
const endedOn = { name: 'endedOn', title: 'The day on which it ended', example: '26 October 2026' } as const;

const recommendations = {
  name: 'recommendations',
  title: 'What is recommended, each by its kind, or that nothing is',
  example: '1. Provide a remedy: apologise to the complainant.',
} as const;
const forceAsked = {
  name: 'forceAsked',
  title: 'What the force is asked to do about that and by when, or that nothing is asked of it',
  example:
    'The force is asked to say by 30 November 2026 whether it accepts this, and to give reasons for whatever it does not accept. A review recommends; it cannot direct the force.',
} as const;
const decision = [
  {
    name: 'finding',
    title: 'What was decided, in a sentence',
    example: 'The review is upheld: the outcome of the complaint was not reasonable and proportionate.',
  },
  { name: 'decidedOn', title: 'The day of the decision', example: '30 October 2026' },
  {
    name: 'decidedBy',
    title: 'Who decided, with the part of the scheme of delegation where it is delegated',
    example: 'Dee Example, under section 4.2 of the scheme of delegation',
  },
] as const;

/** The fields of each kind of letter of a complaint review. */
export const reviewFields = {
  reviewAcknowledgement: [...common, due('The day by which the office aims to finish')],
  reviewInformation: [
    ...common,
    due('The day by which it is asked for'),
    { name: 'asked', title: 'What is asked for', example: 'A copy of the letter that told you the outcome.' },
  ],
  reviewNotice: common,
  reviewFile: [...common, due('The day by which it is asked for')],
  reviewProgress: [
    ...common,
    due('The day by which the office aims to finish'),
    {
      name: 'progress',
      title: 'Where the review stands, in a sentence',
      example: 'It was taken on and is being examined.',
    },
  ],
  reviewInvalid: [
    ...common,
    reasons,
    endedOn,
    {
      name: 'notMet',
      title: 'What of the list of validity is not met, and why',
      example: 'The outcome was already given: the force is still looking into the complaint.',
    },
  ],
  reviewForwarded: [
    ...common,
    reasons,
    endedOn,
    {
      name: 'whyBody',
      title: 'Why the IOPC decides it',
      example: 'the complaint was referred to the IOPC, or must be',
    },
  ],
  reviewWithdrawn: [...common, reasons, endedOn],
  reviewComplaintWithdrawn: [...common, reasons, endedOn],
  reviewDecision: [
    ...common,
    ...decision,
    { name: 'reasons', title: 'The reasons of the decision', example: 'Nobody asked the complainant.' },
    {
      name: 'findings',
      title: 'Each allegation, with what was found of it and why',
      example: '1. I was spoken to rudely.\nUpheld. Nobody asked the complainant.',
    },
    recommendations,
    forceAsked,
    due('The day by which the force is asked to answer'),
    {
      name: 'learning',
      title: 'What was observed or may be learnt besides',
      example: 'Ring back when you say so.',
    },
  ],
  reviewRecommendation: [
    ...common,
    ...decision,
    recommendations,
    due('The day by which the force is asked to answer'),
  ],
  reviewAnswer: [
    ...common,
    {
      name: 'answers',
      title: 'Each recommendation that was answered, with the answer and its reasons',
      example: '1. Apologise to the complainant.\nThe force refused this: it had done so before.',
    },
  ],
} as const satisfies { [K in ReviewLetterKind]: readonly LetterField[] };
