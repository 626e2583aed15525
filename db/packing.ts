import { constants as buffers } from 'node:buffer';
import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import {
  constants,
  createGunzip,
  createZstdDecompress,
  gunzip,
  gzip,
  zstdCompress,
  zstdDecompress,
} from 'node:zlib';
import { inTurns } from '#shared/turns.ts';

/** How bodies are packed as they travel, the better first: Zstandard sees how pages repeat where gzip looks back 32 kB. */
export const packings = ['zstd', 'gzip'] as const;
export type Packing = (typeof packings)[number];

/** As large as gzip at its usual level is slow. */
const level = { [constants.ZSTD_c_compressionLevel]: 6 };
/** Looking back further than 8 MB is not asked for by anything that is sent here, and would fill the memory. */
const window = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };

const ways = {
  zstd: {
    pack: (bytes: Uint8Array) =>
      promisify(zstdCompress)(bytes, { params: level, pledgedSrcSize: bytes.length }),
    unpack: (bytes: Uint8Array, most: number) =>
      promisify(zstdDecompress)(bytes, { ...window, maxOutputLength: most }),
    stream: (): Transform => createZstdDecompress(window),
  },
  gzip: {
    pack: (bytes: Uint8Array) => promisify(gzip)(bytes),
    unpack: (bytes: Uint8Array, most: number) => promisify(gunzip)(bytes, { maxOutputLength: most }),
    stream: (): Transform => createGunzip(),
  },
};

/**
 * So many bodies are packed and unpacked at once, as Node has threads for it. Each takes up to some megabytes from the
 * moment it is begun, also while it waits for a thread: of a thousand laptops at once that came to more than a gigabyte.
 */
const inTurn = inTurns(4);

export const pack = (packing: Packing, text: string): Promise<Buffer> =>
  inTurn(() => ways[packing].pack(Buffer.from(text)));

/** @param most bytes; rejects with `ERR_BUFFER_TOO_LARGE` as soon as there are more */
export const unpack = (
  packing: Packing,
  bytes: Uint8Array,
  most: number = buffers.MAX_LENGTH,
): Promise<Buffer> => inTurn(() => ways[packing].unpack(bytes, most));

export const unpacking = (packing: Packing): Transform => ways[packing].stream();

/** The best way that somebody takes, by their `accept-encoding`. */
export const bestFor = (accepted: unknown): Packing | undefined =>
  packings.find((packing) =>
    new RegExp(`\\b${packing}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, 'i').test(String(accepted ?? '')),
  );

/** How something is packed, by its `content-encoding`: null where it is not, undefined where nobody here can unpack it. */
export const packingOf = (encoding: unknown): Packing | null | undefined => {
  const name = String(encoding ?? 'identity').toLowerCase();
  if (name === 'identity') return null;
  return packings.find((packing) => name === packing || name === `x-${packing}`);
};
