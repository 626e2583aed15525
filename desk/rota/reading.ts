import { fail } from '#shared/result.ts';
import type { Reads } from '../context.ts';
import { considerReads } from './consider.ts';

const later = () => fail({ tag: 'notYet', what: 'The rota' } as const);

export const rotaReads = {
  ...considerReads,
  'rota.get': later,
  'rota.place': later,
  'rota.mine': later,
  'rota.propose': later,
  'rota.couldTake': later,
  'rota.weeksWithout': later,
} satisfies Partial<Reads>;
