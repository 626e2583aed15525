import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Failure } from '#shared/errors.ts';
import { instant, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { addTrailer } from './backup-file.ts';
import { freeName, makeFolder, moveInPlace, removeFolder } from './disk.ts';
import { attempt } from './failure.ts';
import { openFile } from './file.ts';
import { backupsFolder } from './folder.ts';
import { type DataKey, type StoreKeys, withoutKeychain } from './keys.ts';

/** How many of the backups made before migrations are kept. */
const keptBackups = 5;

const unfinishedEnd = '.unfinished';

/** The rows of every table: what a copy must have too. Virtual tables are counted by the tables behind them. */
const countRows = (db: Database): Map<string, number> => {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  return new Map(
    names.map((name) => [
      name,
      db
        .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get() as number,
    ]),
  );
};

/** Whether SQLite finds nothing wrong in a whole store. Every page is read, and so proved against its seal. */
export const isSound = (db: Database): boolean => db.pragma('quick_check(1)', { simple: true }) === 'ok';

/**
 * Writes a backup of an open store to `path`: one encrypted file that the passphrase or the recovery code of this
 * moment opens on any computer. It is written aside, opened, read through and counted against the store before it
 * gets its name, so that under that name there is a whole backup or nothing.
 *
 * To be called on the connection that writes, so that nothing can change between copying and counting; saving
 * waits for it, about a second for 100,000 reports.
 *
 * Fails with `fileExists`, `cannotWrite`, `diskFull`, `storeDamaged` (what was read, or what was written).
 */
export const backUp = (db: Database, key: DataKey, keys: StoreKeys, path: string): Result<void, Failure> => {
  if (existsSync(path)) return fail({ tag: 'fileExists', path });
  // A folder, because the copy has a journal beside it while it is made, which must go with it.
  const aside = resolve(path) + unfinishedEnd;
  const copy = join(aside, 'copy');
  const done = attempt(path, () => {
    removeFolder(aside);
    mkdirSync(aside, { mode: 0o700 });
    // SQLite's own backup fails on an encrypted file; this stays encrypted, and leaves deleted text behind.
    db.prepare('VACUUM INTO ?').run(copy);
    const verified = verifyCopy(copy, key, countRows(db));
    if (!verified.ok) return verified;
    addTrailer(copy, withoutKeychain(keys));
    moveInPlace(copy, resolve(path));
    return verified;
  });
  attempt(path, () => removeFolder(aside));
  return done.ok ? done.value : done;
};

const verifyCopy = (copy: string, key: DataKey, rows: ReadonlyMap<string, number>): Result<void, Failure> => {
  const opened = openFile(copy, key, { readonly: true });
  if (!opened.ok) return opened;
  try {
    const found = countRows(opened.value);
    const complete =
      found.size === rows.size && [...rows].every(([name, count]) => found.get(name) === count);
    return complete && isSound(opened.value) ? ok(undefined) : fail({ tag: 'storeDamaged' });
  } finally {
    opened.value.close();
  }
};

const automatic = /^automatic-.*\.icvbackup(-\d+)?$/;

/** Where the next backup in the store's own folder goes: by its name it carries its time. */
export const automaticBackup = (directory: string, sources: Sources): Result<string, Failure> => {
  const folder = backupsFolder(directory);
  const stamp = instant(sources).replace(/[:.]/g, '-');
  const made = attempt(folder, () => makeFolder(folder));
  return made.ok ? ok(freeName(join(folder, `automatic-${stamp}.icvbackup`))) : made;
};

/** Keeps the newest five; the one just made is always among them, whatever the clock says. */
export const removeOldBackups = (directory: string, justMade: string): void => {
  const folder = backupsFolder(directory);
  attempt(folder, () => removeOld(folder, basename(justMade)));
};

/** A backup in the store's own folder, as before a migration; gives its path. */
export const backUpAutomatically = (
  db: Database,
  key: DataKey,
  keys: StoreKeys,
  directory: string,
  sources: Sources,
): Result<string, Failure> => {
  const path = automaticBackup(directory, sources);
  const done = path.ok ? backUp(db, key, keys, path.value) : path;
  if (!path.ok || !done.ok) return done.ok ? path : done;
  removeOldBackups(directory, path.value);
  return path;
};

const removeOld = (folder: string, justMade: string): void => {
  const others = readdirSync(folder).filter((name) => automatic.test(name) && name !== justMade);
  for (const name of others.sort().slice(0, -(keptBackups - 1))) rmSync(join(folder, name));
  // What a killed one left behind: its name had its time, so that no later one writes over it.
  for (const name of readdirSync(folder)) if (name.endsWith(unfinishedEnd)) removeFolder(join(folder, name));
};
