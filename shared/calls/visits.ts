import { z } from 'zod';
import { form } from '#shared/forms/definition.ts';
import { standingConcern } from '#shared/forms/found.ts';
import { isoDate, isoInstant, recordId, words } from '#shared/records/common.ts';
import { declaredHow, visit, visitStates } from '#shared/records/visit.ts';
import { patch } from '#shared/sync/patch.ts';
import { historyEntry, page, searchHit } from '#shared/views.ts';
import { visitFilter, visitListing, visitNews, visitRow } from '#shared/visit-views.ts';
import { byId, type Call, nothing, saved, staff, writers } from './call.ts';
import { fileWhere } from './files.ts';

/** A declaration as it is shown: who, when, how, and whether the report still says what they declared. */
const shownDeclaration = z.object({
  person: recordId,
  at: isoInstant,
  how: z.enum(declaredHow),
  stands: z.boolean(),
});

/** Visit reports, and finding them. */
export const visitsCalls = {
  'visits.start': {
    /**
     * `practice`: an exercise that never leaves this laptop. `shift`: the place of the rota that it is begun from; where
     * a report was begun from it before, its id is answered.
     */
    input: z.object({
      id: recordId,
      practice: z.boolean().default(false),
      shift: recordId.optional(),
    }),
    output: saved,
    errors: ['notFound', 'movedOn', 'weekAhead'],
    may: writers,
    where: 'write',
  },
  'visits.get': {
    input: byId,
    output: z.object({
      visit,
      form,
      state: z.enum(visitStates),
      declarations: z.array(shownDeclaration),
      /** Where each file is that stands in the report. `sent`: the office has it whole. */
      files: z.array(fileWhere),
      savedAt: isoInstant,
      /** When the office received it, and the short receipt to print. */
      received: z.object({ at: isoInstant, receipt: z.string() }).nullable(),
      names: z.record(z.string(), z.string()),
    }),
    errors: ['notFound', 'destroyed'],
    may: writers,
    where: 'read',
    of: ['visit', 'suite', 'person', 'concern'],
  },
  /**
   * The concerns that visitors are asked about at a suite, the oldest first, and those that their report speaks of
   * already, as far as they are on this laptop. `on`: the day of the visit, today without it.
   */
  'visits.standing': {
    input: z.object({
      visit: recordId.optional(),
      suite: recordId.optional(),
      on: isoDate.optional(),
      said: z.array(recordId).max(500).default([]),
    }),
    output: z.array(standingConcern),
    errors: [],
    may: writers,
    where: 'read',
    of: ['concern'],
  },
  'visits.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['notFound', 'destroyed', 'alreadyReceived', 'changedElsewhere', 'penElsewhere'],
    may: writers,
    where: 'write',
  },
  'visits.ready': {
    input: byId,
    output: saved.extend({ reference: z.string() }),
    errors: ['notFound', 'destroyed', 'mustFix', 'alreadyReceived', 'penElsewhere'],
    may: writers,
    where: 'write',
  },
  'visits.discard': {
    input: byId,
    output: saved,
    errors: ['notFound', 'destroyed', 'alreadyReceived', 'penElsewhere'],
    may: writers,
    where: 'write',
  },
  'visits.restore': {
    input: byId,
    output: saved,
    errors: ['notFound', 'destroyed', 'alreadyReceived'],
    may: writers,
    where: 'write',
  },
  'visits.correct': {
    input: z.object({ id: recordId, patch, reason: words }),
    output: saved.extend({ number: z.int() }),
    errors: ['notFound', 'destroyed', 'notReceived', 'noReason', 'changedElsewhere'],
    may: writers,
    where: 'write',
  },
  /** A visitor of the report declares that it says what they saw; another's laptop asks for their own PIN. */
  'visits.declare': {
    input: z.object({ id: recordId, person: recordId, pin: z.string().max(50).optional() }),
    output: saved,
    errors: ['notFound', 'destroyed', 'notTheirVisit', 'wrongPin', 'noPin', 'movedOn', 'penElsewhere'],
    may: writers,
    where: 'write',
  },
  /** The office reads a report through: read, a query to its visitors, accepted with thanks. */
  'visits.readThrough': {
    input: z.object({ id: recordId, to: z.enum(['read', 'queried', 'accepted']), words: words.optional() }),
    output: saved,
    errors: ['notFound', 'destroyed', 'notReceived', 'noWords', 'movedOn'],
    may: staff,
    where: 'write',
  },
  'visits.answerQuery': {
    input: z.object({ id: recordId, words }),
    output: saved,
    errors: ['notFound', 'destroyed', 'notTheirVisit', 'noWords', 'movedOn'],
    may: writers,
    where: 'write',
  },
  /** What became of the reports this person made: for their home. */
  'visits.mine': {
    input: z.object({ limit: z.int().min(1).max(50).default(10) }),
    output: z.array(visitNews),
    errors: [],
    may: writers,
    where: 'read',
    of: ['visit', 'suite', 'person'],
  },
  /** What waits for whom: reports the office has not read, answers to its queries, and queries to this person. */
  'visits.waiting': {
    input: nothing,
    output: z.object({ unread: z.int(), answered: z.int(), queries: z.int(), declarations: z.int() }),
    errors: [],
    may: writers,
    where: 'read',
    of: ['visit', 'person'],
  },
  /** The station action sheet as a mail ready to send. */
  'visits.actionMail': {
    input: byId,
    output: z.object({ name: z.string(), text: z.string() }),
    errors: ['notFound', 'destroyed'],
    may: writers,
    where: 'app',
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
    errors: ['notFound', 'destroyed'],
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
    of: [
      'visit',
      'concern',
      'concernNote',
      'letter',
      'recordCheck',
      'plan',
      'planItem',
      'suite',
      'panel',
      'person',
    ],
  },
} as const satisfies Record<string, Call>;
