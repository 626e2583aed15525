import { z } from 'zod';

/**
 * The protocol versions there have been, and why each exists. A hub serves all that it lists; a laptop speaks the
 * newest that both know, so that an older laptop can always deliver.
 */
const protocols = [{ version: 1, why: 'the first: greeting, push, pull in two streams, digests' }] as const;
const versions = protocols.map(({ version }) => version);
export const protocol = { oldest: Math.min(...versions), newest: Math.max(...versions) } as const;

/** What one message may hold at most, in pieces or bytes. */
export const limits = {
  /** Changes in a push, and the bytes of them before compression. */
  changes: 200,
  bytes: 1_000_000,
  /** Bytes of a body after decompression; anything larger is refused while it is read. */
  body: 4_000_000,
  /** Items in a page, and the bytes after which a page ends. */
  items: 500,
  page: 1_000_000,
  /** Bytes of a piece of an attached file, and of a whole one. */
  piece: 256_000,
  file: 25_000_000,
  /** Bytes of the unsent work that a revoked laptop may leave. */
  quarantine: 50_000_000,
} as const;

/** Why the hub does not do what it is asked, with the HTTP status it says it by. Sentences stand in `shared/errors.ts`. */
export const refusals = {
  badRequest: 400,
  notJoined: 401,
  nonce: 401,
  staleToken: 409,
  revoked: 403,
  notAllowed: 403,
  badInvitation: 403,
  otherPerson: 403,
  notFound: 404,
  foreignOffice: 409,
  tooOld: 426,
  tooLarge: 413,
  tooMany: 429,
  stopping: 503,
  unexpected: 500,
} as const;
export type RefusalTag = keyof typeof refusals;
export const refusal = z.object({ refused: z.string(), retryAfter: z.number().optional() });

/**
 * What a device signs with its key for each request, with a nonce of the hub so that no clock is needed. The digest is
 * SHA-256 of the body exactly as it travels, as hex.
 */
export const proofText = (
  method: string,
  path: string,
  digest: string,
  nonce: string,
  token: string,
): string => ['ICV1', method, path, digest, nonce, token].join('\n');
/** Headers of a request: who asks and the proof; and the one of every answer with the next nonce. */
export const headers = {
  device: 'icv-device',
  token: 'icv-token',
  nonce: 'icv-nonce',
  proof: 'icv-proof',
} as const;
