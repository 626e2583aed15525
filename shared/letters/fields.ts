import type { LetterKind } from '#shared/records/letter.ts';
import { caseFields, caseKindNames } from './case-fields.ts';
import { reviewFields } from './review-fields.ts';
import { schemeFields } from './scheme-fields.ts';

/** A place in a template that is filled in when a letter is written: `{{name}}`. */
export type LetterField = { name: string; title: string; example: string };

/**
 * The fields of each kind of letter. A new kind of letter begins here, once its family (`letterFamilies`) names it:
 * nothing else lists fields.
 */
export const letterFields = {
  ...schemeFields,
  ...reviewFields,
  ...caseFields,
} as const satisfies Record<LetterKind, readonly LetterField[]>;

export const kindNames: Record<LetterKind, string> = {
  concern: 'Letter about concerns',
  reminder: 'Reminder of a late answer',
  suiteSheet: 'Cover words of the monthly sheet',
  rotaReminder: 'Mail: places of the rota',
  lateReport: 'Mail: a report that has not come',
  cover: 'Mail: somebody is looked for to go',
  thanksReport: 'Mail: thanks for a report',
  thanksConcern: 'Mail: thanks for a concern that is settled',
  reviewAcknowledgement: 'Acknowledgement of an application',
  reviewInformation: 'Request for information',
  reviewNotice: 'Notice that an application was received',
  reviewFile: 'Request for the file',
  reviewProgress: 'How the review goes',
  reviewInvalid: 'The application is not valid',
  reviewForwarded: 'The application was forwarded to the IOPC',
  reviewWithdrawn: 'The application is withdrawn',
  reviewComplaintWithdrawn: 'The complaint is withdrawn: to the appropriate authority',
  reviewDecision: 'The decision',
  reviewRecommendation: 'Recommendations to the force',
  reviewAnswer: 'What the force answered',
  ...caseKindNames,
};

/** What is not certain in law of the words that a kind begins with: shown to whoever edits them, and in no letter. */
export const toConfirm: { [K in LetterKind]?: readonly string[] } = {
  requestClarification: [
    'Confirm in the office’s procedure that a request lapses after two months of silence.',
  ],
  requestDecision: [
    'Confirm the 40 working days for asking for an internal review against the section 45 Code of Practice.',
  ],
  reviewNotice: [
    'Confirm in Schedule 3 to the Police Reform Act 2002 (paragraphs 6A and 25) who is given notice, and what it must say.',
  ],
  reviewInvalid: [
    'Confirm in regulation 29 of SI 2020/2 which of its requirements the body may waive before an application is called invalid.',
  ],
  reviewForwarded: ['Confirm the wording against paragraph 32 of Schedule 3 and regulation 32 of SI 2020/2.'],
  reviewComplaintWithdrawn: ['Confirm in regulation 38 of SI 2020/2 what the authority does next.'],
  reviewDecision: [
    'Confirm in Schedule 3 who besides the applicant is told of the decision.',
    'Confirm the time for judicial review against rule 54.5 of the Civil Procedure Rules.',
  ],
  reviewRecommendation: [
    'Confirm the 28 days and the duty to answer against regulation 30 of SI 2020/2.',
    'Confirm the list of recommendations, by route, against Schedule 3.',
  ],
};

/** What the fields of a kind hold; a value that is not there leaves its field standing. */
export type LetterValues<K extends LetterKind = LetterKind> = {
  [N in (typeof letterFields)[K][number]['name']]?: string | undefined;
};

/** The values that a template is shown with before there is a letter. */
export const exampleValues = (kind: LetterKind): LetterValues =>
  Object.fromEntries(letterFields[kind].map(({ name, example }) => [name, example]));
