import { z } from 'zod';
import { recordId, wholeNumber } from './common.ts';

/** How many people were detained at a suite in a month, as the force says. Never computed from visits. */
export const throughput = z.looseObject({
  id: recordId,
  suite: recordId,
  /** `YYYY-MM` */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** Absent where the force has not supplied it (or a figure was taken out again): not the same as none. */
  total: wholeNumber.optional(),
  under18: wholeNumber.optional(),
  female: wholeNumber.optional(),
});
export type Throughput = z.infer<typeof throughput>;
