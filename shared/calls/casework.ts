import { z } from 'zod';
import { isoDate, recordId, words } from '#shared/records/common.ts';
import { complaintSample, scheduleTotals } from '#shared/records/complaint-sample.ts';
import { forceAnswer, recommendation, recommendationAnswers } from '#shared/records/recommendation.ts';
import { recommendationRow, recommendationView } from '#shared/review-views.ts';
import { patch } from '#shared/sync/patch.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, caseworkers, saved } from './call.ts';

const deciding = ['caseworker', 'decider'] as const;
const listing = {
  after: z.string().max(400).optional(),
  limit: z.int().min(1).max(200).default(50),
};
const write = { output: saved, where: 'write' } as const;
/** Something that is said of a recommendation, once and for all by its own id. */
const said = z.object({ id: recordId, on: isoDate.optional() });

/** What stands beside reviews: recommendations, complaints looked at, and the force's own totals. */
export const caseworkCalls = {
  /** Made in the review of it, in the words of the decision. */
  'recommendations.make': {
    input: recommendation
      .pick({ id: true, review: true, kind: true, words: true })
      .extend({ madeOn: isoDate.optional() })
      .strip(),
    errors: ['notFound', 'destroyed', 'noWords', 'movedOn'],
    may: deciding,
    ...write,
  },
  'recommendations.get': {
    input: byId,
    output: recommendationView.extend({
      reference: z.string().nullable(),
      names: z.record(z.string(), z.string()),
    }),
    errors: ['notFound', 'destroyed'],
    may: deciding,
    where: 'read',
    of: ['recommendation', 'review', 'person', 'setting'],
  },
  /** The register, the latest first. */
  'recommendations.list': {
    input: z.object({
      show: z.enum(['all', 'unanswered', 'late', ...recommendationAnswers]).default('all'),
      ...listing,
    }),
    output: page(recommendationRow),
    errors: [],
    may: deciding,
    where: 'read',
    of: ['recommendation', 'review', 'setting'],
  },
  /** What the force answered; what it refuses has reasons. */
  'recommendations.answer': {
    input: byId.extend({
      answer: z.object({
        id: recordId,
        answer: z.enum(recommendationAnswers),
        on: isoDate,
        from: forceAnswer.shape.from,
        reasons: words.optional(),
      }),
    }),
    errors: ['notFound', 'destroyed', 'noWords'],
    may: deciding,
    ...write,
  },
  /** A step of the force and what shows it; that the complainant was told; what changed and when that was evidenced. */
  'recommendations.add': {
    input: byId.extend({
      what: z.discriminatedUnion('kind', [
        said.extend({ kind: z.literal('step'), words: words.min(1), evidence: words.optional() }),
        said.extend({ kind: z.literal('told') }),
        said.extend({ kind: z.literal('changed'), words: words.min(1) }),
      ]),
    }),
    errors: ['notFound', 'destroyed'],
    may: deciding,
    ...write,
  },
  'samples.list': {
    input: z.object(listing),
    output: page(complaintSample),
    errors: [],
    may: caseworkers,
    where: 'read',
    of: ['complaintSample'],
  },
  'samples.get': {
    input: byId,
    output: complaintSample,
    errors: ['notFound', 'destroyed'],
    may: caseworkers,
    where: 'read',
    of: ['complaintSample'],
  },
  /** A complaint to be looked at, with the questions as they stand now. */
  'samples.start': {
    input: complaintSample.pick({ id: true, reference: true, category: true, closed: true }).strip(),
    errors: [],
    may: caseworkers,
    ...write,
  },
  'samples.save': {
    input: byId.extend({ patch }),
    errors: ['notFound', 'destroyed', 'changedElsewhere'],
    may: caseworkers,
    ...write,
  },
  /** The force's totals of the quarters of a year, and reviews as a share of what was finalised under Schedule 3. */
  'scheduleTotals.list': {
    input: z.object({ year: z.string().max(50) }),
    output: z.array(
      z.object({
        quarter: z.object({ id: z.string(), label: z.string(), from: isoDate, to: isoDate }),
        totals: scheduleTotals.nullable(),
        received: z.int(),
        /** Reviews received ÷ complaints finalised under Schedule 3, as printed. */
        share: z.string(),
      }),
    ),
    errors: ['badPeriod'],
    may: caseworkers,
    where: 'read',
    of: ['scheduleTotals', 'review', 'setting'],
  },
  'scheduleTotals.save': {
    input: z.object({
      quarter: z.string().max(50),
      totals: scheduleTotals.omit({ id: true, from: true, to: true }).strip(),
    }),
    errors: ['badPeriod'],
    may: caseworkers,
    ...write,
  },
} as const satisfies Record<string, Call>;
