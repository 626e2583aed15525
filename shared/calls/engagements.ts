import { z } from 'zod';
import { caseKinds } from '#shared/records/case-parts.ts';
import { isoDate, recordId, shortText, wholeNumber } from '#shared/records/common.ts';
import { assuranceRequest, engagement, monthlyFigure } from '#shared/records/engagement.ts';
import { patch } from '#shared/sync/patch.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, caseworkers, madeFile, nothing, saved } from './call.ts';

/** Caseworkers, and whoever decides: what the office does about what people write is theirs both. */
const engaging = ['caseworker', 'decider'] as const;
const gone = ['notFound', 'destroyed'] as const;
const listing = {
  after: z.string().max(400).optional(),
  limit: z.int().min(1).max(200).default(50),
};

/** A case that led to something: its number alone where it is kept from whoever reads. */
const linkedCase = z.object({
  id: recordId,
  reference: z.string().nullable(),
  kind: z.enum(caseKinds).nullable(),
  received: isoDate.nullable(),
});

const spike = z.object({
  theme: z.string(),
  area: z.string().nullable(),
  week: isoDate,
  cases: z.int(),
  usual: z.number(),
  most: z.int(),
});

/** Which cases a figure of a theme is made of. */
const themed = {
  theme: shortText.optional(),
  area: shortText.optional(),
  constituency: shortText.optional(),
  place: shortText.optional(),
};

const where = { area: shortText.optional(), constituency: shortText.optional() };

/** A question with where it stands on this day. */
const assuranceView = z.object({ question: assuranceRequest, late: z.boolean(), dueSoon: z.boolean() });

/** What follows from correspondence: themes and their spikes, engagements, questions to the Chief Constable, figures. */
export const engagementsCalls = {
  /** Themes week by week up to a day, compared with as many weeks before, with what stands out. */
  'themes.get': {
    input: z.object({ until: isoDate.optional(), weeks: z.int().min(4).max(53).default(13), ...where }),
    output: z.object({
      /** The Mondays of the weeks; the last may not have ended. */
      weeks: z.array(isoDate),
      ended: z.boolean(),
      cases: z.int(),
      rows: z.array(
        z.object({ theme: z.string(), weeks: z.array(z.int()), total: z.int(), before: z.int() }),
      ),
      spikes: z.array(spike),
      rule: z.string(),
      areas: z.array(z.object({ area: z.string().nullable(), themes: z.array(z.int()) })),
      places: z.array(z.object({ place: z.string(), theme: z.string(), cases: z.int() })),
      known: z.object({ areas: z.array(z.string()), constituencies: z.array(z.string()) }),
    }),
    errors: ['figuresWait'],
    may: caseworkers,
    where: 'read',
    of: ['caseFile', 'setting'],
  },
  /** The cases behind a figure of themes, the latest first. */
  'themes.cases': {
    input: z.object({ from: isoDate, to: isoDate, ...themed, ...listing }),
    output: page(linkedCase),
    errors: ['figuresWait'],
    may: caseworkers,
    where: 'read',
    of: ['caseFile'],
  },
  'engagements.list': {
    input: z.object(listing),
    output: page(engagement),
    errors: [],
    may: engaging,
    where: 'read',
    of: ['engagement'],
  },
  'engagements.get': {
    input: byId,
    output: z.object({ engagement, cases: z.array(linkedCase) }),
    errors: gone,
    may: engaging,
    where: 'read',
    of: ['engagement', 'caseFile'],
  },
  /** What was done about a case: engagements, and questions to the Chief Constable, that it led to. */
  'engagements.ofCase': {
    input: byId,
    output: z.object({
      engagements: z.array(z.object({ id: recordId, title: z.string(), on: isoDate })),
      questions: z.array(
        z.object({ id: recordId, title: z.string(), on: isoDate, answered: isoDate.nullable() }),
      ),
    }),
    errors: [],
    may: engaging,
    where: 'read',
    of: ['engagement', 'assuranceRequest'],
  },
  'engagements.save': {
    input: byId.extend({ patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: engaging,
    where: 'write',
  },
  'assurance.list': {
    input: z.object({ show: z.enum(['open', 'late', 'answered', 'all']).default('open'), ...listing }),
    output: page(assuranceView).extend({ late: z.int(), open: z.int() }),
    errors: [],
    may: engaging,
    where: 'read',
    of: ['assuranceRequest'],
  },
  'assurance.get': {
    input: byId,
    output: assuranceView.extend({ cases: z.array(linkedCase), by: z.string().nullable() }),
    errors: gone,
    may: engaging,
    where: 'read',
    of: ['assuranceRequest', 'caseFile', 'person'],
  },
  'assurance.save': {
    input: byId.extend({ patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: engaging,
    where: 'write',
  },
  /** The question as it is put in writing. */
  'assurance.file': { input: byId, output: madeFile, errors: gone, may: engaging, where: 'app' },
  /** What an engagement or a question can be filled from: themes, areas, constituencies. */
  'engagements.lists': {
    input: nothing,
    output: z.object({
      themes: z.array(z.string()),
      areas: z.array(z.string()),
      constituencies: z.array(z.string()),
    }),
    errors: [],
    may: engaging,
    where: 'read',
    of: ['setting'],
  },
  /** The typed figures of a year, month by month; a month that lacks one is a gap. */
  'figures.year': {
    input: z.object({ year: z.string().max(50).optional() }),
    output: z.object({
      year: z.object({ id: z.string(), label: z.string() }),
      years: z.array(z.string()),
      months: z.array(z.object({ id: z.string(), label: z.string(), ended: z.boolean() })),
      rows: z.array(z.object({ name: z.string(), figures: z.array(monthlyFigure.nullable()) })),
      gaps: z.int(),
    }),
    errors: ['badPeriod'],
    may: caseworkers,
    where: 'read',
    of: ['monthlyFigure', 'setting'],
  },
  /** The figures of one month, all at once; one that is left out stays as it is. */
  'figures.set': {
    input: z.object({
      month: monthlyFigure.shape.month,
      figures: z.array(z.object({ name: shortText, value: wholeNumber, source: shortText })).max(100),
    }),
    output: saved,
    errors: [],
    may: caseworkers,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
