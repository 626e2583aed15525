import { z } from 'zod';
import { caseDoers, stepPlaces, waits } from './cases/next-step.ts';
import { caseFile, caseStates } from './records/case-file.ts';
import { caseKinds } from './records/case-parts.ts';
import { clockTime, isoDate, recordId, shortText } from './records/common.ts';
import { contact } from './records/contact.ts';
import { deadlineView, happenedView } from './review-views.ts';

/** What is to be done next about a case, by whom, by when and why. */
export const caseStepView = z.object({
  words: z.string(),
  who: z.enum(caseDoers),
  by: isoDate.nullable(),
  late: z.boolean(),
  why: z.string(),
  place: z.enum(stepPlaces),
});

/** A clock of a case, worked out and explained. */
export const caseDeadlineView = deadlineView.extend({
  clock: z.string(),
  title: z.string(),
  done: isoDate.nullable(),
  statutory: z.boolean(),
  confirm: z.boolean(),
  late: z.boolean(),
});

/** One row of a queue, with names already looked up. */
export const caseRow = z.object({
  id: recordId,
  reference: z.string().nullable(),
  kind: z.enum(caseKinds),
  received: isoDate,
  from: z.string().nullable(),
  owner: z.string().nullable(),
  area: z.string().nullable(),
  themes: z.array(z.string()),
  summary: z.string().nullable(),
  state: z.enum(caseStates),
  urgent: z.boolean(),
  /** Whether life or safety may be at stake, how many were told of it, and the last of them. */
  risk: z
    .object({ told: z.int(), last: z.object({ who: z.string(), on: isoDate, at: clockTime }).nullable() })
    .nullable(),
  confidential: z.boolean(),
  waits: z.enum(waits),
  outcome: z.string().nullable(),
  next: caseStepView.nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;

/**
 * Queues of what is open, and what is not. `due`: within seven days; `followUp`: closed, and still to be looked at;
 * `approval`: a reply waits for somebody to approve it.
 */
export const caseShows = [
  'open',
  'mine',
  'unassigned',
  'due',
  'late',
  'force',
  'approval',
  'hold',
  'risk',
  'closed',
  'all',
] as const;
export const caseSorts = ['due', 'received', 'kind', 'person'] as const;
export const caseFilter = z.object({
  show: z.enum(caseShows).default('open'),
  kind: z.enum(caseKinds).optional(),
  /** Whoever has it. */
  person: recordId.optional(),
  /** Whoever it is from. */
  from: recordId.optional(),
  area: shortText.optional(),
  theme: shortText.optional(),
  /** Received, between these days. */
  since: isoDate.optional(),
  until: isoDate.optional(),
});
export type CaseFilter = z.output<typeof caseFilter>;

/** Another case that belongs with it, or may: what whoever asks may know of it. */
export const caseLinkView = z.object({
  id: recordId,
  type: z.enum(['caseFile', 'review']),
  to: recordId,
  title: z.string(),
});

/** Everything that is to be seen of a case, with what follows from it. Each section of its page has its part. */
export const caseView = z.object({
  case: caseFile,
  state: z.enum(caseStates),
  waits: z.enum(waits),
  next: caseStepView.nullable(),
  deadlines: z.array(caseDeadlineView),
  /** The steps its kind asks for that nobody has taken yet, with what they rest on. */
  steps: z.array(z.object({ what: z.string(), basis: z.string(), confirm: z.boolean() })),
  /** Whether a reply is approved by somebody else before it goes. */
  approval: z.boolean(),
  from: contact.nullable(),
  onBehalfOf: contact.nullable(),
  links: z.array(caseLinkView),
  history: z.array(happenedView),
  /** Who of others opened it, and when: the last of them. */
  openings: z.array(z.object({ by: recordId, on: isoDate })),
  names: z.record(z.string(), z.string()),
  /** What whoever asks may do about it: everything of a caseworker, or only approve. */
  may: z.object({ write: z.boolean(), approve: z.boolean() }),
});

/** How much somebody has in hand. */
export const caseWorkload = z.object({
  person: recordId.nullable(),
  name: z.string(),
  open: z.int(),
  due: z.int(),
  late: z.int(),
});

/** What one may do to many cases at once. */
export const bulkDeed = z.discriminatedUnion('what', [
  z.object({ what: z.literal('assign'), to: recordId }),
  z.object({ what: z.literal('close'), outcome: shortText.optional() }),
]);
export type BulkDeed = z.infer<typeof bulkDeed>;

/** Of each case of many what would become of it, and why not where it cannot. */
export const bulkLine = z.object({
  id: recordId,
  reference: z.string().nullable(),
  kind: z.enum(caseKinds).nullable(),
  /** Null where it can be done. */
  why: z.string().nullable(),
});

export const caseOpeningRow = z.object({
  id: recordId,
  case: recordId,
  /** Null for whoever has no case, only that it was opened. */
  reference: z.string().nullable(),
  by: recordId,
  name: z.string().nullable(),
  on: isoDate,
});

/** What a new case is written down with; what is not known yet stays away. */
export const caseBeginning = caseFile
  .pick({
    ...{ id: true, kind: true, channel: true, received: true, at: true, from: true, onBehalfOf: true },
    ...{ area: true, constituency: true, place: true, themes: true, tags: true, summary: true, urgent: true },
  })
  .partial({ themes: true, tags: true })
  .strip();
