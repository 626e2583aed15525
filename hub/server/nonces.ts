import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Sources } from '#shared/ids.ts';

/** How long a nonce can be signed, by the hub's own clock. */
const lifetime = 5 * 60_000;
const randomBytes = 10;
const macBytes = 16;

const macOf = (secret: string, text: Uint8Array): Buffer =>
  createHmac('sha256', secret).update('icv-desk nonce 1').update(text).digest().subarray(0, macBytes);

/**
 * A nonce: when it runs out, something random, and the hub's own mark on both. Nothing is kept, so that any process
 * of the hub knows what another one gave.
 */
export const newNonce = (secret: string, sources: Sources): string => {
  const expires = Buffer.alloc(6);
  expires.writeUIntBE(sources.now() + lifetime, 0, 6);
  const text = Buffer.concat([expires, sources.random(randomBytes)]);
  return Buffer.concat([text, macOf(secret, text)]).toString('base64url');
};

/** Whether this hub gave a nonce, not too long ago. */
export const isFresh = (secret: string, nonce: string, now: number): boolean => {
  const all = Buffer.from(nonce, 'base64url');
  if (all.length !== 6 + randomBytes + macBytes || all.toString('base64url') !== nonce) return false;
  const text = all.subarray(0, -macBytes);
  if (!timingSafeEqual(all.subarray(-macBytes), macOf(secret, text))) return false;
  const expires = text.readUIntBE(0, 6);
  return now < expires && expires <= now + lifetime;
};
