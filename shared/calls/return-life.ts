import { z } from 'zod';
import { isoDate, isoInstant, recordId, shortText, words } from '#shared/records/common.ts';
import { namedReturn, returnDefinition, returnKey } from '#shared/records/named-return.ts';
import { checkAnswer, returnStates } from '#shared/records/period-return.ts';
import { returnWords } from '#shared/records/return-words.ts';
import { recordTypes } from '#shared/records/types.ts';
import { frozenReturn } from '#shared/returns/frozen.ts';
import { anyDimensions, figureRecord, returnResult } from '#shared/views.ts';
import { type Call, caseworkers, coordinator, madeFile, saved } from './call.ts';
import { returnFormats } from './returns.ts';

const makers = [...coordinator, ...caseworkers] as const;
const of = ['namedReturn', 'periodReturn', 'returnWords', 'setting', 'person'] as const;

/** Which return, by its key, and its period as `periods.ts` reads it. */
const ofPeriod = z.object({ key: returnKey, period: z.string().max(50) });
const issueOf = ofPeriod.extend({ number: z.int().min(0).max(999) });

/** A return as the office keeps it; `own` where the office changed it or made it. */
const known = namedReturn.extend({ own: z.boolean() });

/** A return that is due, or was: where it stands and who prepares it. */
const scheduled = z.object({
  key: returnKey,
  name: z.string(),
  of: namedReturn.shape.of,
  period: z.object({ id: z.string(), label: z.string(), from: isoDate, to: isoDate }),
  state: z.enum(returnStates),
  due: isoDate.nullable(),
  /** Days until it is due: below nought it is late. Null where it has no day or was published. */
  left: z.int().nullable(),
  prepares: z.object({ id: recordId, name: z.string() }).nullable(),
  mine: z.boolean(),
  /** How many issues there are. */
  issues: z.int(),
});
export type ScheduledReturn = z.infer<typeof scheduled>;

/** What one issue was and became; `file` says whether what was signed is on this laptop, as it was signed. */
const issue = z.object({
  number: z.int(),
  why: z.string().nullable(),
  signed: z.object({ by: recordId, name: z.string(), as: z.string(), at: isoInstant }),
  published: z.object({ on: isoDate, where: z.string(), name: z.string() }).nullable(),
  file: z.enum(['here', 'awaited', 'damaged']),
});

/** What a check found, and the reason that was given for exactly that. */
const answered = z.object({
  check: z.string(),
  found: z.string(),
  answer: checkAnswer.extend({ name: z.string() }).nullable(),
});

/** A return as it is being prepared, and what was signed of it before. */
export const returnInWork = z.object({
  definition: known,
  period: scheduled.shape.period,
  state: z.enum(returnStates),
  /** Whether figures, words or answers are others than those that were checked. */
  movedSinceChecked: z.boolean(),
  /** The figures as they stand now. */
  result: returnResult,
  words: returnWords.pick({ sections: true, links: true }).strip(),
  /** What in the office's own words looks as if it named somebody. */
  doubts: z.array(z.string()),
  /** Of each check that does not hold. */
  answers: z.array(answered),
  prepares: scheduled.shape.prepares,
  due: isoDate.nullable(),
  issues: z.array(issue),
  /** Why it was taken up again after the last of them; null for the first. */
  why: z.string().nullable(),
  /** The smallest number of people that is told where it is given out; null where none is kept back. */
  least: z.int().nullable(),
  /** Whether the figures of the last issue are others by now. */
  differs: z.boolean(),
});
export type ReturnInWork = z.infer<typeof returnInWork>;

const recordNamed = figureRecord.pick({ type: true, id: true, title: true, date: true });
const said = z.object({ display: z.string(), value: z.number().nullable() });

/** A figure of one part, or of one month, that is another than it was signed. */
const movedPart = z.object({
  by: z.enum([...anyDimensions, 'month']),
  key: z.string(),
  measure: z.string(),
  title: z.string(),
  was: said,
  now: said,
  change: z.string(),
});

/** A figure that is another than it was signed, and the records that make the difference. */
const moved = z.object({
  measure: z.string(),
  title: z.string(),
  was: said,
  now: said,
  /** By how much, in its own unit; a share in percentage points. */
  by: z.string(),
  /** What the figure was and is defined as, where that is no longer the same; `now` is null where it is told no more. */
  redefined: z.object({ was: z.string(), now: z.string().nullable() }).nullable(),
  /** The first hundred, `count` in all. `was` is null for a record that is new to the figure, `now` for one that left it. */
  records: z.array(
    recordNamed.extend({
      was: z.object({ value: z.number().nullable(), of: z.number().nullable() }).nullable(),
      now: z.object({ value: z.number().nullable(), of: z.number().nullable() }).nullable(),
    }),
  ),
  count: z.int(),
});

/** The life of the office's returns: what they are, what is due, how each is checked, signed off, published, revised. */
export const returnLifeCalls = {
  'returns.named': {
    input: z.object({}),
    output: z.array(known),
    errors: [],
    may: makers,
    where: 'read',
    of: ['namedReturn'],
  },
  /** Makes a return of the office's own, or changes one; one that comes with the product is changed for this office. */
  'returns.define': {
    input: returnDefinition,
    output: saved,
    errors: ['movedOn'],
    may: makers,
    where: 'write',
  },
  /** What is due and what was, for the periods that ended; those over a range stand there once somebody began them. */
  'returns.schedule': {
    input: z.object({ show: z.enum(['due', 'all']).default('due') }),
    output: z.array(scheduled),
    errors: [],
    may: makers,
    where: 'read',
    of: [...of, 'visit', 'review', 'caseFile'],
  },
  'returns.prepare': {
    input: ofPeriod,
    output: returnInWork,
    errors: ['badPeriod', 'otherPeriod', 'figuresWait', 'notFound'],
    may: makers,
    where: 'read',
    of: [...recordTypes],
  },
  'returns.assign': {
    input: ofPeriod.extend({ prepares: recordId.nullable() }),
    output: saved,
    errors: ['badPeriod', 'otherPeriod', 'notFound'],
    may: makers,
    where: 'write',
  },
  /** The words and links of a period, as a whole: they are one text. */
  'returns.write': {
    input: ofPeriod.extend({ words: returnWords.pick({ sections: true, links: true }).strip() }),
    output: saved,
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'movedOn'],
    may: makers,
    where: 'write',
  },
  /** Why what a check found stays as it is. */
  'returns.answer': {
    input: ofPeriod.extend({ id: recordId, check: shortText, found: words, reason: words }),
    output: saved,
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'movedOn', 'figuresWait', 'noReason'],
    may: makers,
    where: 'write',
  },
  /** Says that it was checked: refused while a check has neither come right nor been answered. */
  'returns.check': {
    input: ofPeriod.extend({ id: recordId }),
    output: saved,
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'movedOn', 'figuresWait', 'checksOpen'],
    may: makers,
    where: 'write',
  },
  /** Signs off what was checked, and keeps it whole. */
  'returns.sign': {
    input: ofPeriod.extend({ id: recordId, as: shortText }),
    output: saved,
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'movedOn', 'figuresWait', 'fileTooLarge'],
    may: makers,
    where: 'write',
  },
  'returns.publish': {
    input: ofPeriod.extend({ id: recordId, on: isoDate, where: words }),
    output: saved,
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'movedOn', 'futureDay'],
    may: makers,
    where: 'write',
  },
  /** Takes it up again: what was checked without a word, what was signed or published with the reason of the revision. */
  'returns.reopen': {
    input: ofPeriod.extend({ id: recordId, why: words }),
    output: saved,
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'movedOn', 'noReason'],
    may: makers,
    where: 'write',
  },
  /** What was signed off. */
  'returns.issue': {
    input: issueOf,
    output: z.object({ frozen: frozenReturn.omit({ basis: true }), issue }),
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'fileNotHere', 'fileDamaged'],
    may: makers,
    where: 'read',
    of,
  },
  /** What would be told otherwise today than it was signed, down to the records. */
  'returns.differences': {
    input: issueOf,
    output: z.object({
      figures: z.array(moved),
      parts: z.array(movedPart),
      /** Titles of the tables that are others by now. */
      tables: z.array(z.string()),
      /** The records behind any figure that came, went or were changed since: the first hundred, `count` in all. */
      touched: z.object({ records: z.array(recordNamed), count: z.int() }),
      asOf: isoDate,
    }),
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'fileNotHere', 'fileDamaged', 'figuresWait'],
    may: makers,
    where: 'read',
    of: [...recordTypes],
  },
  /** An issue as it leaves the office; without a number the draft, marked as one. */
  'returns.issueFile': {
    input: ofPeriod.extend({ number: z.int().min(0).max(999).optional(), as: z.enum(returnFormats) }),
    output: madeFile,
    errors: ['badPeriod', 'otherPeriod', 'notFound', 'fileNotHere', 'fileDamaged', 'figuresWait'],
    may: makers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
