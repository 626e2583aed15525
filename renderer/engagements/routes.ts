import { type PageRoute, page } from '#renderer/app/page.ts';

const engagements = () => import('./index.tsx');

/** What follows from correspondence: themes, engagements, questions to the Chief Constable, figures typed by month. */
export const engagementRoutes: readonly PageRoute[] = [
  ['/themes', page(engagements, 'ThemesPage')],
  ['/themes/cases', page(engagements, 'ThemeCasesPage')],
  ['/engagements', page(engagements, 'EngagementsPage')],
  ['/engagements/:id/edit', page(engagements, 'EditEngagementPage')],
  ['/engagements/:id', page(engagements, 'EngagementPage')],
  ['/assurance', page(engagements, 'AssurancePage')],
  ['/assurance/:id/edit', page(engagements, 'EditQuestionPage')],
  ['/assurance/:id', page(engagements, 'QuestionPage')],
  ['/figures', page(engagements, 'FiguresPage')],
  ['/figures/:month', page(engagements, 'MonthPage')],
];
