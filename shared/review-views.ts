import { z } from 'zod';
import { isoDate, recordId } from './records/common.ts';
import { contact, reviewNote } from './records/contact.ts';
import { letter, reviewLetterKinds } from './records/letter.ts';
import { recommendation, recommendationAnswers, recommendationKinds } from './records/recommendation.ts';
import { review, reviewStates, standings } from './records/review.ts';
import {
  examinationFindings,
  reviewBodies,
  routes,
  validityIds,
  validityResults,
} from './records/review-parts.ts';
import { timings } from './reviews/in-time.ts';
import { doers } from './reviews/next-step.ts';

/** What is to be done next about a review, by whom, by when and why. */
export const reviewStep = z.object({
  words: z.string(),
  who: z.enum(doers),
  by: isoDate.nullable(),
  late: z.boolean(),
  why: z.string(),
  /** The letter by which it is done, where it is done by one. */
  letter: z.enum(reviewLetterKinds).nullable(),
});

/** A last day with what it takes to print and to doubt it. */
export const deadlineView = z.object({
  rule: z.string(),
  start: isoDate,
  due: isoDate.nullable(),
  basis: z.string(),
  explanation: z.string(),
  provisional: z.boolean(),
});

const reviewDeadline = deadlineView.extend({
  clock: z.string(),
  title: z.string(),
  done: isoDate.nullable(),
  late: z.boolean(),
});

/** One row of a list of reviews, with names already looked up. */
export const reviewRow = z.object({
  id: recordId,
  reference: z.string().nullable(),
  received: isoDate,
  route: z.enum(routes).nullable(),
  state: z.enum(reviewStates),
  decision: z.enum(examinationFindings).nullable(),
  applicant: z.string().nullable(),
  complaint: z.string().nullable(),
  caseworker: z.string().nullable(),
  assessor: z.string().nullable(),
  allegations: z.int(),
  next: reviewStep.nullable(),
});
export type ReviewRow = z.infer<typeof reviewRow>;

/**
 * Queues of what is open, and what is not. `mine`: what whoever asks is to do next or looks after; `due`: within seven
 * days; `force`: waiting for the force; `decision`: awaiting whoever decides; `over`: nothing more is owed.
 */
export const reviewShows = ['open', 'mine', 'due', 'late', 'force', 'decision', 'all', 'over'] as const;
export const reviewFilter = z.object({
  show: z.enum(reviewShows).default('open'),
  state: z.enum(reviewStates).optional(),
  route: z.enum(routes).optional(),
  /** Whoever looks after it or has it for examination. */
  person: recordId.optional(),
  applicant: recordId.optional(),
});
export type ReviewFilter = z.output<typeof reviewFilter>;

/** By what a queue can be sorted; without a word what is owed first stands first. */
export const reviewSorts = [
  'due',
  'received',
  'reference',
  'applicant',
  'route',
  'state',
  'caseworker',
  'assessor',
] as const;
export type ReviewSort = (typeof reviewSorts)[number];

export const recommendationView = z.object({
  recommendation,
  answer: z.enum(recommendationAnswers).nullable(),
  deadline: deadlineView.extend({ done: isoDate.nullable() }).nullable(),
  late: z.boolean(),
});

/** A line of the register of recommendations. */
export const recommendationRow = z.object({
  id: recordId,
  review: recordId,
  reference: z.string().nullable(),
  kind: z.enum(recommendationKinds),
  words: z.string(),
  madeOn: isoDate,
  due: isoDate.nullable(),
  answer: z.enum(recommendationAnswers).nullable(),
  late: z.boolean(),
  reasons: z.string().nullable(),
  /** What changed because of it, and when that was evidenced: the last of it. */
  changed: z.object({ words: z.string(), on: isoDate }).nullable(),
});

export const happenedView = z.object({
  on: isoDate,
  by: z.string().nullable(),
  what: z.string(),
  words: z.string().nullable(),
});

/** Everything that is to be seen of a review, with what follows from it. */
export const reviewView = z.object({
  review,
  state: z.enum(reviewStates),
  standing: z.enum(standings),
  next: reviewStep.nullable(),
  body: z.object({
    body: z.enum(reviewBodies).nullable(),
    derived: z.enum(reviewBodies).nullable(),
    reasons: z.array(z.string()),
    unanswered: z.array(z.string()),
  }),
  inTime: z.object({
    timing: z.enum(timings),
    madeOn: isoDate,
    deadline: deadlineView.nullable(),
    reasons: z.string().nullable(),
  }),
  validity: z.object({
    overall: z.enum(['valid', 'invalid', 'open']),
    checks: z.array(
      z.object({
        id: z.enum(validityIds),
        title: z.string(),
        basis: z.string(),
        waivable: z.boolean(),
        note: z.string().nullable(),
        result: z.enum([...validityResults, 'open']),
        reason: z.string().nullable(),
        missing: z.string().nullable(),
      }),
    ),
  }),
  deadlines: z.array(reviewDeadline),
  /** Null where there is none, or whoever asks may not have it: an assessor knows nobody's address. */
  applicant: contact.nullable(),
  representative: contact.nullable(),
  notes: z.array(reviewNote),
  recommendations: z.array(recommendationView),
  /** What was written about it, the newest first; null for whoever may not have letters. */
  letters: z
    .array(letter.pick({ id: true, of: true, to: true, subject: true, on: true, due: true }).strip())
    .nullable(),
  history: z.array(happenedView),
  names: z.record(z.string(), z.string()),
  /** What whoever asks may do about it now, as far as their role goes. */
  may: z.object({
    write: z.boolean(),
    draft: z.boolean(),
    find: z.boolean(),
    examine: z.boolean(),
    decide: z.boolean(),
  }),
});

/** How much somebody has in hand. */
export const workload = z.object({
  person: recordId.nullable(),
  name: z.string(),
  looksAfter: z.int(),
  examines: z.int(),
  due: z.int(),
  late: z.int(),
});
