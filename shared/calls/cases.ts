import { z } from 'zod';
import {
  bulkDeed,
  bulkLine,
  caseBeginning,
  caseFilter,
  caseOpeningRow,
  caseRow,
  caseSorts,
  caseView,
  caseWorkload,
} from '#shared/case-views.ts';
import { answerers } from '#shared/records/case-parts.ts';
import { caseSettings } from '#shared/records/case-settings.ts';
import { clockTime, isoDate, recordId, shortText, words } from '#shared/records/common.ts';
import { patch } from '#shared/sync/patch.ts';
import { page } from '#shared/views.ts';
import { byId, type Call, caseworkers, nothing, saved } from './call.ts';
import { moved } from './deadlines.ts';

/** Caseworkers have every case that they may open; whoever decides those that wait for their approval. */
export const caseReaders = ['caseworker', 'decider'] as const;
/** Whoever works on cases, and whoever looks after accounts: they see that one was opened, not what it says. */
const watchers = ['caseworker', 'administrator'] as const;

const gone = ['notFound', 'destroyed'] as const;
/** What a step of a case's life can be refused for. */
const step = [...gone, 'movedOn', 'notTheirCase'] as const;
const read = { where: 'read', of: ['caseFile', 'contact', 'person', 'setting'] } as const;
const write = { output: saved, may: caseworkers, where: 'write' } as const;
const day = isoDate.optional();
/** A case, and one thing in it by its own id. */
const within = <K extends string>(key: K) => byId.extend({ [key]: recordId } as Record<K, typeof recordId>);

/** Cases of correspondence. What is added to one is added once and for all by its own id. */
export const casesCalls = {
  'cases.list': {
    input: z.object({
      filter: caseFilter.prefault({}),
      /** Of a queue; what is closed stands with the latest first. */
      sort: z.enum(caseSorts).default('due'),
      descending: z.boolean().default(false),
      after: z.string().max(400).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: page(caseRow),
    errors: [],
    may: caseReaders,
    ...read,
  },
  /** How many there are in each queue. */
  'cases.queues': {
    input: nothing,
    output: z.object({
      open: z.int(),
      mine: z.int(),
      unassigned: z.int(),
      due: z.int(),
      late: z.int(),
      force: z.int(),
      approval: z.int(),
      hold: z.int(),
      risk: z.int(),
    }),
    errors: [],
    may: caseReaders,
    ...read,
  },
  'cases.workload': { input: nothing, output: z.array(caseWorkload), errors: [], may: caseworkers, ...read },
  'cases.get': {
    input: byId,
    output: caseView,
    errors: gone,
    may: caseReaders,
    where: 'read',
    of: [...read.of, 'caseOpening', 'review'],
  },
  /** That its page was opened: of a case that is somebody else's it is written down, once a day. */
  'cases.open': {
    input: byId,
    output: z.object({ written: z.boolean() }),
    errors: gone,
    may: caseReaders,
    where: 'write',
  },
  'cases.openings': {
    input: z.object({ after: z.string().max(400).optional(), limit: z.int().min(1).max(200).default(50) }),
    output: page(caseOpeningRow),
    errors: [],
    may: watchers,
    where: 'read',
    of: ['caseOpening', 'caseFile', 'person'],
  },
  /** A case as it came in, and with it that life or safety may be at stake. */
  'cases.create': {
    input: caseBeginning.extend({ risk: words.optional(), mine: z.boolean().default(false) }),
    output: saved.extend({ reference: z.string().nullable() }),
    errors: [],
    may: caseworkers,
    where: 'write',
  },
  /** What is typed of it: what it is, from whom, about what. What was said and done has calls of its own. */
  'cases.amend': { input: byId.extend({ patch }), errors: [...step, 'changedElsewhere'], ...write },
  'cases.acknowledge': {
    input: byId.extend({ on: day, message: recordId.optional() }),
    errors: step,
    ...write,
  },
  /** That it was answered, and by whom; a later answer takes the place of the one before. */
  'cases.answer': {
    input: byId.extend({ on: day, by: z.enum(answerers), message: recordId.optional() }),
    errors: step,
    ...write,
  },
  /** Gives it to somebody; whoever takes one gives it to themselves. */
  'cases.assign': { input: byId.extend({ assignment: recordId, to: recordId }), errors: step, ...write },
  'cases.ask': {
    input: within('ask').extend({ on: day, to: shortText, question: words.trim().min(1), due: isoDate }),
    errors: step,
    ...write,
  },
  'cases.chase': { input: within('ask').extend({ chase: recordId, on: day }), errors: step, ...write },
  'cases.askAnswered': {
    input: within('ask').extend({ on: day, answer: words.optional() }),
    errors: step,
    ...write,
  },
  /** That what the force answered was done, and not only promised. */
  'cases.askDone': {
    input: within('ask').extend({ on: day, words: words.optional() }),
    errors: step,
    ...write,
  },
  'cases.hold': {
    input: within('hold').extend({ from: day, why: words.trim().min(1) }),
    errors: step,
    ...write,
  },
  'cases.resume': { input: within('hold').extend({ until: day }), errors: step, ...write },
  'cases.step': {
    input: within('step').extend({ what: shortText, on: day, words: words.optional() }),
    errors: step,
    ...write,
  },
  'cases.followUp': {
    input: within('followUp').extend({ due: isoDate, what: words.trim().min(1) }),
    errors: step,
    ...write,
  },
  'cases.followedUp': { input: within('followUp').extend({ on: day }), errors: step, ...write },
  'cases.note': { input: byId.extend({ note: recordId, words }), errors: [...step, 'noWords'], ...write },
  'cases.link': {
    input: within('link').extend({ type: z.enum(['caseFile', 'review']), to: recordId }),
    errors: step,
    ...write,
  },
  'cases.unlink': { input: within('link'), errors: step, ...write },
  /** That life or safety may be at stake, and why; null takes back what was flagged by mistake. */
  'cases.risk': { input: byId.extend({ words: words.trim().min(1).nullable() }), errors: step, ...write },
  'cases.riskTold': {
    input: within('told').extend({ who: shortText, on: day, at: clockTime }),
    errors: step,
    ...write,
  },
  /** Who alone may open it besides its owner; null lets every caseworker. */
  'cases.restrict': {
    input: byId.extend({
      confidential: z.object({ readers: z.array(recordId).max(50), why: words.optional() }).nullable(),
    }),
    errors: step,
    ...write,
  },
  'cases.close': {
    input: within('closing').extend({ on: day, outcome: shortText.optional(), words: words.optional() }),
    errors: [...step, 'caseNotReady'],
    ...write,
  },
  'cases.reopen': { input: byId.extend({ why: words }), errors: [...step, 'noReason'], ...write },
  /** Of each of many cases whether it can be given to somebody, or closed, and why not. */
  'cases.preview': {
    input: z.object({ ids: z.array(recordId).max(200), deed: bulkDeed }),
    output: z.array(bulkLine),
    errors: [],
    may: caseworkers,
    ...read,
  },
  /** Does it to those that can; gives those that could not, and why. */
  'cases.bulk': {
    input: z.object({ ids: z.array(recordId).max(200), deed: bulkDeed }),
    output: z.object({ done: z.int(), left: z.array(bulkLine) }),
    errors: [],
    may: caseworkers,
    where: 'write',
  },
  /** What an office sets for its correspondence, with what it begins with where it set nothing. */
  'cases.settings': {
    input: nothing,
    output: caseSettings.required(),
    errors: [],
    may: caseReaders,
    where: 'read',
    of: ['setting'],
  },
  /** Sets some of them; gives the last days that moved where standards did. */
  'cases.set': {
    input: z.object({ set: caseSettings }),
    output: saved.extend({ moved: z.array(moved) }),
    errors: ['changedElsewhere'],
    may: caseworkers,
    where: 'write',
  },
} as const satisfies Record<string, Call>;
