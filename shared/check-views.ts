import { z } from 'zod';
import { isoDate, recordId } from './records/common.ts';
import { checkStates, cohorts, recordedAnswers, sample } from './records/record-check.ts';

/** Which record checks a list shows. */
export const checkFilter = z.object({
  show: z.enum(['standing', 'draft', 'done', 'discarded']).default('standing'),
  suite: recordId.optional(),
  cohort: z.enum(cohorts).optional(),
  sample: recordId.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Those that are done and answer a question so: what stands behind a share. */
  answered: z.object({ question: z.string().max(100), answer: z.enum(recordedAnswers) }).optional(),
});
export type CheckFilter = z.output<typeof checkFilter>;

export const checkRow = z.object({
  id: recordId,
  reference: z.string().nullable(),
  date: isoDate.nullable(),
  suite: z.string().nullable(),
  cohort: z.enum(cohorts).nullable(),
  custodyNumber: z.string().nullable(),
  checker: z.string().nullable(),
  state: z.enum(checkStates),
});
export type CheckRow = z.infer<typeof checkRow>;

/** A sample as lists show it: how many of its numbers have a check that is done. */
export const sampleRow = sample
  .pick({ id: true, cohort: true, from: true, to: true, listed: true, at: true })
  .extend({ suite: z.string().nullable(), drawn: z.int(), done: z.int() });
export type SampleRow = z.infer<typeof sampleRow>;

/** How one question was answered over all checks that are done. */
export const answersOfQuestion = z.object({
  question: z.string(),
  yes: z.int(),
  no: z.int(),
  notRecorded: z.int(),
  notApplicable: z.int(),
});
export type AnswersOfQuestion = z.infer<typeof answersOfQuestion>;
