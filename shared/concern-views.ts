import { z } from 'zod';
import { isoDate, isoInstant, recordId } from './records/common.ts';
import { concernAreas, concernSources, concernStates, severities } from './records/concern.ts';

/** One row of the list of concerns: what stands on screen, with names already looked up. */
export const concernRow = z.object({
  id: recordId,
  reference: z.string().nullable(),
  raisedOn: isoDate,
  suite: z.string().nullable(),
  panel: z.string().nullable(),
  area: z.enum(concernAreas),
  topic: z.string().nullable(),
  severity: z.enum(severities),
  source: z.enum(concernSources),
  state: z.enum(concernStates),
  /** The day by which the police owe an answer, where one is awaited, and whether it has passed. */
  due: isoDate.nullable(),
  late: z.boolean(),
  told: z.int(),
  movedAt: isoInstant.nullable(),
  /** What was raised, as it was said; long words are cut. */
  matter: z.string(),
});
export type ConcernRow = z.infer<typeof concernRow>;

/** `urgent`: open, and immediate or alleged; `late`: the police owe an answer and its day has passed; `reprisal`: somebody is said to have paid for speaking. */
export const concernShows = ['open', 'all', 'urgent', 'late', 'reprisal', ...concernStates] as const;
export const concernSorts = ['date', 'reference', 'due', 'severity'] as const;

export const concernFilter = z.object({
  show: z.enum(concernShows).default('open'),
  suite: recordId.optional(),
  panel: recordId.optional(),
  area: z.enum(concernAreas).optional(),
  severity: z.enum(severities).optional(),
  source: z.enum(concernSources).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** The visit, record check or recommendation that raised it. */
  record: recordId.optional(),
});
export type ConcernFilter = z.input<typeof concernFilter>;

export const concernListing = z.object({
  filter: concernFilter.default({ show: 'open' }),
  sort: z.enum(concernSorts).default('date'),
  descending: z.boolean().default(true),
  /** The opaque place after which to go on, from the page before. */
  after: z.string().max(400).optional(),
  limit: z.int().min(1).max(200).default(50),
});

/** What is to be done next about a concern, in words, and by when where a day is set. */
export const nextStep = z.object({ words: z.string(), by: isoDate.nullable(), late: z.boolean() });

/** An urgent matter: open, and immediate or alleged. Who was told of it when, or nobody yet. */
export const immediateConcern = concernRow.pick({
  id: true,
  reference: true,
  raisedOn: true,
  suite: true,
  area: true,
  severity: true,
  state: true,
  matter: true,
});
export type ImmediateConcern = z.infer<typeof immediateConcern>;

/** What became of a concern, for those who raised it. */
export const concernNews = concernRow
  .pick({ id: true, reference: true, raisedOn: true, suite: true, state: true, matter: true })
  .extend({
    /** When it last moved or was answered, and what was said: an answer, what a pair found, why it ended. */
    at: isoDate,
    words: z.string().nullable(),
  });
export type ConcernNews = z.infer<typeof concernNews>;
