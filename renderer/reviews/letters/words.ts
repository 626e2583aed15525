import type { ReviewAddressee } from '#shared/letters/reviews.ts';

/** Whom a letter goes to, as it is chosen. */
export const addresseeWords: Record<ReviewAddressee, string> = {
  applicant: 'The applicant',
  representative: 'Whoever acts for the applicant',
  'appropriate authority': 'The appropriate authority',
  'interested persons': 'An interested person',
  'person complained against': 'The person complained against',
};
