import { z } from 'zod';
import { isoInstant, recordId } from './common.ts';

/**
 * Who holds the pen of a draft report that both visitors and the office know of: all that the office sees of it. No
 * day and no time, only the week. The pen is a claim: it goes to the first, and moves by hand-over or, where a laptop
 * is lost, by the office. What a former holder writes afterwards stands as a conflict.
 */
export const pen = z.looseObject({
  /** Derived from the report's id, so that there is one pen for one report. */
  id: recordId,
  visit: recordId,
  suite: recordId.optional(),
  panel: recordId.optional(),
  /** The Monday of the week of the visit, `YYYY-MM-DD`. */
  week: z.iso.date().optional(),
  visitors: z.array(recordId).max(10),
  /** Who writes, on which device, and since when; `handed` says who moved it there, where that was somebody else. */
  holder: z.looseObject({
    person: recordId,
    device: recordId,
    since: isoInstant,
    handed: recordId.optional(),
  }),
  /** The report has been sent or put aside: nobody waits for this draft any more. */
  done: z.boolean().optional(),
});
export type Pen = z.infer<typeof pen>;
