import { z } from 'zod';
import { derivedId } from '#shared/ids.ts';
import { returnKinds } from '#shared/views.ts';
import { isoDate, lifeEvent, recordId, shortText, words } from './common.ts';
import { attachedFile } from './file.ts';
import { returnKey } from './named-return.ts';

/** Why something that a check found was left as it is. It stands for exactly that finding, and is printed. */
export const checkAnswer = z.looseObject({
  id: recordId,
  check: shortText,
  /** What was found when it was answered, word for word. */
  found: words,
  reason: words,
  by: recordId,
  on: isoDate,
});
export type CheckAnswer = z.infer<typeof checkAnswer>;

/**
 * A move of a return. Checking names what was checked, so that nothing else is signed; signing off names the file with
 * everything that was signed; publishing says where it was given out.
 */
export const returnEvent = lifeEvent.extend({
  /** SHA-256 of figures, words and answers as they were looked at. */
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Of a sign-off: the attached file, its number (0, then 1 for the first revision), and as what they sign. */
  file: recordId.optional(),
  number: z.int().min(0).max(999).optional(),
  as: shortText.optional(),
  /** Of a publication: the day, and where or to whom it went. */
  on: isoDate.optional(),
  where: words.optional(),
});
export type ReturnEvent = z.infer<typeof returnEvent>;

/** A return of one period on its way from a draft to what was published, and to each of its revisions. */
export const periodReturn = z.looseObject({
  id: recordId,
  /** Which return, by its key, and of what kind it is. */
  of: returnKey,
  return: z.enum(returnKinds),
  /** The period as it is asked for, such as `2025-26Q4`, and its days. */
  period: shortText,
  from: isoDate,
  to: isoDate,
  /** Who prepares it, where somebody else does than usually. */
  prepares: recordId.optional(),
  answers: z.array(checkAnswer).max(2_000),
  events: z.array(returnEvent).max(500),
  /** What was signed, one file for each sign-off (`shared/returns/frozen.ts`). */
  files: z.array(attachedFile).max(200),
});
export type PeriodReturn = z.infer<typeof periodReturn>;

/** What was signed off is given out, or taken up again with the reason that is printed in its revision. */
export const returnMoves = {
  draft: ['checked'],
  checked: ['draft', 'signed'],
  signed: ['published', 'draft'],
  published: ['draft'],
} as const satisfies Record<string, readonly string[]>;
export type ReturnState = keyof typeof returnMoves;
export const returnStates = Object.keys(returnMoves) as [ReturnState, ...ReturnState[]];
export const returnState = ({ events }: Pick<PeriodReturn, 'events'>): ReturnState =>
  (events.at(-1)?.to ?? 'draft') as ReturnState;

/** The sign-offs there were, the first one first: each is an issue of the return. */
export const issuesOf = ({ events }: Pick<PeriodReturn, 'events'>): ReturnEvent[] =>
  events.filter(({ to }) => to === 'signed');

/** One return of each name and period: whoever begins it on two laptops begins the same. */
export const periodReturnId = (office: string, of: string, from: string, to: string): string =>
  derivedId(office, 'periodReturn', `${of} ${from}..${to}`);
