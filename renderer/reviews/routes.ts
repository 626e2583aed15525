import type { PageRoute } from '#renderer/app/page.ts';
import { assessRoutes } from './assess/routes.ts';
import { besideRoutes } from './besideRoutes.ts';
import { caseRoutes, oneReview } from './caseRoutes.ts';

/**
 * Every place of reviews, room by room. The first that fits is taken: places with a name of their own stand before
 * `/reviews/:id`, whose id their names would else be taken for.
 */
export const reviewRoutes: readonly PageRoute[] = [
  ...caseRoutes,
  ...assessRoutes,
  ...besideRoutes,
  ...oneReview,
];
