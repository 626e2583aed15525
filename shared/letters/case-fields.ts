import type { CaseLetterKind } from '#shared/records/letter.ts';
import type { LetterField } from './fields.ts';

const common = [
  { name: 'office', title: 'The local policing body', example: 'Commissioner for Bordershire' },
  { name: 'date', title: 'The day of the letter', example: '2 November 2026' },
  { name: 'to', title: 'How whoever it is to is addressed', example: 'Ada Example' },
  { name: 'sender', title: 'Who writes it', example: 'Jo Example' },
  { name: 'reference', title: 'The number of the case', example: 'E2026/0001' },
  { name: 'received', title: 'The day it was received', example: '5 October 2026' },
  {
    name: 'about',
    title: 'What they wrote about: the subject of their message',
    example: 'Speeding in Millford',
  },
  { name: 'force', title: 'The force', example: 'Bordershire Police' },
] as const satisfies LetterField[];

const due = (title: string) => ({ name: 'due', title, example: '30 November 2026' }) as const;
/** Something that only whoever writes can say: it stays in sight until they have written it. */
const typed = (name: string, title: string, example: string) => ({ name, title, example }) as const;

const answer = typed(
  'answer',
  'What is answered: typed in its place',
  'The crossing will be looked at in May.',
);
const question = typed('question', 'What is asked: typed in its place', 'How often was the road watched?');
const asked = typed('asked', 'What the request asks for', 'The number of complaints in 2025/26');
const reasons = typed(
  'reasons',
  'The reasons: typed in their place',
  'The information is already published.',
);

/** The fields of each kind of letter of correspondence. */
export const caseFields = {
  caseAcknowledgement: [...common, due('The day by which an answer is meant to come')],
  caseAnswer: [...common, answer],
  caseHolding: [...common, due('The day by which an answer is now meant to come'), reasons],
  caseClarification: [...common, question, due('The day by which an answer is asked for')],
  caseQuestion: [...common, question, due('The day by which an answer is asked for')],
  caseReminder: [
    ...common,
    question,
    { name: 'askedOn', title: 'The day on which it was asked', example: '2 October 2026' },
    { name: 'wasDue', title: 'The day by which an answer was asked for', example: '16 October 2026' },
    due('The day by which an answer is asked for now'),
  ],
  caseFollowUp: [...common, answer],
  caseSignposting: [...common],
  caseOutOfRemit: [...common, reasons],
  requestAcknowledgement: [...common, asked, due('The last day for an answer')],
  requestClarification: [...common, asked, question],
  requestExtension: [...common, asked, reasons, due('The last day as it is now')],
  requestDecision: [
    ...common,
    asked,
    { name: 'outcome', title: 'What was decided', example: 'part of it is granted' },
    {
      name: 'exemptions',
      title: 'What is withheld, with its provisions',
      example: 'Section 40 (personal data)',
    },
    reasons,
  ],
  requestReview: [...common, asked, answer],
} as const satisfies Record<CaseLetterKind, readonly LetterField[]>;

export const caseKindNames: Record<CaseLetterKind, string> = {
  caseAcknowledgement: 'Reply: acknowledgement',
  caseAnswer: 'Reply: answer',
  caseHolding: 'Reply: it takes longer',
  caseClarification: 'Reply: please say more',
  caseQuestion: 'To the force: question',
  caseReminder: 'To the force: reminder',
  caseFollowUp: 'Reply: follow-up',
  caseSignposting: 'Reply: a complaint about the force',
  caseOutOfRemit: 'Reply: not for this office',
  requestAcknowledgement: 'Request for information: acknowledgement',
  requestClarification: 'Request for information: clarification',
  requestExtension: 'Request for information: more time',
  requestDecision: 'Request for information: decision',
  requestReview: 'Request for information: outcome of an internal review',
};
