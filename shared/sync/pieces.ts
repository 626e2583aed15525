import { z } from 'zod';
import { isoInstant, recordId } from '#shared/records/common.ts';
import { patch } from './patch.ts';

/** Versions are ordered by epoch first: a restored hub begins a new one. */
export const version = z.object({ epoch: z.int().min(1), n: z.int().min(0) });
export type Version = z.infer<typeof version>;

/** Types are open on the wire: a newer version's records pass through an older one. */
export const typeName = z.string().regex(/^[A-Za-z]{1,40}$/);

/** One sealed change, as a device sends it. Never altered again once sealed. */
export const change = z.object({
  id: recordId,
  device: recordId,
  /** Counted by the device without gaps; shows a gap, and never delays. */
  number: z.int().min(1),
  type: typeName,
  record: recordId,
  /** The previous change of this device to the same record: this one waits for it. */
  after: recordId.nullable(),
  by: recordId,
  /** The version of the record its author had before them; null for a new record. */
  saw: version.nullable(),
  /** When its author's machine says it was made: a claim, shown and never used for order. */
  at: isoInstant,
  patch,
});

/** The end of the hub's chain of receipts, as far as somebody knows it. */
export const receiptHead = version.extend({ receipt: z.string() });
export type ReceiptHead = z.infer<typeof receiptHead>;

/** One accepted change as history shows it: who, when, what. The first of a record has no patch: it is the document. */
export const logEntry = z.object({
  change: recordId,
  epoch: z.int(),
  n: z.int(),
  device: recordId,
  number: z.int(),
  by: recordId,
  at: isoInstant,
  /** When the office accepted it. */
  got: isoInstant,
  patch: patch.nullable(),
});
export type LogEntry = z.infer<typeof logEntry>;

/** What a stream brings of one record. */
export const streamItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('put'),
    type: typeName,
    id: recordId,
    version,
    /** The keys of this stream under which the record is seen. */
    keys: z.array(z.string()),
    document: z.looseObject({ id: recordId }),
    /** The accepted changes since the page before; of a record seen for the first time, all of them. */
    log: z.array(logEntry),
  }),
  /** No key of this stream leads to the record any more. */
  z.object({ kind: z.literal('gone'), type: typeName, id: recordId, version }),
  z.object({
    kind: z.literal('purged'),
    type: typeName,
    id: recordId,
    version,
    at: isoInstant,
    /** The hub's own mark on it, by which a hub that was restored knows it again. */
    seal: z.string().optional(),
  }),
]);
export type StreamItem = z.infer<typeof streamItem>;

/** `shared`: what all with the same roles and panels see, so that its pages are made once; `own`: what names a person. */
export const streams = ['shared', 'own'] as const;
export type Stream = (typeof streams)[number];

/** An answer to a change: see `Answer` in `accept.ts`. Open, so that an older laptop can read a newer hub's. */
export const wireAnswer = z.looseObject({ kind: z.string() });

/** A file of a record. */
export const fileRef = z.object({
  type: typeName,
  record: recordId,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FileRef = z.infer<typeof fileRef>;

/** How many records a stream brought under a key, and the running XOR of `hash(id, version)` over them, as hex. */
export const digest = z.object({ key: z.string(), type: typeName, count: z.int(), xor: z.string() });
export type Digest = z.infer<typeof digest>;

/** A file that carries an invitation where there is no network: everything that joining and a first start need. */
export const invitationFile = z.looseObject({
  kind: z.literal('icv-desk-invitation'),
  hub: z.url(),
  office: recordId,
  key: z.string(),
  code: z.string(),
  expires: isoInstant,
  person: recordId,
  begin: z.array(streamItem),
});
export type InvitationFile = z.infer<typeof invitationFile>;
