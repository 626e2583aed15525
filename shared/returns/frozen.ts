import { z } from 'zod';
import { isoDate, isoInstant, recordId, shortText, words } from '#shared/records/common.ts';
import { namedReturn } from '#shared/records/named-return.ts';
import { checkAnswer } from '#shared/records/period-return.ts';
import { returnWords } from '#shared/records/return-words.ts';
import { figureRecord, returnResult } from '#shared/views.ts';

/**
 * The records behind the figures as they were: each once, with the version the office held of it (null for a store that
 * is its own office), and for each figure which of them it rests on with what each added to it.
 */
export const basis = z.object({
  records: z.array(
    z.tuple([figureRecord.shape.type, recordId, z.string(), isoDate.nullable(), z.string().nullable()]),
  ),
  /** By measure: place in `records`, value, and value of the denominator where it has one. */
  measures: z.record(z.string(), z.array(z.tuple([z.int(), z.number().nullable(), z.number().nullable()]))),
});
export type Basis = z.infer<typeof basis>;

const namedAnswer = checkAnswer.extend({ name: shortText });

/** Everything that was signed off, whole: nothing of it is ever computed again. */
export const frozenReturn = z.object({
  format: z.literal(1),
  definition: namedReturn,
  number: z.int().min(0),
  /** Why it was taken up again; null for the first issue. */
  why: words.nullable(),
  signed: z.object({ by: recordId, name: shortText, as: shortText, at: isoInstant, on: isoDate }),
  result: returnResult,
  words: returnWords.pick({ sections: true, links: true }).strip(),
  answers: z.array(namedAnswer),
  /** The smallest number of people that is told where it is given out; null where none is kept back. */
  least: z.int().nullable(),
  /** What is given out of it, where small numbers are kept back: whatever a later version would keep back besides. */
  given: z.object({ result: returnResult, answers: z.array(namedAnswer) }).nullable(),
  basis,
});
export type FrozenReturn = z.infer<typeof frozenReturn>;
