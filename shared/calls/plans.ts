import { z } from 'zod';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { plan, planItem, planStatuses } from '#shared/records/plan.ts';
import { patch } from '#shared/sync/patch.ts';
import { byId, type Call, coordinator, madeFile, nothing, saved, writers } from './call.ts';

/** A recommendation with what is worked out of it: where it stands, and whether its day has passed. */
const itemView = z.object({
  item: planItem,
  status: z.enum(planStatuses),
  /** Its day has passed and it is not settled. */
  late: z.boolean(),
});

/** What a recommendation is linked to, as a person reads it; null where it is not on this laptop. */
const linked = z.object({ id: recordId, title: z.string().nullable(), state: z.string().nullable() });

/** Plans: read by everybody of the scheme, written by its coordinator. */
export const plansCalls = {
  'plans.list': {
    input: nothing,
    output: z.array(z.object({ plan, items: z.int(), settled: z.int(), late: z.int() })),
    errors: [],
    may: writers,
    where: 'read',
    of: ['plan', 'planItem'],
  },
  'plans.get': {
    input: byId,
    output: z.object({
      plan,
      items: z.array(itemView),
      names: z.record(z.string(), z.string()),
      body: z.string(),
      notice: z.string().nullable(),
    }),
    errors: ['notFound'],
    may: writers,
    where: 'read',
    of: ['plan', 'planItem', 'person', 'setting'],
  },
  'plans.item': {
    input: byId,
    output: itemView.extend({
      plan,
      concerns: z.array(linked),
      visits: z.array(linked),
      /** Concerns that were raised from this recommendation. */
      raised: z.array(linked),
      names: z.record(z.string(), z.string()),
    }),
    errors: ['notFound'],
    may: writers,
    where: 'read',
    of: ['plan', 'planItem', 'concern', 'visit', 'suite', 'person'],
  },
  'plans.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  'plans.saveItem': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['changedElsewhere'],
    may: coordinator,
    where: 'write',
  },
  /** Says where a recommendation stands now; what was said before stays. */
  'plans.update': {
    input: byId.extend({ status: z.enum(planStatuses), words: words.optional() }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  'plans.addEvidence': {
    input: byId.extend({ on: isoDate, words: shortText, link: z.string().max(500).optional() }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  /** Links a recommendation to a concern or a report by its number, or takes the link away again. */
  'plans.link': {
    input: byId.extend({ reference: shortText }),
    output: saved.extend({ title: z.string() }),
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  'plans.unlink': {
    input: byId.extend({ record: recordId }),
    output: saved,
    errors: ['notFound'],
    may: coordinator,
    where: 'write',
  },
  /** The plan as the Panel gets it. */
  'plans.file': {
    input: byId.extend({ as: z.enum(['docx', 'csv']) }),
    output: madeFile,
    errors: ['notFound'],
    may: writers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
