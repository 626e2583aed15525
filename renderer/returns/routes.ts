import { type PageRoute, page } from '#renderer/app/page.ts';

const returns = () => import('./index.tsx');
const schedule = () => import('./schedule/index.tsx');
const prepare = () => import('./prepare/index.tsx');
const issues = () => import('./issues/index.tsx');
const definitions = () => import('./definitions/index.tsx');

/** The returns of the office and the figures of any period; what each return consists of is set. */
export const returnRoutes: readonly PageRoute[] = [
  ['/returns', page(schedule, 'SchedulePage')],
  ['/returns/of/:key', page(schedule, 'NamedPage')],
  ['/returns/of/:key/:period', page(prepare, 'PreparePage')],
  ['/returns/of/:key/:period/issues/:number', page(issues, 'IssuePage')],
  ['/returns/of/:key/:period/issues/:number/differences', page(issues, 'DifferencesPage')],
  ['/returns/:period', page(returns, 'ReturnsPage')],
  ['/returns/:period/records/:measure', page(returns, 'RecordsPage')],
  ['/reviews/publication', page(schedule, 'MovedPage')],
  ['/reviews/publication/:period', page(schedule, 'MovedPage')],
  ['/reviews/publication/:period/words', page(schedule, 'MovedPage')],
  ['/settings/returns', page(definitions, 'DefinitionsPage')],
  ['/settings/returns/:key', page(definitions, 'DefinitionPage')],
];
