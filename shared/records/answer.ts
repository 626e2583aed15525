import { z } from 'zod';
import { words } from './common.ts';

/** Answers that are not a value but are answers: a blank alone means unfinished. */
export const nonAnswers = ["don't know", 'not asked', 'refused', 'not applicable'] as const;

/** An answer to a question of the form that is not one of the typed fields. */
export const answer = z.union([
  z.looseObject({ value: z.union([z.boolean(), z.number(), words, z.array(z.string().max(200)).max(100)]) }),
  z.looseObject({ not: z.enum(nonAnswers) }),
]);
export type Answer = z.infer<typeof answer>;
