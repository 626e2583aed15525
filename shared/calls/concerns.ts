import { z } from 'zod';
import {
  concernFilter,
  concernListing,
  concernNews,
  concernRow,
  immediateConcern,
  nextStep,
} from '#shared/concern-views.ts';
import { clockTime, isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import {
  concern,
  concernNote,
  concernSources,
  concernStates,
  policeAnswer,
  telling,
} from '#shared/records/concern.ts';
import { letter } from '#shared/records/letter.ts';
import { patch } from '#shared/sync/patch.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, nothing, saved, staff, writers } from './call.ts';

/** Where a concern came from, as it is linked: the report, the record check, the recommendation. */
const origin = z.object({ kind: z.enum(concernSources), id: recordId, title: z.string() });

/** Concerns: followed by the staff until they are settled, read by whoever raised them. */
export const concernsCalls = {
  'concerns.list': {
    input: concernListing,
    output: page(concernRow),
    errors: [],
    may: writers,
    where: 'read',
    of: ['concern', 'suite', 'panel'],
  },
  'concerns.count': {
    input: z.object({ filter: concernFilter }),
    output: z.object({ count: z.int() }),
    errors: [],
    may: writers,
    where: 'read',
    of: ['concern'],
  },
  'concerns.get': {
    input: byId,
    output: z.object({
      concern,
      state: z.enum(concernStates),
      next: nextStep.nullable(),
      /** Null where it was raised by hand, or what raised it is not on this laptop. */
      origin: origin.nullable(),
      /** The report was corrected and no longer says what raised it: the coordinator decides what becomes of it. */
      corrected: z.boolean(),
      /** For the staff alone. */
      notes: z.array(concernNote),
      letters: z.array(letter.pick({ id: true, to: true, subject: true, on: true, due: true })),
      names: z.record(z.string(), z.string()),
    }),
    errors: ['notFound', 'destroyed'],
    may: writers,
    where: 'read',
    of: ['concern', 'concernNote', 'letter', 'visit', 'recordCheck', 'planItem', 'suite', 'panel', 'person'],
  },
  /** Raised by hand by the staff, who take it on by that. Once and for all by its id. */
  'concerns.raise': {
    input: concern
      .pick({ id: true, raisedOn: true, area: true, severity: true, sharing: true })
      .extend({
        suite: recordId.optional(),
        topic: shortText.optional(),
        matter: words.trim().min(1),
        publication: words.optional(),
        raisedBy: recordId.optional(),
        /**
         * What it was seen in, where it was seen in something: reading a report through, the coordinator may raise what
         * no answer of it raises.
         */
        from: z.object({
          kind: z.enum(concernSources).exclude(['visit']),
          record: recordId.optional(),
        }),
      })
      .strip(),
    output: saved.extend({ reference: z.string().nullable() }),
    errors: ['notFound'],
    may: staff,
    where: 'write',
  },
  /** Wording for publication, area, topic, severity, and who may read it. */
  'concerns.save': {
    input: z.object({ id: recordId, patch }),
    output: saved,
    errors: ['notFound', 'destroyed', 'changedElsewhere'],
    may: staff,
    where: 'write',
  },
  /** Moves it on without a letter or an answer: taken on or taken back, closed, reopened, settled from the start. */
  'concerns.move': {
    input: byId.extend({
      to: z.enum(['coordinator', 'closed', 'addressed', 'resolved']),
      words: words.default(''),
    }),
    output: saved,
    errors: ['notFound', 'destroyed', 'noWords', 'movedOn'],
    may: staff,
    where: 'write',
  },
  /** Somebody was told at once: who, when, by whoever writes it down. Once and for all by its id. */
  'concerns.tell': {
    input: byId.extend({
      telling: telling
        .pick({ id: true, who: true, on: true, words: true })
        .extend({ at: clockTime.optional() }),
    }),
    output: saved,
    errors: ['notFound', 'destroyed'],
    may: staff,
    where: 'write',
  },
  /** An answer of the police that came by letter, in person or by telephone. Once and for all by its id. */
  'concerns.answer': {
    input: byId.extend({
      answer: policeAnswer
        .pick({ id: true, on: true, from: true, words: true })
        .extend({ via: policeAnswer.shape.via.exclude(['sheet']) }),
    }),
    output: saved,
    errors: ['notFound', 'destroyed', 'noWords', 'movedOn'],
    may: staff,
    where: 'write',
  },
  /** A note of the staff's, for themselves alone. Once and for all by its id. */
  'concerns.note': {
    input: byId.extend({ note: recordId, words }),
    output: saved,
    errors: ['notFound', 'destroyed', 'noWords'],
    may: staff,
    where: 'write',
  },
  /** Urgent matters of which nobody is known to have been told, and those of which somebody has. */
  'concerns.immediate': {
    input: nothing,
    output: z.object({
      untold: z.array(immediateConcern),
      told: z.array(
        immediateConcern.extend({ by: z.string(), who: z.string(), on: isoDate, at: z.string().nullable() }),
      ),
    }),
    errors: [],
    may: staff,
    where: 'read',
    of: ['concern', 'suite', 'person'],
  },
  /** What waits for the staff: what nobody took on yet, what is with the coordinator, awaited, late, answered, checked. */
  'concerns.waiting': {
    input: nothing,
    output: z.object({
      raised: z.int(),
      coordinator: z.int(),
      escalated: z.int(),
      late: z.int(),
      answered: z.int(),
      checked: z.int(),
    }),
    errors: [],
    may: staff,
    where: 'read',
    of: ['concern'],
  },
  /** What became of everything this person raised, the newest news first. */
  'concerns.mine': {
    input: z.object({ limit: z.int().min(1).max(50).default(10) }),
    output: z.array(concernNews),
    errors: [],
    may: writers,
    where: 'read',
    of: ['concern', 'suite'],
  },
} as const satisfies Record<string, Call>;
