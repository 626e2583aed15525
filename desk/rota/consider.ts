import { fail } from '#shared/result.ts';
import type { Reads } from '../context.ts';

export const considerReads = {
  'rota.consider': () => fail({ tag: 'notYet', what: 'The rota' }),
} satisfies Partial<Reads>;
