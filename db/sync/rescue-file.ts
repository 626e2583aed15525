import { createCipheriv, createDecipheriv, createHash, scryptSync } from 'node:crypto';
import type { Sources } from '#shared/ids.ts';
import { normalised } from '../wrap.ts';
import { type Left, pack, unpack } from './rest.ts';

/*
 * A rescue file:
 *
 *     mark, 16 bytes | SHA-256 of the rest, 32 | salt, 16 | nonce, 12 | what is unsent, gzip, AES-256-GCM | tag, 16
 *
 * The sum tells a damaged file from a wrong passphrase; it keeps nobody out.
 */
const mark = Buffer.from('icv-desk rescue1', 'latin1');
const sumLength = 32;
const saltLength = 16;
const nonceLength = 12;
const tagLength = 16;
const shortest = mark.length + sumLength + saltLength + nonceLength + tagLength;

/**
 * 128 MiB and about half a second for each guess, as OWASP asks for. Where the store's own wraps take Argon2id, this is
 * scrypt: it is worked out within one job of the worker that writes, which waits for nothing.
 */
const keyOf = (passphrase: string, salt: Uint8Array): Buffer =>
  scryptSync(normalised(passphrase), salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Everything unsent as the bytes of a rescue file, under a passphrase of its own. */
export const toRescueFile = (left: Left, passphrase: string, sources: Sources): Buffer => {
  const salt = sources.random(saltLength);
  const nonce = sources.random(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce).setAAD(mark);
  const hidden = Buffer.concat([cipher.update(pack(left)), cipher.final(), cipher.getAuthTag()]);
  const content = Buffer.concat([salt, nonce, hidden]);
  return Buffer.concat([mark, sumOf(content), content]);
};

/** What is in a rescue file; `damaged` also for any other file. */
export const fromRescueFile = (file: Buffer, passphrase: string): Left | 'damaged' | 'wrong passphrase' => {
  const content = file.subarray(mark.length + sumLength);
  const isWhole =
    file.length >= shortest &&
    file.subarray(0, mark.length).equals(mark) &&
    file.subarray(mark.length, mark.length + sumLength).equals(sumOf(content));
  if (!isWhole) return 'damaged';
  const salt = content.subarray(0, saltLength);
  const nonce = content.subarray(saltLength, saltLength + nonceLength);
  const hidden = content.subarray(saltLength + nonceLength);
  const cipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce, {
    authTagLength: tagLength,
  })
    .setAAD(mark)
    .setAuthTag(hidden.subarray(-tagLength));
  try {
    const packed = Buffer.concat([cipher.update(hidden.subarray(0, -tagLength)), cipher.final()]);
    return unpack(packed) ?? 'damaged';
  } catch {
    return 'wrong passphrase';
  }
};
