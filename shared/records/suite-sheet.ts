import { z } from 'zod';
import { isoDate, isoInstant, recordId, shortText, words } from './common.ts';

/** One row of a sheet as it went out: the concern and the number by which its answer is matched. */
export const sheetRow = z.looseObject({ id: recordId, reference: z.string().max(50) });

/** One file that came back, and what was taken from it: which rows were accepted, and by whom. */
export const sheetReturn = z.looseObject({
  id: recordId,
  at: isoInstant,
  by: recordId,
  file: shortText,
  accepted: z.array(recordId).max(500),
});

/**
 * The monthly sheet for one suite: the concerns the police are asked about, since they have no account. It goes out as
 * a document and comes back filled in; a row that stays empty is silence, and silence is counted.
 */
export const suiteSheet = z.looseObject({
  id: recordId,
  suite: recordId,
  panel: recordId.optional(),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  on: isoDate,
  due: isoDate,
  by: recordId,
  rows: z.array(sheetRow).max(500),
  returns: z.array(sheetReturn).max(100),
  notes: words.optional(),
});
export type SuiteSheet = z.infer<typeof suiteSheet>;
