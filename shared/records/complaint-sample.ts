import { z } from 'zod';
import { isoDate, recordId, shortText, wholeNumber, words } from './common.ts';

/** What was found of one question about a closed complaint. */
export const sampleAnswers = ['yes', 'partly', 'no', 'not applicable'] as const;

/**
 * A closed complaint of the force that was looked at to see how it had been handled, as an ethics committee does. It
 * names nobody: the force's own reference is all that leads to the complaint.
 */
export const complaintSample = z.looseObject({
  id: recordId,
  /** The force's reference of the complaint. */
  reference: shortText,
  on: isoDate,
  by: recordId,
  /** As the office's table of categories has it. */
  category: shortText.optional(),
  closed: isoDate.optional(),
  /** The questions as they stood when it was looked at, each with its answer. */
  answers: z
    .array(
      z.looseObject({
        id: recordId,
        question: z.string().trim().min(1).max(500),
        answer: z.enum(sampleAnswers).optional(),
        words: words.optional(),
      }),
    )
    .max(100),
  findings: words.optional(),
  /** What the force was told, and what it said to that. */
  feedback: words.optional(),
});
export type ComplaintSample = z.infer<typeof complaintSample>;

/**
 * What the force says of the complaints of a quarter, typed in: reviews are told as a share of the complaints that
 * were finalised under Schedule 3. Absent is not supplied, which is not none.
 */
export const scheduleTotals = z.looseObject({
  id: recordId,
  /** The first and the last day of the quarter. */
  from: isoDate,
  to: isoDate,
  /** Complaints logged, within Schedule 3 and outside it. */
  logged: wholeNumber.optional(),
  loggedInSchedule: wholeNumber.optional(),
  finalised: wholeNumber.optional(),
  finalisedInSchedule: wholeNumber.optional(),
  /** Of those finalised under Schedule 3, by the route to a review. */
  byInvestigation: wholeNumber.optional(),
  otherwise: wholeNumber.optional(),
});
export type ScheduleTotals = z.infer<typeof scheduleTotals>;

/** The figures of a quarter that the force supplies, in the order in which they are asked for. */
export const scheduleFigures = [
  'logged',
  'loggedInSchedule',
  'finalised',
  'finalisedInSchedule',
  'byInvestigation',
  'otherwise',
] as const satisfies (keyof ScheduleTotals)[];
