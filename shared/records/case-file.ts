import { z } from 'zod';
import {
  answerers,
  caseKinds,
  caseNote,
  caseStep,
  channels,
  closing,
  forceAsk,
  hold,
  importedCase,
  informationRequest,
  message,
  redaction,
  replyDraft,
  risk,
} from './case-parts.ts';
import { clockTime, frozen, isoDate, lifeEvent, recordId, shortText, words } from './common.ts';
import { attachedFile } from './file.ts';

/**
 * A case of correspondence: whatever somebody wants of the office, with all that was said, asked, sent and noted of it.
 * It is one record, so that whoever may open it reads it whole, and what is destroyed with it is gone whole.
 */
export const caseFile = z.looseObject({
  id: recordId,
  events: z.array(lifeEvent),
  /** The office's own number. */
  reference: z.string().optional(),
  imported: importedCase.optional(),

  kind: z.enum(caseKinds),
  channel: z.enum(channels).optional(),
  received: isoDate,
  at: clockTime.optional(),
  /** Whoever it is from, in the register of people; absent where they are not known, and with imported cases. */
  from: recordId.optional(),
  /** For whom somebody writes: a constituent of an MP, a client. */
  onBehalfOf: recordId.optional(),
  /** Of the office's areas, or `outside`. */
  area: shortText.optional(),
  constituency: shortText.optional(),
  /** Where it happened, as people call it; never an address of theirs. */
  place: shortText.optional(),
  /** Names of the office's list of themes. */
  themes: z.array(shortText).max(50),
  tags: z.array(shortText).max(50),
  summary: words.optional(),
  urgent: z.boolean().optional(),
  risk: risk.optional(),
  /** Who may open it besides its owner, where not every caseworker may. */
  confidential: z.looseObject({ readers: z.array(recordId).max(50), why: words.optional() }).optional(),

  /** To whom it was given; the last has it. */
  assignments: z.array(z.looseObject({ id: recordId, to: recordId, on: isoDate, by: recordId })).max(100),
  messages: z.array(message).max(500),
  drafts: z.array(replyDraft).max(50),
  asks: z.array(forceAsk).max(100),
  holds: z.array(hold).max(50),
  steps: z.array(caseStep).max(100),
  notes: z.array(caseNote).max(500),
  acknowledged: z.looseObject({ on: isoDate, message: recordId.optional() }).optional(),
  answered: z
    .looseObject({ on: isoDate, by: z.enum(answerers).optional(), message: recordId.optional() })
    .optional(),
  /** What is to be looked at again after the answer, and by when. */
  followUps: z
    .array(z.looseObject({ id: recordId, due: isoDate, what: words, done: isoDate.optional(), by: recordId }))
    .max(50),
  closings: z.array(closing).max(50),
  /** Other cases, and complaint reviews, that belong with it. */
  links: z
    .array(z.looseObject({ id: recordId, type: z.enum(['caseFile', 'review']), to: recordId }))
    .max(100),
  request: informationRequest.optional(),
  redactions: z.array(redaction).max(200),
  files: z.array(attachedFile).max(200).optional(),

  /** Of the retention schedule, where it is another than its kind's. */
  retention: shortText.optional(),
  /** Nothing of it is destroyed while this stands. */
  frozen: frozen.optional(),
});
export type CaseFile = z.infer<typeof caseFile>;

/** The life of a case: where it stands between is told by what was done, and what was closed opens only with a reason. */
export const caseMoves = { open: ['closed'], closed: ['open'] } as const;
export type CaseState = keyof typeof caseMoves;
export const caseStates = Object.keys(caseMoves) as [CaseState, ...CaseState[]];

export const caseState = (c: Pick<CaseFile, 'events'>): CaseState =>
  (c.events.at(-1)?.to ?? 'open') as CaseState;

/** Whoever has the case; undefined while it waits in the tray. */
export const ownerOf = (c: Pick<CaseFile, 'assignments'>): string | undefined => c.assignments.at(-1)?.to;

/** The closing that stands; undefined while it is open. */
export const standingClosing = (
  c: Pick<CaseFile, 'events' | 'closings'>,
): CaseFile['closings'][number] | undefined => (caseState(c) === 'closed' ? c.closings.at(-1) : undefined);

/** A case as it is when nothing is known but what it is and when it came. */
export const newCase = (c: Pick<CaseFile, 'id' | 'received' | 'kind'>): CaseFile => ({
  events: [],
  themes: [],
  tags: [],
  assignments: [],
  messages: [],
  drafts: [],
  asks: [],
  holds: [],
  steps: [],
  notes: [],
  followUps: [],
  closings: [],
  links: [],
  redactions: [],
  ...c,
});

/**
 * That somebody opened a case that is not theirs: written once a day for each, read by whoever looks after the office's
 * accounts, and kept without a word of the case.
 */
export const caseOpening = z.looseObject({
  id: recordId,
  case: recordId,
  by: recordId,
  on: isoDate,
});
export type CaseOpening = z.infer<typeof caseOpening>;
