import { z } from 'zod';
import { shortText } from '#shared/records/common.ts';
import { session, storeStatus } from '#shared/views.ts';
import { type Call, nothing } from './call.ts';

const passphrase = z.string().max(1_000);

/** The store as a whole, and whoever is at work in it. */
export const storeCalls = {
  'store.status': { input: nothing, output: storeStatus, errors: [], may: 'anyone', where: 'app' },
  'store.create': {
    input: z.object({
      /** What the unlock screen calls this store: initials are enough, since it stands outside the encryption. */
      name: shortText,
      person: shortText,
      body: shortText,
      passphrase,
      start: z.enum(['empty', 'west-mercia', 'example']),
    }),
    output: z.object({ recoveryCode: z.string() }),
    errors: ['storeExists', 'weakPassphrase', 'cannotWrite'],
    may: 'anyone',
    where: 'app',
  },
  'store.unlock': {
    input: z.object({
      name: z.string().max(200).optional(),
      passphrase: passphrase.optional(),
      /** The printed one, or the one that the office reads out. */
      recoveryCode: z.string().max(200).optional(),
      /** With a code: the passphrase that opens the store from now on, in place of the one that was forgotten. */
      newPassphrase: passphrase.optional(),
    }),
    output: nothing,
    errors: [
      'weakPassphrase',
      'newPassphraseNeeded',
      'leaseOver',
      'accessEnded',
      'noStore',
      'whichStore',
      'wrongPassphrase',
      'wrongRecoveryCode',
      'keyDamaged',
      'keychainMissing',
      'storeDamaged',
      'storePlain',
      'storeNewer',
      'storeInUse',
    ],
    may: 'anyone',
    where: 'app',
  },
  'store.lock': { input: nothing, output: nothing, errors: [], may: 'everyone', where: 'app' },
  'store.changePassphrase': {
    input: z.object({ current: passphrase, next: passphrase }),
    output: nothing,
    errors: ['wrongPassphrase', 'weakPassphrase'],
    may: 'everyone',
    where: 'app',
  },
  'store.backUp': {
    input: z.object({ path: z.string().max(2_000).optional() }),
    output: z.object({ path: z.string(), bytes: z.int() }),
    errors: ['cannotWrite', 'fileExists'],
    may: 'everyone',
    where: 'write',
    bulk: true,
  },
  'store.check': {
    input: nothing,
    output: z.object({ ok: z.boolean(), findings: z.array(z.string()) }),
    errors: [],
    may: 'everyone',
    where: 'read',
    bulk: true,
  },
  'session.get': {
    input: nothing,
    output: session,
    errors: [],
    may: 'everyone',
    where: 'read',
    of: ['setting', 'person'],
  },
  'preferences.get': {
    input: nothing,
    output: z.record(z.string(), z.json()),
    errors: [],
    may: 'everyone',
    where: 'read',
  },
  'preferences.set': {
    input: z.object({ key: z.string().max(100), value: z.json() }),
    output: nothing,
    errors: [],
    may: 'everyone',
    where: 'write',
  },
} as const satisfies Record<string, Call>;
