import type { CallName } from '#shared/contract.ts';

type Place = {
  path: string;
  text: string;
  /** Other places that belong to this one of the menu. */
  also?: readonly string[];
  /** Offered to those who may make this call. */
  needs?: CallName;
};

/** The places of the application, in the order of the menu. */
export const places: readonly Place[] = [
  { path: '/', text: 'Home' },
  { path: '/board', text: 'Board', needs: 'board.get' },
  { path: '/visits', text: 'Visits' },
  { path: '/concerns', text: 'Concerns', needs: 'concerns.list' },
  { path: '/checks', text: 'Record checks', needs: 'checks.list' },
  { path: '/suites', text: 'Suites', also: ['/panels', '/throughput'] },
  { path: '/people', text: 'People' },
  { path: '/plans', text: 'Plans', needs: 'plans.list' },
  { path: '/returns', text: 'Returns' },
  { path: '/imports', text: 'Import', needs: 'imports.begin' },
  { path: '/settings', text: 'Settings', also: ['/forms'] },
];

/** Whether a place of the menu is where one is, or where what one looks at belongs. */
export const isAt = ({ path: place, also = [] }: Place, path: string): boolean =>
  place === '/' ? path === '/' : [place, ...also].some((own) => path === own || path.startsWith(`${own}/`));
