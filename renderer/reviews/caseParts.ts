import { noticeTo } from '#shared/records/review-parts.ts';
import type { ReviewPart } from './parts.ts';
import { bodyWords } from './words.tsx';

const validityWords = { valid: 'Valid', invalid: 'Not valid', open: 'To be said' };

/** The pages of whoever looks after a review: what comes before its examination. */
export const caseParts: readonly ReviewPart[] = [
  {
    path: 'application',
    text: 'Application',
    status: ({ review }) => (review.applicant ? 'Written down' : 'No applicant yet'),
    when: ({ may }) => may.write,
  },
  {
    path: 'body',
    text: 'Which body decides',
    status: ({ body }) =>
      body.body ? bodyWords[body.body] : `${body.unanswered.length} of 7 to be answered`,
    when: ({ may }) => may.write,
  },
  {
    path: 'validity',
    text: 'Validity',
    status: ({ validity }) => validityWords[validity.overall],
    // Whoever decides says there whether a late one is taken.
    when: ({ may, inTime }) => may.write || inTime.timing !== 'in time',
  },
  {
    path: 'notices',
    text: 'Notices and what was told',
    status: ({ review }) => {
      const given = noticeTo.filter((to) => review.notices.some((one) => one.to === to)).length;
      return `${given} of ${noticeTo.length} notices`;
    },
    when: ({ may }) => may.write,
  },
  {
    path: 'letters',
    text: 'Letters',
    status: ({ letters }) => (letters?.length ? `${letters.length} issued` : 'None yet'),
    when: ({ letters }) => letters !== null,
  },
];

export const endParts: readonly ReviewPart[] = [
  {
    path: 'end',
    text: 'End or reopen',
    status: () => '',
    when: ({ may, state }) => may.write && state !== 'decided',
  },
];
