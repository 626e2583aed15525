import { z } from 'zod';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { reviewNote } from '#shared/records/contact.ts';
import { review, reviewStates } from '#shared/records/review.ts';
import {
  assignment,
  decision,
  declaration,
  draft,
  ending,
  learning,
  noticeTo,
  qualityCheck,
  reviewBodies,
  tellings,
  validityIds,
  validityResults,
} from '#shared/records/review-parts.ts';
import { reviewFilter, reviewRow, reviewSorts, reviewView, workload } from '#shared/review-views.ts';
import { patch } from '#shared/sync/patch.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, caseworkers, nothing, reviewers, saved } from './call.ts';

const gone = ['notFound', 'destroyed'] as const;
/** What a step of a review's life can be refused for. */
const step = [...gone, 'movedOn', 'reviewNotReady', 'ownAssessment', 'notTheirStep'] as const;
const read = { where: 'read', of: ['review', 'recommendation', 'contact', 'person', 'setting'] } as const;
const write = { output: saved, where: 'write' } as const;
const day = isoDate.optional();

/** Complaint reviews from application to closing. What is added to one is added once and for all by its own id. */
export const reviewsCalls = {
  'reviews.list': {
    input: z.object({
      filter: reviewFilter.prefault({}),
      /** Queues alone: of what is over the latest stands first. */
      sort: z.enum(reviewSorts).default('due'),
      descending: z.boolean().default(false),
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: page(reviewRow),
    errors: [],
    may: reviewers,
    ...read,
  },
  /** How many there are in each queue. */
  'reviews.queues': {
    input: nothing,
    output: z.object({
      open: z.int(),
      mine: z.int(),
      due: z.int(),
      late: z.int(),
      force: z.int(),
      decision: z.int(),
    }),
    errors: [],
    may: reviewers,
    ...read,
  },
  'reviews.workload': { input: nothing, output: z.array(workload), errors: [], may: caseworkers, ...read },
  'reviews.get': {
    input: byId,
    output: reviewView,
    errors: gone,
    may: reviewers,
    where: 'read',
    of: [...read.of, 'reviewNote', 'letter'],
  },
  /** An application as it came in; whoever writes it down looks after it. */
  'reviews.start': {
    input: review
      .pick({ id: true, received: true, means: true, route: true, applicant: true, grounds: true })
      .strip(),
    output: saved.extend({ reference: z.string().nullable() }),
    errors: [],
    may: caseworkers,
    where: 'write',
  },
  /** What is typed of it. Once it has ended a change of that is a correction, and has its reason. */
  'reviews.save': {
    input: byId.extend({ patch, reason: words.optional() }),
    errors: [...step, 'changedElsewhere', 'noReason'],
    may: reviewers,
    ...write,
  },
  /** One of the checks of validity, by whoever looked; of what failed or is waived the reason. */
  'reviews.check': {
    input: byId.extend({
      check: z.enum(validityIds),
      result: z.enum(validityResults).nullable(),
      reason: words.optional(),
    }),
    errors: step,
    may: caseworkers,
    ...write,
  },
  /** What follows from the seven questions set aside, or taken again with `body` null. */
  'reviews.override': {
    input: byId.extend({ body: z.enum(reviewBodies).nullable(), reason: words.default('') }),
    errors: [...step, 'noReason'],
    may: caseworkers,
    ...write,
  },
  /** Whether one that was made late is taken, in special circumstances and with reasons. */
  'reviews.takeLate': {
    input: byId.extend({ accepted: z.boolean(), reasons: words }),
    errors: [...step, 'noReason'],
    may: ['decider'],
    ...write,
  },
  'reviews.notice': {
    input: byId.extend({
      notice: z.object({ id: recordId, to: z.enum(noticeTo), on: day, notNeeded: words.optional() }),
    }),
    errors: step,
    may: caseworkers,
    ...write,
  },
  /** Moves it on, or back with the reason: taken on, returned, closed, reopened. */
  'reviews.move': {
    input: byId.extend({ to: z.enum(reviewStates), why: words.default('') }),
    errors: [...step, 'noReason'],
    may: reviewers,
    ...write,
  },
  /** Gives it to an assessor, or from one to another. */
  'reviews.assign': {
    input: byId.extend({
      assignment: assignment.pick({ id: true, assessor: true, external: true }).extend({ on: day }).strip(),
    }),
    errors: step,
    may: caseworkers,
    ...write,
  },
  'reviews.declare': {
    input: byId.extend({
      declaration: declaration.pick({ id: true, conflict: true, words: true }).strip(),
    }),
    errors: step,
    may: ['assessor'],
    ...write,
  },
  /** A version of the draft; those before it stay as they were. */
  'reviews.draft': {
    input: byId.extend({ draft: draft.pick({ id: true, words: true, recommends: true }).strip() }),
    errors: step,
    may: reviewers,
    ...write,
  },
  'reviews.checkQuality': {
    input: byId.extend({
      check: qualityCheck.pick({ id: true, draft: true, passed: true, words: true }).strip(),
    }),
    errors: step,
    may: caseworkers,
    ...write,
  },
  /** The decision, with its reasons, by somebody who did not assess it. */
  'reviews.decide': {
    input: byId.extend({
      decision: decision
        .pick({ id: true, delegation: true })
        .extend({ decision: decision.shape.decision.unwrap(), on: day, reasons: words.trim().min(1) })
        .strip(),
    }),
    errors: step,
    may: ['decider'],
    ...write,
  },
  /** Ends it without a decision: invalid, withdrawn or forwarded, with the reasons. */
  'reviews.end': {
    input: byId.extend({
      ending: ending
        .pick({ id: true, to: true, withdrawn: true })
        .extend({ on: day, reasons: words.trim().min(1) })
        .strip(),
    }),
    errors: step,
    may: caseworkers,
    ...write,
  },
  /** That somebody was told something, and the date that was quoted to them. */
  'reviews.tell': {
    input: byId.extend({
      told: z.object({ id: recordId, what: z.enum(tellings), on: day, quoted: day }),
    }),
    errors: step,
    may: caseworkers,
    ...write,
  },
  'reviews.learn': {
    input: byId.extend({ learning: learning.pick({ id: true, kind: true, words: true }).strip() }),
    errors: step,
    may: reviewers,
    ...write,
  },
  /** A note of the staff's, for themselves alone. */
  'reviews.note': {
    input: byId.extend({ note: recordId, words: reviewNote.shape.words }),
    errors: [...gone, 'noWords'],
    may: caseworkers,
    ...write,
  },
  /** Themes of the reviews received in a period, with what was learnt and observed under each. */
  'reviews.learning': {
    input: z.object({ period: z.string().max(50) }),
    output: z.object({
      period: z.object({ id: z.string(), label: z.string(), from: isoDate, to: isoDate }),
      themes: z.array(
        z.object({
          theme: shortText,
          reviews: z.array(z.object({ id: recordId, reference: z.string().nullable() })),
          upheld: z.int(),
        }),
      ),
      learnt: z.array(
        z.object({
          review: recordId,
          reference: z.string().nullable(),
          kind: learning.shape.kind,
          words: z.string(),
          on: isoDate,
        }),
      ),
    }),
    errors: ['badPeriod'],
    may: caseworkers,
    ...read,
  },
} as const satisfies Record<string, Call>;
