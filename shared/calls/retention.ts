import { z } from 'zod';
import { isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { disposal } from '#shared/records/disposal.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, madeFile, saved } from './call.ts';

const keepers = ['caseworker', 'administrator'] as const;
const disposers = ['caseworker'] as const;

export const retained = ['caseFile', 'review', 'contact'] as const;

/** A record whose time of keeping is over, or will be: by which class, from which day, and what is in its way. */
const dueRow = z.object({
  id: recordId,
  type: z.enum(retained),
  reference: z.string().nullable(),
  /** Its kind, or who it is: shown here, and never in a certificate. */
  name: z.string(),
  class: z.string(),
  authority: z.string().nullable(),
  /** Whether it is destroyed, or looked at again. */
  destroyed: z.boolean(),
  from: isoDate,
  due: isoDate,
  /** Why it cannot be proposed; null where it can. */
  why: z.string().nullable(),
});
export type DueRow = z.infer<typeof dueRow>;

const heldRow = z.object({
  id: recordId,
  type: z.enum(retained),
  reference: z.string().nullable(),
  name: z.string(),
  on: isoDate,
  by: z.string(),
  why: z.string(),
});

const disposalRow = z.object({
  id: recordId,
  on: isoDate,
  by: z.string(),
  count: z.int(),
  state: z.enum(['proposed', 'approved', 'refused', 'carried out']),
});

const disposalView = z.object({
  disposal,
  names: z.record(z.string(), z.string()),
  /** Of what is still here, what it is called: whoever approves sees what they approve. */
  titles: z.record(z.string(), z.string()),
  /** Whether whoever asks may decide on it, or why not. */
  mayDecide: z.boolean(),
  /** A store that is its own office: a second person approves here with a PIN of their own. */
  alone: z.boolean(),
  /** Who could, with a PIN set at this laptop. */
  approvers: z.array(z.object({ id: recordId, name: z.string() })),
  body: z.string(),
});

const read = {
  where: 'read',
  of: ['caseFile', 'review', 'contact', 'disposal', 'person', 'setting'],
} as const;

/** How long records are kept, what keeps them longer, and how they are destroyed. */
export const retentionCalls = {
  /** What is due now and within a year, what is held, and how much of the schedule says nothing of. */
  'retention.due': {
    input: z.object({ limit: z.int().min(1).max(1_000).default(200) }),
    output: z.object({
      now: z.array(dueRow),
      coming: z.array(dueRow),
      /** How many more there are than are listed. */
      moreNow: z.int(),
      moreComing: z.int(),
      held: z.array(heldRow),
      /** Closed cases of a kind that no class of the schedule names, or whose day is not known. */
      unclassed: z.int(),
    }),
    errors: [],
    may: disposers,
    ...read,
  },
  /** Keeps a record whatever the schedule says, and says why; null lets it go again. */
  'retention.hold': {
    input: byId.extend({ type: z.enum(retained), why: words.trim().min(1).nullable() }),
    output: saved,
    errors: ['notFound', 'destroyed', 'notTheirCase', 'changedElsewhere'],
    may: disposers,
    where: 'write',
  },
  'retention.propose': {
    input: byId.extend({
      items: z
        .array(z.object({ id: recordId, type: z.enum(retained) }))
        .min(1)
        .max(1_000),
      why: words.optional(),
    }),
    output: saved,
    errors: ['notDue'],
    may: disposers,
    where: 'write',
  },
  'retention.list': {
    input: z.object({ after: z.string().max(400).optional(), limit: z.int().min(1).max(200).default(50) }),
    output: page(disposalRow),
    errors: [],
    may: keepers,
    ...read,
  },
  'retention.get': { input: byId, output: disposalView, errors: ['notFound'], may: keepers, ...read },
  /**
   * Approves it or not. Nobody decides on what they proposed; where one person has the office alone, somebody else does
   * it at their laptop, with a PIN of their own.
   */
  'retention.decide': {
    input: byId.extend({
      approved: z.boolean(),
      why: words.optional(),
      person: recordId.optional(),
      pin: z.string().max(20).optional(),
    }),
    output: saved,
    errors: ['notFound', 'movedOn', 'secondPerson', 'noReason', 'noPin', 'wrongPin'],
    may: keepers,
    where: 'write',
  },
  /** Destroys what was approved, in a store that is its own office. */
  'retention.destroy': {
    input: byId,
    output: saved,
    errors: ['notFound', 'movedOn', 'secondPerson', 'hasHub'],
    may: keepers,
    where: 'write',
  },
  /** That the hub has destroyed it, and what it said of that. */
  'retention.destroyed': {
    input: byId.extend({
      kept: z.array(z.object({ id: recordId, why: shortText })).max(1_000),
      outstanding: z.array(z.string().max(500)).max(2_000),
    }),
    output: saved,
    errors: ['notFound', 'movedOn', 'secondPerson'],
    may: keepers,
    where: 'write',
  },
  /** The certificate: number, class, dates and authority of each, and not a word of what was in it. */
  'retention.certificate': {
    input: byId,
    output: madeFile,
    errors: ['notFound', 'movedOn'],
    may: keepers,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
