import { z } from 'zod';
import { minutesBetween } from '#shared/times.ts';
import {
  clockTime,
  imported,
  isoDate,
  isoInstant,
  lifeEvent,
  recordId,
  shortText,
  wholeNumber,
  words,
} from './common.ts';
import { ladder, splitKeys } from './ladder.ts';

export const methods = ['in-person', 'telephone', 'video'] as const;
export const purposes = ['routine', 'extended observation', 'follow-up', 'training', 'TACT'] as const;
export const outcomes = ['completed', 'abandoned', 'refused', 'closed'] as const;
export const introductions = ['by visitors', 'by staff', 'mixed'] as const;
export const busyness = ['quiet', 'normal', 'busy', 'very busy'] as const;

/** Answers that are not a value but are answers: a blank alone means unfinished. */
export const nonAnswers = ["don't know", 'not asked', 'refused', 'not applicable'] as const;

/** An answer to a question of the form that is not one of the typed fields. */
export const answer = z.union([
  z.looseObject({ value: z.union([z.boolean(), z.number(), words, z.array(z.string().max(200)).max(100)]) }),
  z.looseObject({ not: z.enum(nonAnswers) }),
]);
export type Answer = z.infer<typeof answer>;

/** One changed place in a correction: what stood there and what stands there now (absent: blank). */
export const correctedValue = z.looseObject({
  path: z.array(z.string()),
  was: z.json().optional(),
  now: z.json().optional(),
});

/** A correction of submitted work: it lies inside the document, and the office numbers it when it accepts it. */
export const correction = z.looseObject({
  id: recordId,
  number: wholeNumber.optional(),
  by: recordId,
  at: isoInstant,
  reason: words,
  changes: z.array(correctedValue),
});
export type Correction = z.infer<typeof correction>;

/** The counts of a whole visit, the same split by age group and sex, and the reasons why people were not seen. */
export const visitCounts = z.looseObject({
  total: ladder.optional(),
  splits: z.partialRecord(z.enum(splitKeys), ladder).optional(),
  notAvailableReasons: z.record(z.string().max(100), wholeNumber).optional(),
  notOfferedReasons: z.record(z.string().max(100), wholeNumber).optional(),
});

/** A report of one visit to one suite. Everything that is not yet answered is absent, and saving never fails for that. */
export const visit = z.looseObject({
  id: recordId,
  /** The form and the version of it that this report was begun with, and keeps. */
  form: z.looseObject({ id: recordId, version: wholeNumber }),
  events: z.array(lifeEvent),
  corrections: z.array(correction),
  /** The office's own number, given when it receives the report. */
  reference: z.string().optional(),
  imported: imported.optional(),

  suite: recordId.optional(),
  /** The suite's panel on the day the report was begun: a suite may move. */
  panel: recordId.optional(),
  date: isoDate.optional(),
  method: z.enum(methods).optional(),
  purpose: z.enum(purposes).optional(),
  visitor1: recordId.optional(),
  visitor2: recordId.optional(),
  trainee: recordId.optional(),
  /** Why one visitor went alone, where the method asks for two. */
  aloneReason: words.optional(),
  arrived: clockTime.optional(),
  admitted: clockTime.optional(),
  left: clockTime.optional(),
  delayReason: words.optional(),
  delayAuthoriser: shortText.optional(),
  outcome: z.enum(outcomes).optional(),
  sergeant: words.optional(),
  escort: words.optional(),
  briefing: words.optional(),
  introduced: z.enum(introductions).optional(),
  busy: z.enum(busyness).optional(),
  /** Minutes of volunteer time, both visitors together, travel included. */
  volunteerMinutes: wholeNumber.optional(),

  counts: visitCounts,
  answers: z.record(z.string().max(100), answer),

  comments: words.optional(),
  praise: z.boolean().optional(),
  praiseWords: words.optional(),
  /** Concerns to be reported under the Optional Protocol to the Convention against Torture. */
  opcatConcerns: wholeNumber.optional(),
  satisfactory: z.boolean().optional(),
});
export type Visit = z.infer<typeof visit>;

/**
 * The life of a report. `discarded` is a draft put aside by its author: kept and restorable, in no list and no
 * figure. `received` is the office's own move.
 */
export const visitMoves = {
  draft: ['ready', 'discarded'],
  discarded: ['draft'],
  ready: ['draft', 'received'],
  received: [],
} as const satisfies Record<string, readonly string[]>;
export type VisitState = keyof typeof visitMoves;

/** Where a report stands: what its last event says. */
export const visitState = (v: Pick<Visit, 'events'>): VisitState =>
  (v.events.at(-1)?.to ?? 'draft') as VisitState;

/** Minutes from arrival at the station to admission to custody; null where one of them is not known. */
export const delayMinutes = (v: Pick<Visit, 'arrived' | 'admitted'>): number | null =>
  v.arrived && v.admitted ? minutesBetween(v.arrived, v.admitted) : null;

/** Minutes from arrival at the station to leaving; null where one of them is not known. */
export const visitMinutes = (v: Pick<Visit, 'arrived' | 'left'>): number | null =>
  v.arrived && v.left ? minutesBetween(v.arrived, v.left) : null;
