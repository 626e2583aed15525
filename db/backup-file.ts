import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, truncateSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { syncToDisk } from './disk.ts';
import { attemptToRead } from './failure.ts';
import { keysToText, type StoreKeys, textToKeys } from './keys.ts';

/*
 * A backup is one file: the encrypted database as it is, and behind it what is needed to open it anywhere.
 *
 *     database | trailer (JSON) | length of the trailer, 4 bytes, little-endian | mark, 16 bytes
 *
 * The trailer stands at the end so that the database is written once and not copied, and so that a torn file,
 * which has lost its end, is never taken for a backup.
 */
const mark = 'icv-desk backup1';
const footLength = 4 + mark.length;
const longestTrailer = 1_000_000;

const trailerSchema = z.strictObject({
  /** Length of the database, in bytes. */
  bytes: z.int().min(512),
  sha256: z.string(),
  /** The text of keys.json, without the way that works on one computer only. */
  keys: z.string(),
});
type Trailer = z.infer<typeof trailerSchema>;

/** What can be known of a backup before it is unlocked. */
export type Backup = { keys: StoreKeys; bytes: number; sha256: string };

const withFile = <T>(path: string, flags: string, work: (handle: number) => T): T => {
  const handle = openSync(path, flags);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
};

/** The hash of the first `bytes` of a file, a megabyte at a time. */
const hashOf = (path: string, bytes: number): string =>
  withFile(path, 'r', (handle) => {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(1_048_576);
    for (let done = 0; done < bytes; ) {
      const read = readSync(handle, piece, 0, Math.min(piece.length, bytes - done), done);
      if (read === 0) break;
      hash.update(piece.subarray(0, read));
      done += read;
    }
    return hash.digest('hex');
  });

/** Makes a backup of a copied database by putting the trailer behind it, durably. Throws what the disk throws. */
export const addTrailer = (path: string, keys: StoreKeys): void => {
  const bytes = withFile(path, 'r', (handle) => fstatSync(handle).size);
  const trailer: Trailer = { bytes, sha256: hashOf(path, bytes), keys: keysToText(keys) };
  const text = Buffer.from(JSON.stringify(trailer));
  const foot = Buffer.alloc(footLength);
  foot.writeUInt32LE(text.length, 0);
  foot.write(mark, 4, 'latin1');
  withFile(path, 'a', (handle) => {
    writeSync(handle, Buffer.concat([text, foot]));
    fsyncSync(handle);
  });
};

const trailerOf = (path: string): string | undefined =>
  withFile(path, 'r', (handle) => {
    const { size } = fstatSync(handle);
    const foot = Buffer.alloc(footLength);
    if (size < footLength || readSync(handle, foot, 0, footLength, size - footLength) < footLength)
      return undefined;
    const length = foot.readUInt32LE(0);
    if (foot.toString('latin1', 4) !== mark || length > longestTrailer || length + footLength > size)
      return undefined;
    const text = Buffer.alloc(length);
    readSync(handle, text, 0, length, size - footLength - length);
    return text.toString('utf8');
  });

const parsed = (text: string): Trailer | undefined => {
  try {
    return trailerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Reads what a backup says of itself: `notABackup` for any other file, `cannotRead`, `storeNewer`. */
export const readBackup = (path: string): Result<Backup, Failure> => {
  const text = attemptToRead(path, () => trailerOf(path));
  if (!text.ok) return text;
  const trailer = text.value === undefined ? undefined : parsed(text.value);
  if (!trailer) return fail({ tag: 'notABackup', path });
  const keys = textToKeys(trailer.keys);
  if (keys.ok) return ok({ keys: keys.value, bytes: trailer.bytes, sha256: trailer.sha256 });
  return keys.error.tag === 'keyDamaged' ? fail({ tag: 'notABackup', path }) : keys;
};

/**
 * Makes of a copied backup the database it began as, durably; false where the bytes are not those that were
 * written. Throws what the disk throws.
 */
export const cutTrailer = (path: string, backup: Backup): boolean => {
  if (hashOf(path, backup.bytes) !== backup.sha256) return false;
  truncateSync(path, backup.bytes);
  syncToDisk(path, 'file');
  return true;
};
