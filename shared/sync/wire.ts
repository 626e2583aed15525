import { z } from 'zod';
import { isoInstant, recordId, shortText } from '#shared/records/common.ts';
import { role } from '#shared/roles.ts';
import {
  change,
  digest,
  fileRef,
  receiptHead,
  streamItem,
  streams,
  typeName,
  version,
  wireAnswer,
} from './pieces.ts';
import { limits } from './protocol.ts';

export * from './pieces.ts';
export * from './protocol.ts';

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
      types: z.array(typeName).max(200),
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
      types: z.array(typeName),
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
    input: z.object({
      stream: z.enum(streams),
      key: z.string().max(200),
      type: typeName,
      after: recordId.nullable(),
    }),
    output: z.looseObject({ items: z.array(streamItem), next: recordId.nullable() }),
  },
  /** To a hub that was restored: first what was purged, then own changes again, then records received since. */
  offer: {
    method: 'POST',
    input: z.object({
      purged: z
        .array(
          z.object({ type: typeName, id: recordId, at: isoInstant, seal: z.string().max(100).optional() }),
        )
        .max(1_000),
      records: z
        .array(z.object({ type: typeName, id: recordId, version, document: z.looseObject({ id: recordId }) }))
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
    input: z.object({ type: typeName, id: recordId, reason: z.string().min(1).max(1_000) }),
    output: z.looseObject({ outstanding: z.array(z.string()) }),
  },
  /** Destroys what a disposal names, which one person proposed and another approved. It may be asked again. */
  dispose: {
    method: 'POST',
    input: z.object({ id: recordId }),
    output: z.looseObject({
      /** What is held, or needed again, and was left as it is. */
      kept: z.array(z.object({ id: recordId, why: z.string() })),
      outstanding: z.array(z.string()),
    }),
  },
  closeRecovery: { method: 'POST', input: z.object({}), output: z.looseObject({}) },
} as const satisfies Record<string, { method: 'GET' | 'POST'; input: z.ZodType; output: z.ZodType }>;
export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Message<N extends MessageName> = z.output<Messages[N]['input']>;
export type Reply<N extends MessageName> = z.output<Messages[N]['output']>;
