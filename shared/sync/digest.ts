import type { Version } from './wire.ts';

/** The digest of a set in which nothing is. */
export const emptyDigest = '0'.repeat(64);

/** What stands for one record at one version in the digest of every set that it belongs to; `hash` is SHA-256 as hex. */
export const versionDigest = (id: string, { epoch, n }: Version, hash: (text: string) => string): string =>
  hash(`${id} ${epoch} ${n}`);

/** A digest with one record put in, or taken out again: both are the same, in whatever order. */
export const toggled = (digest: string, one: string): string =>
  (BigInt(`0x${digest}`) ^ BigInt(`0x${one}`)).toString(16).padStart(emptyDigest.length, '0');

/** The count and the digest of a whole set, each record in it once. */
export const digestOfSet = (
  records: Iterable<{ id: string } & Version>,
  hash: (text: string) => string,
): { count: number; xor: string } => {
  let count = 0;
  let xor = 0n;
  for (const { id, epoch, n } of records) {
    count += 1;
    xor ^= BigInt(`0x${versionDigest(id, { epoch, n }, hash)}`);
  }
  return { count, xor: xor.toString(16).padStart(emptyDigest.length, '0') };
};
