import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SqliteFile, { type Database } from 'better-sqlite3';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isPlain, syncToDisk } from './disk.ts';
import { attempt } from './failure.ts';
import { type Hold, holdStore } from './hold.ts';
import type { DataKey } from './keys.ts';

/** "ICVD" in the header of every store, so that no other encrypted database is taken for one. */
export const applicationId = 0x49435644;

/** How long one connection waits for another of the same process, in milliseconds. */
const busyTimeout = 5_000;

/**
 * Gives a connection its cipher and key, before anything else is asked of it. A pragma cannot bind values, so the
 * key is written into it: its hex is checked first. A raw key needs no derivation, which would take 125 ms each
 * time. Why this cipher: docs/decisions/0001-cipher.md.
 */
const unlock = (db: Database, key: DataKey): void => {
  const hex = Buffer.from(key).toString('hex');
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error('A data key has 32 bytes');
  db.pragma("cipher = 'aegis'");
  db.pragma(`key = "x'${hex}'"`);
};

/** A connection to an encrypted file, unlocked; nothing has been read yet. Throws what SQLite throws. */
const connect = (path: string, key: DataKey, how: { readonly: boolean; mustExist: boolean }): Database => {
  const db = new SqliteFile(resolve(path), {
    readonly: how.readonly,
    fileMustExist: how.mustExist,
    timeout: busyTimeout,
  });
  try {
    unlock(db, key);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** What holds for every connection to a store. Nothing is ever written outside the encrypted file and its log. */
const settle = (db: Database): void => {
  if (!db.readonly) db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // Every commit is on disk either way; the log is taken into the file less often than after each batch of sync.
  db.pragma('wal_autocheckpoint = 4000');
  db.pragma('temp_store = MEMORY');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
};

/**
 * Makes a new, empty, encrypted store file at `path` and closes it again. `fileExists` where something is there,
 * `cannotWrite`, `diskFull`. An unkeyed connection would silently make a plain file, so the header is looked at
 * afterwards; a plain one is a bug and throws.
 */
export const createFile = (path: string, key: DataKey): Result<void, Failure> => {
  if (existsSync(path)) return fail({ tag: 'fileExists', path });
  if (!existsSync(dirname(resolve(path)))) return fail({ tag: 'cannotWrite', path });
  const made = attempt(path, () => {
    const db = connect(path, key, { readonly: false, mustExist: false });
    try {
      settle(db);
      db.pragma(`application_id = ${applicationId}`);
    } finally {
      db.close();
    }
    syncToDisk(path, 'file');
  });
  if (!made.ok) rmSync(path, { force: true });
  else if (isPlain(path)) {
    rmSync(path);
    throw new Error('A store was created in plain text');
  }
  return made;
};

/**
 * Opens a store with a key that has been proved against its check value, so that what cannot be read now is damage.
 *
 * For writing it also takes the right to write (`storeInUse` where another process has it), which ends with
 * `close()`. A reader needs no right: it is opened beside the writer of the same process, and after it.
 *
 * `together` lets several processes of this computer write, as the hub and its commands do, each in transactions.
 *
 * Fails with `noStore`, `storePlain`, `storeDamaged`, `storeInUse`, `cannotWrite`, `diskFull`.
 */
export const openFile = (
  path: string,
  key: DataKey,
  { readonly, together = false }: { readonly: boolean; together?: boolean },
): Result<Database, Failure> => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return fail({ tag: 'noStore' });
  if (!found.isFile()) return fail({ tag: 'storeDamaged' });
  if (readonly) return openUnlocked(path, key, true);
  const hold = holdStore(dirname(resolve(path)), together ? 'together' : 'alone');
  if (!hold.ok) return hold;
  const opened = openUnlocked(path, key, false);
  if (!opened.ok) hold.value.release();
  else releaseOnClose(opened.value, hold.value);
  return opened;
};

/** The right to write ends with the connection that needed it, so that nobody has to remember it. */
const releaseOnClose = (db: Database, hold: Hold): void => {
  const close = db.close.bind(db);
  db.close = () => {
    close();
    hold.release();
    return db;
  };
};

/** An empty file would open as a new store; it has no id, so nothing is begun in the place of what was lost. */
const openUnlocked = (path: string, key: DataKey, readonly: boolean): Result<Database, Failure> => {
  const opened = attempt(path, () => {
    const db = connect(path, key, { readonly, mustExist: true });
    try {
      const found = db.pragma('application_id', { simple: true });
      if (found === applicationId) settle(db);
      return { db, ours: found === applicationId };
    } catch (error) {
      db.close();
      throw error;
    }
  });
  if (!opened.ok)
    return opened.error.tag === 'storeDamaged' && isPlain(path) ? fail({ tag: 'storePlain' }) : opened;
  if (opened.value.ours) return ok(opened.value.db);
  opened.value.db.close();
  return fail({ tag: 'storeDamaged' });
};
