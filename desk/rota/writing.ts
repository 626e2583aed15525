import { fail } from '#shared/result.ts';
import type { Writes } from '../context.ts';

const later = () => fail({ tag: 'notYet', what: 'The rota' } as const);

export const rotaWrites = {
  'rota.sayAvailability': later,
  'rota.draft': later,
  'rota.addPlace': later,
  'rota.savePlace': later,
  'rota.publish': later,
  'rota.withdraw': later,
  'rota.missed': later,
  'rota.planAgain': later,
  'rota.takePlace': later,
  'rota.askCover': later,
  'rota.askSwap': later,
  'rota.answerSwap': later,
} satisfies Partial<Writes>;
