import { type PageRoute, page } from '#renderer/app/page.ts';

const reviews = () => import('./index.tsx');
const letters = () => import('./letters/index.tsx');

/** The places of the queues, and of whoever looks after a review. */
export const caseRoutes: readonly PageRoute[] = [
  ['/reviews', page(reviews, 'ReviewsPage')],
  ['/reviews/new', page(reviews, 'NewReviewPage')],
  ['/reviews/:id/application', page(reviews, 'ApplicationPage')],
  ['/reviews/:id/body', page(reviews, 'BodyPage')],
  ['/reviews/:id/validity', page(reviews, 'ValidityPage')],
  ['/reviews/:id/notices', page(reviews, 'NoticesPage')],
  ['/reviews/:id/letters', page(letters, 'LettersPage')],
  ['/reviews/:id/letters/new/:kind', page(letters, 'WriteLetterPage')],
  ['/reviews/:id/end', page(reviews, 'EndPage')],
];

/** After every other place of reviews, whose names would else be taken for that of a review. */
export const oneReview: readonly PageRoute[] = [['/reviews/:id', page(reviews, 'ReviewPage')]];
