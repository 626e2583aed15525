import { z } from 'zod';
import { isoInstant, recordId, shortText } from '#shared/records/common.ts';
import { role } from '#shared/roles.ts';
import { patch } from './patch.ts';

/**
 * The protocol versions there have been, and why each exists. A hub serves all that it lists; a laptop speaks the
 * newest that both know, so that an older laptop can always deliver.
 */
const protocols = [{ version: 1, why: 'the first: greeting, push, pull in two streams, digests' }] as const;
const versions = protocols.map(({ version }) => version);
export const protocol = { oldest: Math.min(...versions), newest: Math.max(...versions) } as const;

/** What one message may hold at most, in pieces or bytes. */
export const limits = {
  /** Changes in a push, and the bytes of them before compression. */
  changes: 200,
  bytes: 1_000_000,
  /** Bytes of a body after decompression; anything larger is refused while it is read. */
  body: 4_000_000,
  /** Items in a page, and the bytes after which a page ends. */
  items: 500,
  page: 1_000_000,
  /** Bytes of a piece of an attached file, and of a whole one. */
  piece: 256_000,
  file: 25_000_000,
  /** Bytes of the unsent work that a revoked laptop may leave. */
  quarantine: 50_000_000,
} as const;

/** Versions are ordered by epoch first: a restored hub begins a new one. */
export const version = z.object({ epoch: z.int().min(1), n: z.int().min(0) });
export type Version = z.infer<typeof version>;

/** Types are open on the wire: a newer version's records pass through an older one. */
const type = z.string().regex(/^[A-Za-z]{1,40}$/);

/** One sealed change, as a device sends it. Never altered again once sealed. */
export const change = z.object({
  id: recordId,
  device: recordId,
  /** Counted by the device without gaps; shows a gap, and never delays. */
  number: z.int().min(1),
  type,
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
    type,
    id: recordId,
    version,
    /** The keys of this stream under which the record is seen. */
    keys: z.array(z.string()),
    document: z.looseObject({ id: recordId }),
    /** The accepted changes since the page before; of a record seen for the first time, all of them. */
    log: z.array(logEntry),
  }),
  /** No key of this stream leads to the record any more. */
  z.object({ kind: z.literal('gone'), type, id: recordId, version }),
  z.object({
    kind: z.literal('purged'),
    type,
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
export const fileRef = z.object({ type, record: recordId, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type FileRef = z.infer<typeof fileRef>;

/** How many records a stream brought under a key, and the running XOR of `hash(id, version)` over them, as hex. */
export const digest = z.object({ key: z.string(), type, count: z.int(), xor: z.string() });
export type Digest = z.infer<typeof digest>;

/** Every message: what is sent, and what comes back. Paths are `/v1/<name>`, bodies JSON, packed with gzip or what both say they take. */
export const messages = {
  /** Before anything is known of the caller. */
  hello: {
    method: 'GET',
    input: z.object({}),
    output: z.looseObject({
      product: z.literal('icv-desk-hub'),
      office: recordId,
      body: z.string(),
      oldest: z.int(),
      newest: z.int(),
      /** The hub's clock: shown beside the laptop's, never used for order. */
      now: isoInstant,
      /** To be signed with the next request: made by any process of the hub and known by all. */
      nonce: z.string(),
      /** X25519 public key, base64url of its raw bytes: what only the office may read is sealed to it. */
      key: z.string(),
    }),
  },
  /** With an invitation instead of a token; the device's new key signs it. */
  join: {
    method: 'POST',
    input: z.object({
      code: z.string().max(100),
      device: recordId,
      name: z.string().max(200),
      /** Ed25519 public key, base64url of its raw bytes. */
      key: z.string().max(100),
      /** The office's own way into the store, for a forgotten passphrase: sealed to the hub's key. */
      unlock: z.string().max(1_000).optional(),
      /** Whom the store belongs to, where there is one: an invitation of somebody else is not used up by it. */
      person: recordId.optional(),
    }),
    output: z.looseObject({
      office: recordId,
      person: recordId,
      token: z.string(),
      /** What a store needs before it can open: the person, the settings, the forms. */
      begin: z.array(streamItem),
    }),
  },
  /** The beginning of each sync: rotates the token and tells where both stand. */
  greet: {
    method: 'POST',
    input: z.object({
      protocol: z.int(),
      /** The product's version and the types of record it knows. */
      product: z.string().max(50),
      types: z.array(type).max(200),
      office: recordId,
      /** The head of the chain this laptop has seen last; null before its first. */
      head: receiptHead.nullable(),
      /** Heads at which both agreed before, oldest first: a restored hub finds by them where the two part. */
      heads: z.array(receiptHead).max(100).optional(),
      /** The number of the last change this device sealed. */
      number: z.int().min(0),
      /** The head of the hub's audit this laptop was shown last: it stands witness to it. */
      audit: z.string().max(200).nullable(),
      now: isoInstant,
      /** A new way into the store for the office, after the last one was used. */
      unlock: z.string().max(1_000).optional(),
    }),
    output: z.looseObject({
      token: z.string(),
      epoch: z.int(),
      /** The hub's head; where it does not know this laptop's, the last one that both know. */
      head: receiptHead,
      /** The hub does not know the head this laptop presents: it was restored, and asks for what it lost. */
      behind: z.boolean(),
      /** The highest number of this device the hub has seen, and those below it that never came. */
      number: z.int(),
      missing: z.array(z.int()),
      /** Raised with every change of what the person may see. */
      scope: z.int(),
      roles: z.array(role),
      audit: z.string(),
      types: z.array(type),
      now: isoInstant,
    }),
  },
  push: {
    method: 'POST',
    input: z.object({ changes: z.array(change).max(limits.changes) }),
    output: z.looseObject({
      answers: z.array(z.object({ id: recordId, answer: wireAnswer })),
      /** The head of the chain after the last of them. */
      head: receiptHead,
    }),
  },
  /** Numbers that will never come, because the store's log was damaged. */
  void: {
    method: 'POST',
    input: z.object({ numbers: z.array(z.int().min(1)).max(10_000) }),
    output: z.looseObject({}),
  },
  pull: {
    method: 'POST',
    input: z.object({ stream: z.enum(streams), cursor: z.string().max(4_000).nullable() }),
    output: z.looseObject({
      items: z.array(streamItem),
      /** Opaque: where the next page begins. */
      cursor: z.string(),
      /** Items that follow, about; zero at the head. */
      remaining: z.int(),
      /** The keys that lead to this stream now. What came under another key only is not for this person any more. */
      keys: z.array(z.string()),
      head: receiptHead,
    }),
  },
  /** Counts and digests at the head, for this person's keys. */
  digests: {
    method: 'POST',
    input: z.object({}),
    output: z.looseObject({
      head: receiptHead,
      shared: z.array(digest),
      own: z.array(digest),
      /** Files that records under these keys name and the hub does not hold whole: whoever has one sends it. */
      awaiting: z.array(fileRef).optional(),
    }),
  },
  /** A piece of a file that a record names. The answer says how far it has come: a cut upload goes on from there. */
  filePut: {
    method: 'POST',
    input: fileRef.extend({
      offset: z.int().min(0),
      total: z.int().min(1).max(limits.file),
      /** As base64; none asks how far the file has come. */
      bytes: z.string().max(Math.ceil(limits.piece / 3) * 4),
    }),
    output: z.looseObject({ held: z.int(), whole: z.boolean() }),
  },
  /** The piece of a whole file that begins at `offset`. */
  fileGet: {
    method: 'POST',
    input: fileRef.extend({ offset: z.int().min(0) }),
    output: z.looseObject({ bytes: z.string(), total: z.int() }),
  },
  /** One set again, page by page: what differs is repaired, and nothing else. */
  set: {
    method: 'POST',
    input: z.object({ stream: z.enum(streams), key: z.string().max(200), type, after: recordId.nullable() }),
    output: z.looseObject({ items: z.array(streamItem), next: recordId.nullable() }),
  },
  /** To a hub that was restored: first what was purged, then own changes again, then records received since. */
  offer: {
    method: 'POST',
    input: z.object({
      purged: z
        .array(z.object({ type, id: recordId, at: isoInstant, seal: z.string().max(100).optional() }))
        .max(1_000),
      records: z
        .array(z.object({ type, id: recordId, version, document: z.looseObject({ id: recordId }) }))
        .max(limits.changes),
    }),
    output: z.looseObject({ taken: z.int() }),
  },
  /** This laptop's store is a copy or was put back from an image: it goes on as a new device with the same person. */
  reincarnate: {
    method: 'POST',
    input: z.object({ device: recordId, key: z.string().max(100) }),
    output: z.looseObject({ token: z.string() }),
  },
  /** Unsent work of a laptop that was revoked, sealed to the hub's key. */
  quarantine: {
    method: 'POST',
    input: z.object({ sealed: z.string() }),
    output: z.looseObject({ kept: z.string() }),
  },
  /** For administrators and coordinators, at their own desk. */
  people: {
    method: 'POST',
    input: z.object({}),
    output: z.looseObject({
      people: z.array(
        z.looseObject({
          id: recordId,
          name: z.string(),
          roles: z.array(role),
          /** Invited and not yet joined, until when. */
          invited: isoInstant.nullable(),
        }),
      ),
      devices: z.array(
        z.looseObject({
          id: recordId,
          person: recordId,
          personName: z.string(),
          name: z.string(),
          joined: isoInstant,
          lastSeen: isoInstant.nullable(),
          revoked: isoInstant.nullable(),
          /** Numbers below its highest that never came, changes held back, and whether the office can unlock it. */
          missing: z.int(),
          held: z.int(),
          unlock: z.boolean(),
          product: z.string().nullable(),
          /** Since when it goes on as another device than the one that joined: put back from an image, say. */
          wentOn: isoInstant.nullable().default(null),
          /** Other computers that sync with a copy of its store. */
          copies: z.int().default(0),
          /** What it was before was revoked, and what it is now was not: a hub of an earlier version did so. */
          revokedBefore: isoInstant.nullable().default(null),
          /** While the hub takes back what it lost: whether this laptop has not been through with it. */
          awaited: z.boolean().default(false),
        }),
      ),
      /** Open while the hub takes back what it lost; until then no references are given. */
      recovering: z.boolean(),
      /** Records of which laptops say that they were purged, without the hub's seal. */
      unsealed: z.int().default(0),
    }),
  },
  invite: {
    method: 'POST',
    input: z.object({
      /**
       * An existing person, or a new one by name, role and panel; both, where a hub that was restored has lost a person
       * whose id their laptop still knows.
       */
      person: recordId.optional(),
      name: shortText.optional(),
      role: role.optional(),
      panel: recordId.optional(),
    }),
    output: z.looseObject({ person: recordId, code: z.string(), expires: isoInstant, file: z.string() }),
  },
  revoke: {
    method: 'POST',
    input: z.object({ device: recordId, reason: z.string().max(1_000) }),
    output: z.looseObject({}),
  },
  /** The code that opens a locked laptop, to be read out on the telephone; each reading is audited. */
  unlock: {
    method: 'POST',
    input: z.object({ device: recordId }),
    output: z.looseObject({ code: z.string() }),
  },
  purge: {
    method: 'POST',
    input: z.object({ type, id: recordId, reason: z.string().min(1).max(1_000) }),
    output: z.looseObject({ outstanding: z.array(z.string()) }),
  },
  closeRecovery: { method: 'POST', input: z.object({}), output: z.looseObject({}) },
} as const satisfies Record<string, { method: 'GET' | 'POST'; input: z.ZodType; output: z.ZodType }>;
export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Message<N extends MessageName> = z.output<Messages[N]['input']>;
export type Reply<N extends MessageName> = z.output<Messages[N]['output']>;

/** Why the hub does not do what it is asked, with the HTTP status it says it by. Sentences stand in `shared/errors.ts`. */
export const refusals = {
  badRequest: 400,
  notJoined: 401,
  nonce: 401,
  staleToken: 409,
  revoked: 403,
  notAllowed: 403,
  badInvitation: 403,
  otherPerson: 403,
  notFound: 404,
  foreignOffice: 409,
  tooOld: 426,
  tooLarge: 413,
  tooMany: 429,
  stopping: 503,
  unexpected: 500,
} as const;
export type RefusalTag = keyof typeof refusals;
export const refusal = z.object({ refused: z.string(), retryAfter: z.number().optional() });

/**
 * What a device signs with its key for each request, with a nonce of the hub so that no clock is needed. The digest is
 * SHA-256 of the body exactly as it travels, as hex.
 */
export const proofText = (
  method: string,
  path: string,
  digest: string,
  nonce: string,
  token: string,
): string => ['ICV1', method, path, digest, nonce, token].join('\n');
/** Headers of a request: who asks and the proof; and the one of every answer with the next nonce. */
export const headers = {
  device: 'icv-device',
  token: 'icv-token',
  nonce: 'icv-nonce',
  proof: 'icv-proof',
} as const;

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
