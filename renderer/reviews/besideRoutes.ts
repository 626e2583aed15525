import { type PageRoute, page } from '#renderer/app/page.ts';

const samples = () => import('./samples/index.tsx');
const totals = () => import('./totals/index.tsx');
const packs = () => import('./packs/index.tsx');

/** What stands beside reviews: complaints of the force that were looked at, its own totals of them, and what leaves. */
export const besideRoutes: readonly PageRoute[] = [
  ['/reviews/samples', page(samples, 'SamplesPage')],
  ['/reviews/samples/new', page(samples, 'NewSamplePage')],
  ['/reviews/samples/:id', page(samples, 'SamplePage')],
  ['/reviews/totals', page(totals, 'TotalsPage')],
  ['/reviews/totals/:quarter', page(totals, 'QuarterPage')],
  ['/reviews/pack', page(packs, 'ForcePackPage')],
  ['/reviews/pack/:quarter', page(packs, 'ForcePackPage')],
];
