import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/** X25519: the public key as base64url of its raw bytes, the private one as base64url of its PKCS #8. */
export type SealingKeys = { publicKey: string; privateKey: string };

const rawLength = 32;
const tagLength = 16;

const rawOf = (key: KeyObject): string => key.export({ format: 'jwk' }).x as string;
const publicOf = (raw: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: raw }, format: 'jwk' });

/** New keys of somebody to whom things can be sealed. */
export const newSealingKeys = (): SealingKeys => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: rawOf(publicKey),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
};

/** One key for one message: it comes from an ephemeral key and both public ones, so that the nonce can stand still. */
const keyOf = (secret: Uint8Array, ephemeral: string, recipient: string): Uint8Array =>
  new Uint8Array(
    hkdfSync('sha256', secret, Buffer.from(ephemeral + recipient, 'utf8'), 'icv-desk sealed 1', 32),
  );
const nonce = Buffer.alloc(12);

/**
 * Seals bytes so that only the holder of the private key can read them: an ephemeral X25519 key, HKDF-SHA-256 and
 * AES-256-GCM. Gives base64url of the ephemeral key, what was hidden, and its tag.
 */
export const sealTo = (publicKey: string, content: Uint8Array): string => {
  const ephemeral = generateKeyPairSync('x25519');
  const secret = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicOf(publicKey) });
  const own = rawOf(ephemeral.publicKey);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, own, publicKey), nonce);
  return Buffer.concat([
    Buffer.from(own, 'base64url'),
    cipher.update(content),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64url');
};

/** What was sealed to these keys; undefined where it was sealed to others, or is damaged. */
export const openSealed = (privateKey: string, sealed: string): Buffer | undefined => {
  try {
    const all = Buffer.from(sealed, 'base64url');
    const key = createPrivateKey({
      key: Buffer.from(privateKey, 'base64url'),
      format: 'der',
      type: 'pkcs8',
    });
    const ephemeral = all.subarray(0, rawLength).toString('base64url');
    const secret = diffieHellman({ privateKey: key, publicKey: publicOf(ephemeral) });
    const own = rawOf(createPublicKey(key));
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret, ephemeral, own), nonce, {
      authTagLength: tagLength,
    }).setAuthTag(all.subarray(-tagLength));
    return Buffer.concat([cipher.update(all.subarray(rawLength, -tagLength)), cipher.final()]);
  } catch {
    return undefined;
  }
};
