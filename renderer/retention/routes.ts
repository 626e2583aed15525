import { type PageRoute, page } from '#renderer/app/page.ts';

const retention = () => import('./index.tsx');

export const retentionRoutes: readonly PageRoute[] = [
  ['/settings/correspondence/retention', page(retention, 'SchedulePage')],
  ['/retention', page(retention, 'RetentionPage')],
  ['/retention/:id', page(retention, 'DisposalPage')],
];
