import { createPublicKey, hash, timingSafeEqual, verify } from 'node:crypto';
import type { Sources } from '#shared/ids.ts';

/** SHA-256 of a text, as hex: how tokens and codes are kept, so that nobody who reads the store can use them. */
export const hashOf = (text: string | Uint8Array): string => hash('sha256', text);

/** Compares hashes, so that neither the time nor the length tells how much of a guess was right. */
export const sameHash = (a: string, b: string | null): boolean =>
  b !== null && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** A new token: 256 random bits. */
export const newToken = (sources: Sources): string => Buffer.from(sources.random(32)).toString('base64url');

const publicKeyOf = (raw: string) =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' });

/** Whether a text can be the public half of a device's key at all. */
export const isPublicKey = (raw: string): boolean => {
  if (!/^[A-Za-z0-9_-]{43}$/.test(raw)) return false;
  try {
    return publicKeyOf(raw).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
};

/** Whether a text was signed (Ed25519, base64url) with the private half of a raw public key. */
export const isSignedBy = (key: string, text: string, signature: string): boolean => {
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature) || !isPublicKey(key)) return false;
  return verify(null, Buffer.from(text), publicKeyOf(key), Buffer.from(signature, 'base64url'));
};
