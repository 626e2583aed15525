import { z } from 'zod';
import { isoInstant, recordId } from '#shared/records/common.ts';
import { wantedPlace } from '#shared/records/conflict.ts';
import { connections, contested, syncLogLine, syncStatus, waitingItem } from '#shared/sync/views.ts';
import { messages } from '#shared/sync/wire.ts';
import { type Call, largestFile, nothing, saved, writers } from './call.ts';
import { filers, oneFile } from './files.ts';

const administrators = ['administrator', 'coordinator'] as const;
const passphrase = z.string().max(1_000);

/** What the hub itself may be in the way of. */
const byHub = ['standalone', 'hubUnreachable', 'hubRefused', 'notAHub', 'foreignOffice', 'tooOld'] as const;

/** The office's hub: joining it, what waits for it, what is contested, and who else has joined. */
export const syncCalls = {
  'sync.status': { input: nothing, output: syncStatus, errors: [], may: 'everyone', where: 'app' },
  /** Syncs now; answers when it has ended, well or not: the status says which. */
  'sync.now': {
    input: z.object({
      /** Whether all that is here is compared with what the office would give, and put right where it differs. */
      check: z.boolean().optional(),
    }),
    output: syncStatus,
    errors: ['standalone'],
    may: 'everyone',
    where: 'app',
  },
  /** Joins the same office again with this store, after its hub was put back from a backup that is older than it. */
  'sync.joinAgain': {
    input: z.object({ code: z.string().max(100).optional(), file: z.string().max(2_000_000).optional() }),
    output: syncStatus,
    errors: [...byHub, 'badInvitation', 'otherPerson', 'badFile'],
    may: 'everyone',
    where: 'app',
  },
  'sync.test': {
    input: nothing,
    output: z.object({
      connection: z.enum(connections),
      hub: z.string(),
      /** Minutes by which this laptop's clock is ahead of the hub's; null where the hub did not answer. */
      clockAhead: z.number().nullable(),
    }),
    errors: ['standalone'],
    may: 'everyone',
    where: 'app',
  },
  /** Lets go what the office says is not this person's any more, after an unusual removal was asked about. */
  'sync.allowRemoval': {
    input: nothing,
    output: syncStatus,
    errors: ['standalone'],
    may: 'everyone',
    where: 'app',
  },
  /** Fetches a file of a record from the office; answers when it is here. */
  'sync.fetchFile': {
    input: oneFile,
    output: z.object({}),
    errors: [...byHub, 'notFound', 'fileNotHere'],
    may: filers,
    where: 'app',
  },
  'sync.log': {
    input: z.object({ limit: z.int().min(1).max(1_000).default(200) }),
    output: z.array(syncLogLine),
    errors: [],
    may: 'everyone',
    where: 'read',
  },
  'sync.waiting': {
    input: nothing,
    output: z.array(waitingItem),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['visit', 'suite', 'person', 'pen', 'conflict', 'setting', 'form', 'throughput', 'panel'],
  },
  /** Takes back a change that the office refused, or that is not sent yet: its words are kept in the log of the record. */
  'sync.takeBack': {
    input: z.object({ change: recordId }),
    output: z.object({}),
    errors: ['notFound', 'movedOn'],
    may: 'everyone',
    where: 'write',
  },
  'sync.conflicts': {
    input: z.object({ record: recordId.optional() }),
    output: z.array(contested),
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['conflict', 'visit', 'person', 'suite', 'form'],
  },
  'sync.settle': {
    input: z.object({ id: recordId, seen: z.array(recordId), places: z.array(wantedPlace).min(1) }),
    output: saved,
    errors: ['notFound', 'movedOn', 'changedElsewhere'],
    may: 'everyone',
    where: 'write',
  },
  /** Everything unsent, encrypted under a passphrase of its own, to be brought in elsewhere. */
  'sync.rescueOut': {
    input: z.object({ path: z.string().max(2_000).optional(), passphrase }),
    output: z.object({
      path: z.string(),
      bytes: z.int(),
      changes: z.int(),
      files: z.int(),
      damaged: z.int(),
    }),
    errors: ['standalone', 'weakPassphrase', 'cannotWrite', 'fileExists', 'nothingUnsent', 'unsentDamaged'],
    may: 'everyone',
    where: 'write',
  },
  'sync.rescueIn': {
    input: z.object({
      /** Where it lies, or what is in it as base64, where a window was given the file and does not learn its path. */
      path: z.string().max(2_000).optional(),
      file: z.string().max(largestFile).optional(),
      passphrase,
    }),
    output: z.object({ changes: z.int(), known: z.int(), files: z.int() }),
    errors: ['standalone', 'notARescueFile', 'wrongPassphrase', 'cannotRead', 'foreignOffice'],
    may: 'everyone',
    where: 'write',
    carriesFile: true,
  },
  /** The pens of drafts that the office waits for. */
  'pens.list': {
    input: nothing,
    output: z.array(
      z.object({
        id: recordId,
        visit: recordId,
        suite: z.string().nullable(),
        week: z.iso.date().nullable(),
        /** The pair, to whom the pen can be handed. */
        visitors: z.array(z.object({ id: recordId, name: z.string() })),
        holder: z.object({ person: recordId, name: z.string(), since: isoInstant, here: z.boolean() }),
      }),
    ),
    errors: [],
    may: writers,
    where: 'read',
    of: ['pen', 'person', 'suite'],
  },
  /** Hands the pen of a draft to the other visitor; from a lost laptop the office does. */
  'pens.hand': {
    input: z.object({ visit: recordId, to: recordId }),
    output: saved,
    errors: ['notFound', 'notAllowed'],
    may: writers,
    where: 'write',
  },
  /** Makes a laptop's first store out of an invitation: a code and the hub's address, or a file that needs no network. */
  'store.join': {
    input: z.object({
      name: z.string().max(200),
      passphrase,
      hub: z.string().max(500).optional(),
      code: z.string().max(100).optional(),
      file: z.string().max(2_000_000).optional(),
    }),
    output: z.object({
      recoveryCode: z.string(),
      person: z.string(),
      body: z.string(),
      reached: z.boolean(),
    }),
    errors: [
      'storeExists',
      'weakPassphrase',
      'cannotWrite',
      'badInvitation',
      'hubUnreachable',
      'notAHub',
      'tooOld',
      'badFile',
    ],
    may: 'anyone',
    where: 'app',
  },
  /** Asked of the hub itself, so only while it can be reached. */
  'hub.people': {
    input: nothing,
    output: messages.people.output,
    errors: byHub,
    may: administrators,
    where: 'app',
  },
  'hub.invite': {
    input: messages.invite.input,
    output: messages.invite.output,
    errors: byHub,
    may: administrators,
    where: 'app',
  },
  'hub.revoke': {
    input: messages.revoke.input,
    output: z.object({}),
    errors: [...byHub, 'notFound'],
    may: administrators,
    where: 'app',
  },
  'hub.unlock': {
    input: messages.unlock.input,
    output: messages.unlock.output,
    errors: [...byHub, 'notFound'],
    may: administrators,
    where: 'app',
  },
  /** Destroys what a disposal names everywhere, once it was approved by a second person, and brings that here at once. */
  'hub.dispose': {
    input: messages.dispose.input,
    output: messages.dispose.output,
    errors: [...byHub, 'notFound'],
    may: ['caseworker', 'administrator'],
    where: 'app',
  },
  'hub.closeRecovery': {
    input: nothing,
    output: z.object({}),
    errors: byHub,
    may: administrators,
    where: 'app',
  },
} as const satisfies Record<string, Call>;
