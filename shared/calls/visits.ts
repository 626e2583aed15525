import { z } from 'zod';
import { form } from '#shared/forms/definition.ts';
import { isoInstant, recordId, words } from '#shared/records/common.ts';
import { visit } from '#shared/records/visit.ts';
import { patch } from '#shared/sync/patch.ts';
import { historyEntry, page, searchHit, visitFilter, visitListing, visitRow } from '#shared/views.ts';
import { byId, type Call, saved, writers } from './call.ts';

/** Forms, visit reports, and finding them. */
export const visitsCalls = {
  'forms.get': {
    input: z.object({ id: recordId.optional() }),
    output: form,
    errors: ['notFound'],
    may: 'everyone',
    where: 'read',
    of: ['form'],
  },
  'visits.start': {
    input: z.object({ id: recordId }),
    output: saved,
    errors: [],
    may: writers,
    where: 'write',
  },
  'visits.get': {
    input: byId,
    output: z.object({
      visit,
      form,
      state: z.enum(['draft', 'ready', 'received', 'discarded']),
      savedAt: isoInstant,
      /** When the office received it, and the short receipt to print. */
      received: z.object({ at: isoInstant, receipt: z.string() }).nullable(),
      names: z.record(z.string(), z.string()),
    }),
    errors: ['notFound'],
    may: writers,
    where: 'read',
    of: ['visit', 'suite', 'person'],
  },
  'visits.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['notFound', 'alreadyReceived', 'changedElsewhere'],
    may: writers,
    where: 'write',
  },
  'visits.ready': {
    input: byId,
    output: saved.extend({ reference: z.string() }),
    errors: ['notFound', 'mustFix', 'alreadyReceived'],
    may: writers,
    where: 'write',
  },
  'visits.discard': {
    input: byId,
    output: saved,
    errors: ['notFound', 'alreadyReceived'],
    may: writers,
    where: 'write',
  },
  'visits.restore': {
    input: byId,
    output: saved,
    errors: ['notFound', 'alreadyReceived'],
    may: writers,
    where: 'write',
  },
  'visits.correct': {
    input: z.object({ id: recordId, patch, reason: words }),
    output: saved.extend({ number: z.int() }),
    errors: ['notFound', 'notReceived', 'noReason', 'changedElsewhere'],
    may: writers,
    where: 'write',
  },
  'visits.list': {
    input: visitListing,
    output: page(visitRow),
    errors: [],
    may: writers,
    where: 'read',
    of: ['visit', 'suite', 'person'],
  },
  'visits.count': {
    input: z.object({ filter: visitFilter }),
    output: z.object({ count: z.int() }),
    errors: [],
    may: writers,
    where: 'read',
    of: ['visit'],
  },
  'visits.history': {
    input: byId,
    output: z.array(historyEntry),
    errors: ['notFound'],
    may: writers,
    where: 'read',
    of: ['visit'],
  },
  'search.find': {
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }),
    output: z.array(searchHit),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['visit', 'suite', 'panel', 'person'],
  },
} as const satisfies Record<string, Call>;
