import { z } from 'zod';
import { isoInstant, recordId } from '#shared/records/common.ts';
import { conflictValue } from '#shared/records/conflict.ts';

/** The six words for where a record is on its way to the office. */
export const sendStates = ['draft', 'ready', 'sending', 'received', 'attention', 'unknown'] as const;
export const sendState = z.enum(sendStates);
export type SendState = z.infer<typeof sendState>;

/** What a connection test finds: each has its own sentence and its own next step. */
export const connections = [
  'reached',
  'noNetwork',
  'signInPage',
  'hubDown',
  'signedOut',
  'tooOld',
  'clockWrong',
] as const;
export type Connection = (typeof connections)[number];

/** Why a change still waits; the interface has a sentence for each. A connection that fails is a reason, too. */
export const waitingReasons = [
  ...connections.filter((c) => c !== 'reached'),
  /** An earlier change to the same record has to come first. */
  'held',
  /** It was sent, and no answer has come yet. */
  'unanswered',
  /** The office's answer was no: it does not fit its rules, or is not this person's to change. */
  'invalid',
  'notAllowed',
  /** It was made under an earlier scope: the coordinator looks at it first. */
  'parked',
  /** Somebody else was first, or the record has moved on, or it was erased. */
  'taken',
  'movedOn',
  'purged',
  /** A file: its report has arrived, and it goes after that. */
  'awaitedFile',
  /** A file that is damaged here before the office had it. */
  'damagedFile',
] as const;

/** One change that waits, as a person reads it. */
export const waitingItem = z.object({
  change: recordId,
  /** The type of the record, or `file` for one that belongs to it. */
  type: z.string(),
  record: recordId,
  /** Of a file, the type of the record that it belongs to. */
  of: z.string().optional(),
  /** What it is, in words: "Visit report, Hereford, 4 May 2026". */
  title: z.string(),
  state: sendState,
  since: isoInstant,
  lastTry: isoInstant.nullable(),
  /** Why it still waits, as a tag of `waitingReasons`; null where nothing is wrong. */
  why: z.string().nullable(),
  /** Whether it can still be taken back: sending has not begun. */
  open: z.boolean(),
});
export type WaitingItem = z.infer<typeof waitingItem>;

export const syncStatus = z.object({
  /** `alone`: this store is its own office; `joining`: it has an invitation and has not reached the hub yet. */
  mode: z.enum(['alone', 'joining', 'joined', 'revoked']),
  /** What is happening now; null between two syncs. */
  now: z
    .object({
      step: z.enum(['greeting', 'sending', 'receiving', 'checking', 'repairing', 'offering']),
      done: z.int(),
      of: z.int().nullable(),
    })
    .nullable(),
  waiting: z.int(),
  attention: z.int(),
  contested: z.int(),
  /** Files of records that the office has and that it still waits for; absent where there are none. */
  files: z.int().optional(),
  /** Records of a newer version, kept aside until this application is updated. */
  aside: z.int(),
  /** When the office last had everything from this laptop, and when it was last reached at all: by its own clock. */
  receivedAt: isoInstant.nullable(),
  reachedAt: isoInstant.nullable(),
  /** How many minutes the clock here was ahead of the office's when that was last reached, where it was wrong. */
  clockAhead: z.int().optional(),
  /** By the clock here. */
  lastTry: isoInstant.nullable(),
  nextTry: isoInstant.nullable(),
  connection: z.enum(connections).nullable(),
  /** An unusual removal waits for somebody's word: how many records of how many. */
  removal: z.object({ removes: z.int(), of: z.int() }).nullable(),
  hub: z.string().nullable(),
  /** The office's hub does not know this laptop: with a new invitation it joins again, with everything in it. */
  stranger: z.boolean().optional(),
  /** The last comparison with the office since the store was opened: sets put right, and sets that still differ. */
  checked: z.object({ at: isoInstant, repaired: z.int(), differing: z.int() }).optional(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

export const syncLogLine = z.object({ at: isoInstant, text: z.string() });

/** A contested place with all that was wanted of it, for the page that settles it question by question. */
export const contested = z.object({
  id: recordId,
  type: z.string(),
  record: recordId,
  /** What record it is, and which question, in words. */
  title: z.string(),
  question: z.string(),
  /** What stands in the record now, place by place, and in words. */
  standing: z.array(z.object({ path: z.array(z.string()), now: z.json().optional() })),
  standingWords: z.string(),
  /** Who wrote what stands, and when by their machine; null where the history here does not tell. */
  standingBy: z.object({ name: z.string(), at: isoInstant }).nullable(),
  values: z.array(
    conflictValue.extend({ byName: z.string(), deviceName: z.string().nullable(), words: z.string() }),
  ),
});
export type Contested = z.infer<typeof contested>;
