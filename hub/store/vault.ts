import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/**
 * Encrypts what a database must not know: documents, patches, answers, names, keys. Each piece is sealed together with
 * the place it lies in, so that none can be carried to another row. Ids, audience keys and the sequence stay clear.
 */
export type Vault = {
  seal(place: string, what: string | Uint8Array): Uint8Array;
  /** Throws where the piece was altered or lies in another place: the database is damaged, or was tampered with. */
  open(place: string, sealed: Uint8Array): string;
  openBytes(place: string, sealed: Uint8Array): Buffer;
  /** A mark by which a database finds what it must not know: the same for the same words, and nothing leads back. */
  mark(words: string): string;
};

const nonceLength = 12;
const tagLength = 16;

export const openVault = (dataKey: Uint8Array, store: string): Vault => {
  // Made once: from bytes a key would be made anew for each piece, which costs more than sealing it.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, store, 'icv-desk hub payload', 32)));
  const marks = createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, store, 'icv-desk hub marks', 32)));
  const openBytes: Vault['openBytes'] = (place, sealed) => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const end = bytes.length - tagLength;
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(end));
    return Buffer.concat([cipher.update(bytes.subarray(nonceLength, end)), cipher.final()]);
  };
  return {
    openBytes,
    seal: (place, what) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      return Buffer.concat([
        nonce,
        cipher.update(typeof what === 'string' ? Buffer.from(what) : what),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    mark: (words) => createHmac('sha256', marks).update(words).digest('base64url'),
    open: (place, sealed) => openBytes(place, sealed).toString('utf8'),
  };
};

/** The places of sealed pieces, each named once. */
export const placeOf = {
  meta: (key: string) => `meta/${key}`,
  record: (type: string, id: string) => `record/${type}/${id}`,
  patch: (change: string, record: string) => `log/${change}/${record}`,
  answer: (change: string) => `answer/${change}`,
  held: (change: string) => `held/${change}`,
  deviceName: (id: string) => `device/${id}/name`,
  unlock: (id: string) => `device/${id}/unlock`,
  subject: (type: string, id: string) => `subject/${type}/${id}`,
  taken: (type: string, id: string) => `taken/${type}/${id}`,
  quarantine: (id: string) => `quarantine/${id}`,
  piece: (type: string, id: string, hash: string, start: number) => `file/${type}/${id}/${hash}/${start}`,
};
