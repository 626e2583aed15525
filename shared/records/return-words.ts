import { z } from 'zod';
import { returnKinds } from '#shared/views.ts';
import { isoDate, recordId, shortText, words } from './common.ts';

/** What a return may link to: pages of the web alone. */
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .regex(/^https?:\/\/\S+$/);

/** What the office writes itself in a return of a period: sections by their names, and pages it links to. */
export const returnWords = z.looseObject({
  id: recordId,
  /** The return, by its key, and of what kind it is: where that is not said its key is its kind. */
  of: z.string().min(1).max(50),
  return: z.enum(returnKinds).optional(),
  from: isoDate,
  to: isoDate,
  sections: z.record(z.string().min(1).max(50), words),
  links: z.array(z.looseObject({ id: recordId, title: shortText, address: webAddress })).max(50),
});
export type ReturnWords = z.infer<typeof returnWords>;

/** Whether these are words of a return on custody visits. */
export const tellsOfVisits = (w: Pick<ReturnWords, 'of' | 'return'>): boolean => (w.return ?? w.of) === 'icv';
