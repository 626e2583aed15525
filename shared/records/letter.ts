import { z } from 'zod';
import { isoDate, isoInstant, recordId, shortText, words } from './common.ts';

/**
 * What a letter is for; each has merge fields of its own. A letter of a concern escalates it, a reminder asks again for
 * an answer that is late, and a monthly sheet has cover words.
 */
const policeKinds = ['concern', 'reminder', 'suiteSheet'] as const;
/**
 * Mails to volunteers, which nothing is kept of: their places of the rota, a report that has not come, somebody looked
 * for to go, and thanks for a report, or for a concern that led to something.
 */
export const mailKinds = ['rotaReminder', 'lateReport', 'cover', 'thanksReport', 'thanksConcern'] as const;
export type MailKind = (typeof mailKinds)[number];

export const letterKinds = [...policeKinds, ...mailKinds] as const;
export type LetterKind = (typeof letterKinds)[number];

/**
 * The words of a kind of letter, which the office edits: plain text with blank lines between paragraphs and merge
 * fields such as `{{reference}}`.
 */
export const template = z.looseObject({
  id: recordId,
  of: z.enum(letterKinds),
  name: shortText,
  subject: shortText,
  body: words,
  retired: z.boolean().optional(),
});
export type Template = z.infer<typeof template>;

/** A letter as it was written: its words are kept, whatever becomes of the template. It names no detainee. */
export const letter = z.looseObject({
  id: recordId,
  about: z.array(z.looseObject({ type: z.enum(['concern', 'suiteSheet']), id: recordId })).max(200),
  panel: recordId.optional(),
  template: recordId.optional(),
  to: shortText,
  subject: shortText,
  body: words,
  on: isoDate,
  due: isoDate.optional(),
  by: recordId,
  at: isoInstant,
});
export type Letter = z.infer<typeof letter>;
