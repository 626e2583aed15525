import { type PageRoute, page } from '#renderer/app/page.ts';

const assess = () => import('./index.tsx');
const decide = () => import('../decide/index.tsx');
const recommendations = () => import('../recommendations/index.tsx');

/** From the file to the decision, what is recommended in it, and what is learnt. */
export const assessRoutes: readonly PageRoute[] = [
  ['/reviews/recommendations', page(recommendations, 'RegisterPage')],
  ['/reviews/recommendations/:id', page(recommendations, 'RecommendationPage')],
  ['/reviews/learning', page(recommendations, 'LearningPage')],
  ['/reviews/:id/assign', page(assess, 'AssignPage')],
  ['/reviews/:id/examination', page(assess, 'ExaminationPage')],
  ['/reviews/:id/examination/overall', page(assess, 'OverallPage')],
  ['/reviews/:id/allegations/:allegation', page(assess, 'AllegationPage')],
  ['/reviews/:id/draft', page(assess, 'DraftPage')],
  ['/reviews/:id/quality', page(decide, 'QualityPage')],
  ['/reviews/:id/decision', page(decide, 'DecisionPage')],
  ['/reviews/:id/recommendations', page(recommendations, 'MakePage')],
  ['/reviews/:id/learning', page(decide, 'LearnPage')],
];
