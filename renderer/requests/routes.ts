import { type PageRoute, page } from '#renderer/app/page.ts';

const requests = () => import('./index.tsx');

/** Requests for information, each below its case, and their log; before `/cases/:id` in the list of routes. */
export const requestRoutes: readonly PageRoute[] = [
  ['/requests/log', page(requests, 'LogPage')],
  ['/cases/:id/request', page(requests, 'RequestPage')],
];
