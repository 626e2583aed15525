import { type PageRoute, page } from '#renderer/app/page.ts';

const cases = () => import('./index.tsx');

/**
 * Every place of cases. The first that fits is taken: places with a name of their own stand before `/cases/:id`, whose
 * id their names would else be taken for.
 */
export const caseRoutes: readonly PageRoute[] = [
  ['/cases', page(cases, 'CasesPage')],
  ['/cases/new', page(cases, 'NewCasePage')],
  ['/cases/risk', page(cases, 'RiskPage')],
  ['/cases/openings', page(cases, 'OpeningsPage')],
  ['/cases/:id/edit', page(cases, 'AmendPage')],
  ['/cases/:id/reply', page(cases, 'ReplyPage')],
  ['/cases/:id/reply/:draft', page(cases, 'ReplyPage')],
  ['/cases/:id/paper/:message', page(cases, 'ReplyPaperPage')],
  ['/cases/:id', page(cases, 'CasePage')],
  ['/settings/correspondence', page(cases, 'CaseSettingsPage')],
  ['/settings/correspondence/:list', page(cases, 'CaseListPage')],
];
