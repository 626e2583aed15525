import { z } from 'zod';
import { clockTime, isoDate, isoInstant, recordId } from './records/common.ts';
import { methods, outcomes, purposes, visitStates } from './records/visit.ts';

/** One row of the list of visits: what stands on screen, with names already looked up. */
export const visitRow = z.object({
  id: recordId,
  reference: z.string().nullable(),
  date: isoDate.nullable(),
  arrived: clockTime.nullable(),
  suite: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  method: z.enum(methods).nullable(),
  purpose: z.enum(purposes).nullable(),
  visitors: z.string(),
  held: z.int().nullable(),
  offered: z.int().nullable(),
  accepted: z.int().nullable(),
  delay: z.int().nullable(),
  unexplained: z.int().nullable(),
  state: z.enum(visitStates),
  corrections: z.int(),
  /** What it raised that cannot wait: something immediate or alleged, a reprisal. */
  urgent: z.enum(['immediate', 'reprisal']).nullable(),
});
export type VisitRow = z.infer<typeof visitRow>;

export const visitShows = [
  'all',
  'unfinished',
  'received',
  'unread',
  'queried',
  'answered',
  'accepted',
  'undeclared',
  'practice',
  'discarded',
] as const;
export const visitSorts = ['date', 'reference', 'held', 'delay'] as const;
export const visitFilter = z.object({
  suite: recordId.optional(),
  panel: recordId.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  outcome: z.enum(outcomes).optional(),
  method: z.enum(methods).optional(),
  /**
   * `unfinished`: drafts; `received`: with the office; `all`: both. `discarded`: drafts that were put aside. Of what
   * the office has: `unread`, `queried`, `answered`, `accepted`; `undeclared` lacks a declaration that it is owed.
   */
  show: z.enum(visitShows).default('all'),
});
export type VisitFilter = z.input<typeof visitFilter>;

export const visitListing = z.object({
  filter: visitFilter.default({ show: 'all' }),
  sort: z.enum(visitSorts).default('date'),
  descending: z.boolean().default(true),
  /** The opaque place after which to go on, from the page before. */
  after: z.string().max(400).optional(),
  limit: z.int().min(1).max(200).default(50),
});

/** What became of a report, for those who made it. */
export const visitNews = z.object({
  id: recordId,
  reference: z.string().nullable(),
  date: isoDate.nullable(),
  suite: z.string().nullable(),
  state: z.enum(visitStates),
  /** When it came to that state, who moved it, and what they wrote: a query, an answer, thanks. */
  at: isoInstant,
  by: z.string(),
  words: z.string().nullable(),
  /** Whether this person still owes the report their declaration. */
  owesDeclaration: z.boolean(),
});
export type VisitNews = z.infer<typeof visitNews>;
