import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addTrailer, readBackup } from '#db/backup-file.ts';
import { moveInPlace, removeFolder } from '#db/disk.ts';
import { attempt } from '#db/failure.ts';
import { createFile, openFile } from '#db/file.ts';
import { storeFile } from '#db/folder.ts';
import { type DataKey, type StoreKeys, withoutKeychain } from '#db/keys.ts';
import { restore, type Secret } from '#db/restore.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { addAudit } from './audit.ts';
import { copyOffice, countOffice } from './copy.ts';
import { databaseFailure } from './database-failure.ts';
import type { Engine } from './engine.ts';
import { type Database, hubFolder, hubName, openSqlite, schemaOf, setAsideSchema } from './folder.ts';
import { migrate, newestShape, shapeOf } from './migrations.ts';
import { postgresEngine } from './postgres.ts';
import { sqliteEngine } from './sqlite.ts';
import { alone, type Parts } from './store.ts';

type Unlocked = { keys: StoreKeys; key: DataKey };

/**
 * Writes a backup: one encrypted file that the passphrase or the recovery code of this moment opens, of one form
 * whichever database the office lies in, so that a backup is also how an office moves from one to the other. That one
 * was made is in the audit: whoever purges is told where a copy still lies.
 */
export const backUpHub = async (
  parts: Parts,
  unlocked: Unlocked,
  path: string,
): Promise<Result<void, Failure>> => {
  if (existsSync(path)) return fail({ tag: 'fileExists', path });
  await alone(parts, (ctx) =>
    addAudit(ctx, { kind: 'backup', person: null, device: null, subject: null, detail: {} }),
  );
  const { engine } = parts;
  return engine.copyTo
    ? engine.copyTo(path, unlocked.key, unlocked.keys)
    : copyRows(engine, unlocked, path, newestShape);
};

/** The rows of one moment in an encrypted file of their own and of the same shape, counted before it gets its name. */
export const copyRows = async (
  engine: Engine,
  { keys, key }: Unlocked,
  path: string,
  shape: number,
): Promise<Result<void, Failure>> => {
  const aside = `${resolve(path)}.unfinished`;
  const copy = join(aside, 'copy');
  const begun = attempt(path, () => {
    removeFolder(aside);
    mkdirSync(aside, { mode: 0o700 });
  });
  const made = begun.ok ? createFile(copy, key) : begun;
  const written = made.ok ? await fillFile(engine, key, copy, shape) : made;
  const done = written.ok
    ? attempt(path, () => {
        addTrailer(copy, withoutKeychain(keys));
        moveInPlace(copy, resolve(path));
      })
    : written;
  attempt(path, () => {
    removeFolder(aside);
    removeFolder(`${aside}.lock`);
  });
  return done;
};

const fillFile = async (
  engine: Engine,
  key: DataKey,
  copy: string,
  shape: number,
): Promise<Result<void, Failure>> => {
  const opened = openFiles(copy, key);
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    const isWhole = await engine.glance((from) =>
      file.alone(async (to) => {
        await migrate(to, file.bytes, shape);
        const read = await copyOffice(from, to, shape);
        return isSame(read, await countOffice(from, shape)) && isSame(read, await countOffice(to, shape));
      }),
    );
    return isWhole ? ok(undefined) : fail({ tag: 'storeDamaged' });
  } finally {
    await file.close();
  }
};

const openFiles = (path: string, key: DataKey): Result<Engine, Failure> => {
  const writing = openFile(path, key, { readonly: false });
  if (!writing.ok) return writing;
  const reading = openFile(path, key, { readonly: true });
  if (!reading.ok) writing.value.close();
  return reading.ok ? ok(sqliteEngine(writing.value, reading.value)) : reading;
};

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([name, count]) => b.get(name) === count);

/** Where the hub lies now, and what lay in its place. */
export type RestoredHub = { directory: string; setAside?: string };

/**
 * Puts an office back from a backup, into a file or into PostgreSQL, whichever the backup came from. What was there is
 * set aside. The laptops know more than it does: the first that greets it begins its new epoch.
 */
export const restoreHub = async (
  file: string,
  folder: string,
  secret: Secret,
  database: Database,
  sources: Sources,
): Promise<Result<RestoredHub, Failure>> => {
  const backup = readBackup(file);
  if (!backup.ok) return backup;
  if (backup.value.keys.name !== hubName) return fail({ tag: 'notABackup', path: file });
  const restored = await restore(file, folder, secret, sources);
  if (!restored.ok) return restored;
  const { directory, setAside } = restored.value;
  const where = { directory, ...(setAside === undefined ? {} : { setAside }) };
  if (database === null) return ok(where);
  const unlocked = { keys: backup.value.keys, key: restored.value.key };
  const moved = await moveToPostgres(folder, unlocked, database, sources);
  return moved.ok ? ok(where) : moved;
};

const moveToPostgres = async (
  folder: string,
  { keys, key }: Unlocked,
  url: string,
  sources: Sources,
): Promise<Result<void, Failure>> => {
  const directory = hubFolder(folder);
  const opened = openSqlite(directory, keys, key, sources);
  if (!opened.ok) return opened;
  const from = opened.value.engine;
  const to = postgresEngine(url, schemaOf(keys));
  try {
    const shape = await from.alone(shapeOf);
    if (shape > newestShape) return fail({ tag: 'storeNewer', found: shape, known: newestShape });
    await to.alone(async (db) => {
      await setAsideSchema(db, schemaOf(keys), instant(sources));
      await migrate(db, to.bytes, shape);
      await from.glance((office) => copyOffice(office, db, shape));
    });
  } catch (error) {
    const failure = databaseFailure(error, directory);
    if (!failure) throw error;
    return fail(failure);
  } finally {
    await from.close();
    await to.close();
  }
  return attempt(directory, () => {
    for (const end of ['', '-wal', '-shm']) removeFolder(`${storeFile(directory)}${end}`);
  });
};
