import { z } from 'zod';
import { answer } from './answer.ts';
import {
  clockTime,
  isoDate,
  isoInstant,
  lifeEvent,
  recordId,
  shortText,
  wholeNumber,
  words,
} from './common.ts';
import { correction } from './visit.ts';

/** Whose records are read: chiefly children, women, and people in poor mental health. */
export const cohorts = [
  'children',
  'women',
  'mental health',
  'detained over 24 hours',
  'strip search',
  'all',
  'other',
] as const;
export type Cohort = (typeof cohorts)[number];

/** Why this one record was read. */
export const checkReasons = ['sample', 'dip sample', 'could not be seen', 'concern', 'other'] as const;

/** Dip samples are the coordinator's own: nobody else makes a check one, or one of something else. */
export const isDipSample = ({ reason }: { reason?: string | undefined } = {}): boolean =>
  reason === 'dip sample';

/** How every question about a custody record is answered: what it does not say is an answer, and no "no". */
export const recordedAnswers = ['yes', 'no', 'not recorded', 'not applicable'] as const;
export type RecordedAnswer = (typeof recordedAnswers)[number];

/** The steps of a custody record's time line. */
export const timelineSteps = [
  'detained',
  'authorised',
  'rights given',
  'someone informed',
  'solicitor asked for',
  'solicitor contacted',
  'solicitor arrived',
  'appropriate adult needed',
  'appropriate adult called',
  'appropriate adult arrived',
  'healthcare asked for',
  'healthcare seen',
  'review due',
  'review done',
  'review told',
  'observation level',
  'check',
  'meal',
  'exercise',
  'shower',
  'force',
  'search',
  'charge',
  'bed asked for',
  'bed answered',
  'released',
] as const;
export type TimelineStep = (typeof timelineSteps)[number];

/**
 * A moment as a custody record has it: local time of day, on a day. In the hour that the clocks go back through twice,
 * `again` says which of the two is meant, where the record does: true after they went back.
 */
export const moment = z.looseObject({
  on: isoDate.optional(),
  at: clockTime.optional(),
  again: z.boolean().optional(),
});
export type Moment = z.infer<typeof moment>;

/** The levels of observation of the College of Policing (APP Detention and custody, Levels of observation). */
export const observationLevels = ['1', '2', '3', '4'] as const;

/** One line of the time line: when a thing was done, and when it was entered in the record. */
export const timelineEntry = z.looseObject({
  id: recordId,
  order: z.string().max(100).optional(),
  step: z.enum(timelineSteps).optional(),
  /** Of an observation level: which one was set. */
  level: z.enum(observationLevels).optional(),
  done: moment.optional(),
  entered: moment.optional(),
  /** The custody record says nothing of it. */
  notRecorded: z.boolean().optional(),
  words: words.optional(),
  removed: isoInstant.optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** The entries of a time line that were not put aside. */
export const entriesOf = ({ entries }: { entries: readonly TimelineEntry[] }): TimelineEntry[] =>
  entries.filter(({ removed }) => removed === undefined);

/** One custody record, complete and redacted, read afterwards. It names nobody: only the custody number. */
export const recordCheck = z.looseObject({
  id: recordId,
  form: z.looseObject({ id: recordId, version: wholeNumber }),
  events: z.array(lifeEvent),
  corrections: z.array(correction),
  reference: z.string().optional(),
  suite: recordId.optional(),
  panel: recordId.optional(),
  custodyNumber: z.string().max(50).optional(),
  cohort: z.enum(cohorts).optional(),
  reason: z.enum(checkReasons).optional(),
  sample: recordId.optional(),
  visit: recordId.optional(),
  checkedOn: isoDate.optional(),
  checker: recordId.optional(),
  entries: z.array(timelineEntry).max(1_000),
  answers: z.record(z.string().max(100), answer),
  comments: z.record(z.string().max(100), words).optional(),
  summary: words.optional(),
});
export type RecordCheck = z.infer<typeof recordCheck>;

/** The life of a record check: done is what the office counts; after that only numbered corrections. */
export const checkMoves = {
  draft: ['done', 'discarded'],
  discarded: ['draft'],
  done: [],
} as const satisfies Record<string, readonly string[]>;
export type CheckState = keyof typeof checkMoves;
export const checkStates = Object.keys(checkMoves) as [CheckState, ...CheckState[]];
export const checkState = (c: Pick<RecordCheck, 'events'>): CheckState =>
  (c.events.at(-1)?.to ?? 'draft') as CheckState;

/**
 * A random sample of custody records of a cohort and period: how many there were, how many were drawn and with which
 * seed, so that anybody can draw it again. Of the list only the drawn numbers are kept.
 */
export const sample = z.looseObject({
  id: recordId,
  cohort: z.enum(cohorts),
  from: isoDate,
  to: isoDate,
  suite: recordId.optional(),
  panel: recordId.optional(),
  listed: wholeNumber,
  seed: shortText,
  drawn: z.array(z.string().max(50)).max(1_000),
  by: recordId,
  at: isoInstant,
  notes: words.optional(),
});
export type Sample = z.infer<typeof sample>;
