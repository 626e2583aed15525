import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import type { Sources } from '#shared/ids.ts';

const bytes = (length: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `${length} bytes`);

/** The data key as it lies in a wrap: AES-256-GCM, its tag at the end. */
const sealed = { nonce: bytes(12), sealed: bytes(32 + 16) };

/**
 * The ways to the data key. What is not secret of a way stands beside the sealed key, and is part of what
 * the seal covers, so that nobody can weaken it or carry it into another store.
 *
 * The bounds of the cost keep a rubbish file from asking for all memory; the lower ones are OWASP's least for
 * Argon2id (19 MiB, 2 passes).
 */
export const wrapSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passphrase'),
    /** KiB of memory. */
    memory: z.int().min(19_456).max(1_048_576),
    passes: z.int().min(2).max(16),
    salt: bytes(16),
    ...sealed,
  }),
  z.strictObject({ kind: z.literal('recovery'), salt: bytes(16), ...sealed }),
  /** A code like the recovery code that only the office has: it is read out on the telephone, and used once. */
  z.strictObject({ kind: z.literal('office'), salt: bytes(16), ...sealed }),
  /** `secret` is what the operating system's keychain made of the wrapping key. */
  z.strictObject({ kind: z.literal('keychain'), secret: z.base64(), ...sealed }),
]);
export type Wrap = z.infer<typeof wrapSchema>;
export type WrapOf<K extends Wrap['kind']> = Extract<Wrap, { kind: K }>;

/** A wrap before the key is sealed in it. */
export type Way = { [K in Wrap['kind']]: Omit<WrapOf<K>, 'nonce' | 'sealed'> }[Wrap['kind']];

export const text64 = (value: Uint8Array): string => Buffer.from(value).toString('base64');
export const bytes64 = (text: string): Buffer => Buffer.from(text, 'base64');

/** What a seal covers besides the key: which store, which way, and all that is known of the way. */
const covered = (store: string, way: Way): Buffer => {
  const { kind, ...rest } = way;
  const known = Object.entries(rest).filter(([name]) => name !== 'nonce' && name !== 'sealed');
  return Buffer.from(JSON.stringify(['icv-desk wrap 1', store, kind, Object.fromEntries(known.sort())]));
};

/** Seals the data key under a wrapping key of 32 bytes. */
export const seal = <W extends Way>(
  store: string,
  way: W,
  wrappingKey: Uint8Array,
  key: Uint8Array,
  sources: Sources,
): W & { nonce: string; sealed: string } => {
  const nonce = sources.random(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(covered(store, way));
  const hidden = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { ...way, nonce: text64(nonce), sealed: text64(hidden) };
};

/** The data key, or undefined where the wrapping key is not the one it was sealed with. */
export const unseal = (store: string, wrap: Wrap, wrappingKey: Uint8Array): Buffer | undefined => {
  const hidden = bytes64(wrap.sealed);
  const cipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes64(wrap.nonce), { authTagLength: 16 })
    .setAAD(covered(store, wrap))
    .setAuthTag(hidden.subarray(32));
  try {
    return Buffer.concat([cipher.update(hidden.subarray(0, 32)), cipher.final()]);
  } catch {
    return undefined;
  }
};

/** What Argon2id costs: `memory` in KiB. */
export type Cost = { memory: number; passes: number };

/** The wrapping key of a passphrase, normalised first: the same letters may be typed as different code points. */
export const keyOfPassphrase = (passphrase: string, way: Cost & { salt: string }): Promise<Uint8Array> =>
  argon2id({
    password: normalised(passphrase),
    salt: bytes64(way.salt),
    iterations: way.passes,
    parallelism: 1,
    memorySize: way.memory,
    hashLength: 32,
    outputType: 'binary',
  });

export const normalised = (passphrase: string): string => passphrase.normalize('NFKC');

/** The wrapping key of a recovery code, or of the office's, which is random enough to need no slow hash. */
export const keyOfRecoveryCode = (code: string, salt: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', code, bytes64(salt), 'icv-desk recovery code', 32));
