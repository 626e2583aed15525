import { z } from 'zod';
import { imported, isoDate, isoInstant, lifeEvent, recordId, shortText, words } from './common.ts';

/** The areas a concern falls in; beneath each an office keeps a list of its own (`setting.concernTopics`). */
export const concernAreas = [
  'rights and entitlements',
  'health and wellbeing',
  'conditions and facilities',
  'treatment',
  'safety',
  'allegation',
] as const;
export type ConcernArea = (typeof concernAreas)[number];

export const severities = ['immediate', 'high', 'routine'] as const;
export type ConcernSeverity = (typeof severities)[number];

/** Where concerns come from. */
export const concernSources = ['visit', 'recordCheck', 'plan', 'coordinator'] as const;

/** What a later visit found of a concern: said by its visitors, applied by the office when it receives their report. */
export const findings = ['put right', 'not put right', 'could not check'] as const;
export type Finding = (typeof findings)[number];

/** Whom a concern is escalated to. */
export const escalatedTo = ['custody inspector', 'Head of Custody'] as const;

/** Somebody who was told at once of what could not wait: who, when, by whom. */
export const telling = z.looseObject({
  id: recordId,
  who: shortText,
  on: isoDate,
  at: z.string().max(5).optional(),
  by: recordId,
  words: words.optional(),
});

/** A letter, or another way, by which a concern went to the police, and by when they owe an answer. */
export const escalation = z.looseObject({
  id: recordId,
  to: z.enum(escalatedTo),
  on: isoDate,
  due: isoDate,
  by: recordId,
  /** The letter that was written. */
  letter: recordId.optional(),
});
export type Escalation = z.infer<typeof escalation>;

/** What the police answered, and how it came: they have no account. */
export const policeAnswer = z.looseObject({
  id: recordId,
  on: isoDate,
  from: shortText,
  words,
  via: z.enum(['letter', 'sheet', 'in person', 'telephone']),
  sheet: recordId.optional(),
  by: recordId,
});
export type PoliceAnswer = z.infer<typeof policeAnswer>;

/** What the visitors of a later visit found. Its id is derived from concern and visit: one for each. */
export const foundLater = z.looseObject({
  id: recordId,
  visit: recordId,
  on: isoDate,
  by: z.array(recordId).max(10),
  finding: z.enum(findings),
  words: words.optional(),
});
export type FoundLater = z.infer<typeof foundLater>;

/**
 * Something wrong, followed until it is settled. What was said stands in `matter`; what may be printed stands apart in
 * `publication`. It names no detainee and holds no custody number: its visit does.
 */
export const concern = z.looseObject({
  id: recordId,
  events: z.array(lifeEvent),
  /** The office's own number. */
  reference: z.string().optional(),
  imported: imported.optional(),
  from: z.looseObject({
    kind: z.enum(concernSources),
    /** The visit, record check or plan item. */
    record: recordId.optional(),
    /** The question whose answer raised it, or the field of a check. */
    question: z.string().max(100).optional(),
    /** The detainee or matter within the visit. */
    item: recordId.optional(),
  }),
  suite: recordId.optional(),
  panel: recordId.optional(),
  raisedOn: isoDate,
  /** Those who raised it: they always see what became of it. */
  raisedBy: z.array(recordId).max(10),
  area: z.enum(concernAreas),
  topic: shortText.optional(),
  severity: z.enum(severities),
  /** Whether custody may read it (Code of Practice 2013: no reprisals). */
  sharing: z.enum(['custody', 'office']),
  matter: words,
  publication: words.optional(),
  told: z.array(telling).max(100),
  escalations: z.array(escalation).max(100),
  answers: z.array(policeAnswer).max(100),
  found: z.array(foundLater).max(500),
});
export type Concern = z.infer<typeof concern>;

/**
 * The life of a concern. `raised` is where it begins, without an event. Already addressed and resolved on the visit are
 * two different things, and both end it unless it comes back. What a later visit finds moves it: put right to
 * `checked`, not put right back to the coordinator. Reopening keeps what was.
 */
export const concernMoves = {
  raised: ['addressed', 'resolved', 'coordinator'],
  addressed: ['coordinator'],
  resolved: ['coordinator'],
  coordinator: ['escalated', 'answered', 'checked', 'closed'],
  escalated: ['answered', 'checked', 'coordinator'],
  answered: ['checked', 'coordinator', 'escalated', 'closed'],
  checked: ['closed', 'coordinator'],
  closed: ['coordinator'],
} as const satisfies Record<string, readonly string[]>;
export type ConcernState = keyof typeof concernMoves;
export const concernStates = Object.keys(concernMoves) as [ConcernState, ...ConcernState[]];

/** Where a concern stands: what its last event says. */
export const concernState = (c: Pick<Concern, 'events'>): ConcernState =>
  (c.events.at(-1)?.to ?? 'raised') as ConcernState;

/** The states in which nothing more is owed to a concern. */
export const endStates = ['addressed', 'resolved', 'closed'] as const satisfies ConcernState[];
export const isOpenConcern = (c: Pick<Concern, 'events'>): boolean =>
  !(endStates as readonly ConcernState[]).includes(concernState(c));

/** The last day on which the police owe an answer; undefined where none is awaited. */
export const answerDue = (c: Pick<Concern, 'events' | 'escalations'>): string | undefined =>
  concernState(c) === 'escalated' ? c.escalations.at(-1)?.due : undefined;

/** What the office writes beside a concern for itself alone: calls, thoughts, what was agreed. */
export const concernNote = z.looseObject({
  id: recordId,
  concern: recordId,
  panel: recordId.optional(),
  by: recordId,
  at: isoInstant,
  words,
});
export type ConcernNote = z.infer<typeof concernNote>;
