import { z } from 'zod';
import { recordId, shortText, wholeNumber, words } from '#shared/records/common.ts';

/**
 * When a question or a section shows: every term must hold. `field` is a typed field, a question's id or something
 * worked out (see `scope.ts`); within a detainee it is looked for in the detainee first, then in the visit.
 */
export const condition = z.array(
  z.looseObject({
    field: z.string(),
    is: z.array(z.union([z.string(), z.boolean(), z.number()])).optional(),
    /** Shows where the number is above this, or above the office's delay threshold. */
    above: z.union([z.number(), z.literal('delayThreshold')]).optional(),
    /** Shows where the office's setting of that name is on. */
    setting: z.literal('asksSatisfactory').optional(),
  }),
);
export type Condition = z.infer<typeof condition>;

export const answerKinds = [
  'suite',
  'person',
  'date',
  'time',
  'yesNo',
  'choice',
  'choices',
  'number',
  'text',
  'longText',
  'ladder',
  'minutes',
  'recorded',
] as const;

export const question = z.looseObject({
  /** Stable for ever: answers and measures are known by it. */
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  text: shortText,
  hint: words.optional(),
  kind: z.enum(answerKinds),
  /** The typed field of the report that this fills. Without it the answer goes to `answers` under the question's id. */
  field: z.string().optional(),
  options: z.array(z.looseObject({ value: z.string(), text: z.string() })).optional(),
  /** Whether "don't know", "not asked", "refused" and "not applicable" are offered. */
  nonAnswers: z.boolean().optional(),
  when: condition.optional(),
  /** Must be answered before the report can be made ready; otherwise a blank is only pointed out. */
  must: z.boolean().optional(),
  /** Answers that raise a concern, in which area, and how severe. */
  raises: z
    .looseObject({
      is: z.array(z.union([z.string(), z.boolean()])),
      area: z.string(),
      severity: z.enum(['immediate', 'high', 'routine']).optional(),
    })
    .optional(),
  /**
   * Whom the answer is for. Without it custody may read it; `office`: the office alone, unless the person agrees to
   * sharing it (Code of Practice 2013: no reprisals).
   */
  sharing: z.literal('office').optional(),
  /** In a group that can be closed: shows whether or not the group is open. */
  always: z.boolean().optional(),
  /** Put on the two-page sheet for notes in the suite. */
  onPaper: z.boolean().optional(),
  /** A blank here says nothing: nobody is reminded of it, and no report tells that it was left. */
  optional: z.boolean().optional(),
  retired: z.boolean().optional(),
});
export type Question = z.infer<typeof question>;

/** What a section asks about: the visit as a whole, each item of one of its lists, or a custody record that is checked. */
export const subjects = ['visit', 'detainee', 'matter', 'call', 'check'] as const;
export type Subject = (typeof subjects)[number];

export const section = z.looseObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  title: shortText,
  guidance: words.optional(),
  /** Without it the section is of the visit as a whole. Every section of a record check's form is of the check. */
  of: z.enum(subjects).optional(),
  /**
   * A group that is closed with one answer ("no concerns here") instead of all of its own, and opened with "something
   * to report"; its questions then show, besides those that always do.
   */
  closable: z.boolean().optional(),
  /** Answers may be taken over from the detainee before: the state of cells, never what one person said. */
  copyable: z.boolean().optional(),
  when: condition.optional(),
  questions: z.array(question),
});
export type Section = z.infer<typeof section>;

/** What forms there are. */
export const formsOf = ['visit', 'recordCheck'] as const;

/** The questions of a visit or a record check, as data. The office publishes a new version without a release. */
export const form = z.looseObject({
  id: recordId,
  of: z.enum(formsOf),
  version: wholeNumber,
  title: shortText,
  publishedOn: z.iso.date(),
  sections: z.array(section),
});
export type Form = z.infer<typeof form>;
