import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Sources } from '#shared/ids.ts';
import { proofText } from '#shared/sync/wire.ts';

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8. */
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A device's own key: both halves as base64url, the private one as PKCS #8, the public one as its raw bytes. */
export type DeviceKey = { key: string; publicKey: string };

/** A new key, made here and never sent: only its public half travels. */
export const newDeviceKey = (sources: Sources): DeviceKey => {
  const key = Buffer.concat([pkcs8Ed25519, sources.random(32)]).toString('base64url');
  return { key, publicKey: publicKeyOf(key) };
};

export const publicKeyOf = (key: string): string =>
  createPublicKey(keyObject(key)).export({ format: 'jwk' }).x as string;

const keyObject = (key: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(key, 'base64url'), format: 'der', type: 'pkcs8' });

/** The signature over one request, its body exactly as it travels. */
export const proofOf = (
  caller: { key: string; token: string | null },
  { method, path, body, nonce }: { method: string; path: string; body: Uint8Array; nonce: string },
): string => {
  const digest = createHash('sha256').update(body).digest('hex');
  const text = proofText(method, path, digest, nonce, caller.token ?? '');
  return sign(null, Buffer.from(text), keyObject(caller.key)).toString('base64url');
};
