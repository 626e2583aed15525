import { join } from 'node:path';
import { sql } from 'kysely';
import { automaticBackup, backUpAutomatically, removeOldBackups } from '#db/backup.ts';
import { openFile } from '#db/file.ts';
import { readKeys, storeFile } from '#db/folder.ts';
import { type DataKey, openWithPassphrase, openWithRecoveryCode, type StoreKeys } from '#db/keys.ts';
import type { Secret } from '#db/restore.ts';
import type { HubStore } from '#hub/port.ts';
import type { Failure } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { backUpHub, copyRows } from './backup.ts';
import { checkHub } from './check.ts';
import { databaseFailure } from './database-failure.ts';
import type { Db, Engine } from './engine.ts';
import { migrate, newestShape, shapeOf } from './migrations.ts';
import { postgresEngine } from './postgres.ts';
import { sqliteEngine } from './sqlite.ts';
import { hubStore, type Parts } from './store.ts';
import { openVault } from './vault.ts';

/**
 * The hub's folder within `--data`: keys.json, and the encrypted file where the office is not in PostgreSQL. It is
 * called after what it is, since its name stands on no unlock screen.
 */
export const hubName = 'hub';
export const hubFolder = (folder: string): string => join(folder, hubName);

/** Where an office lies: in the hub's folder, or in the PostgreSQL database of that address. */
export type Database = string | null;

/** The schema of an office is called after its keys, so that the two always belong together. */
export const schemaOf = ({ store }: StoreKeys): string => `icv_${store.replaceAll('-', '')}`;

/** The key of the hub in a folder: `noStore`, `keyDamaged`, `wrongPassphrase`, `wrongRecoveryCode`. */
export const unlockHub = async (
  folder: string,
  secret: Secret,
): Promise<Result<{ keys: StoreKeys; key: DataKey }, Failure>> => {
  const keys = readKeys(hubFolder(folder));
  if (!keys.ok) return keys;
  const key =
    'passphrase' in secret
      ? await openWithPassphrase(keys.value, secret.passphrase)
      : openWithRecoveryCode(keys.value, secret.recoveryCode);
  return key.ok ? ok({ keys: keys.value, key: key.value }) : key;
};

/** The database of an office, open and in its newest shape: `databaseUnreachable`, and what opening a file fails with. */
export const openEngine = async (
  folder: string,
  { keys, key }: { keys: StoreKeys; key: DataKey },
  database: Database,
  sources: Sources,
): Promise<Result<Engine, Failure>> => {
  const opened =
    database === null
      ? openSqlite(hubFolder(folder), keys, key, sources)
      : await openPostgres(database, hubFolder(folder), { keys, key }, sources);
  if (!opened.ok) return opened;
  const shaped = await reshape(opened.value.engine, opened.value.backUp);
  if (shaped.ok) return ok(opened.value.engine);
  await opened.value.engine.close();
  return shaped;
};

type Opened = {
  engine: Engine;
  /** A backup of the office in the shape that it has. */
  backUp: (shape: number) => Result<unknown, Failure> | Promise<Result<unknown, Failure>>;
};

export const openSqlite = (
  directory: string,
  keys: StoreKeys,
  key: DataKey,
  sources: Sources,
): Result<Opened, Failure> => {
  const path = storeFile(directory);
  const writing = openFile(path, key, { readonly: false, together: true });
  if (!writing.ok) return writing;
  const reading = openFile(path, key, { readonly: true });
  if (!reading.ok) {
    writing.value.close();
    return reading;
  }
  return ok({
    engine: sqliteEngine(writing.value, reading.value),
    backUp: () => backUpAutomatically(writing.value, key, keys, directory, sources),
  });
};

const openPostgres = async (
  url: string,
  directory: string,
  unlocked: { keys: StoreKeys; key: DataKey },
  sources: Sources,
): Promise<Result<Opened, Failure>> => {
  const schema = schemaOf(unlocked.keys);
  const engine = postgresEngine(url, schema);
  try {
    await engine.alone((db) => sql.raw(`create schema if not exists ${schema}`).execute(db));
  } catch (error) {
    await engine.close();
    const failure = databaseFailure(error, directory);
    if (!failure) throw error;
    return fail(failure);
  }
  // It lies beside the keys that open it, like that of a file.
  const backUp = async (shape: number) => {
    const place = automaticBackup(directory, sources);
    const done = place.ok ? await copyRows(engine, unlocked, place.value, shape) : place;
    if (place.ok && done.ok) removeOldBackups(directory, place.value);
    return done;
  };
  return ok({ engine, backUp });
};

/** All pending steps in one transaction, after a backup: the old shape or the new one, and nothing between. */
const reshape = async (engine: Engine, backUp: Opened['backUp']): Promise<Result<void, Failure>> => {
  const found = await engine.alone(shapeOf);
  if (found > newestShape) return fail({ tag: 'storeNewer', found, known: newestShape });
  if (found === newestShape) return ok(undefined);
  const backedUp = found > 0 ? await backUp(found) : ok(undefined);
  if (!backedUp.ok) return backedUp;
  await engine.alone((db) => migrate(db, engine.bytes));
  return ok(undefined);
};

/** Opens the hub of a folder: `noStore`, `wrongPassphrase`, `storeInUse` while it is being restored, and the like. */
export const openHub = async (
  folder: string,
  secret: Secret,
  database: Database,
  sources: Sources,
): Promise<Result<HubStore, Failure>> => {
  const unlocked = await unlockHub(folder, secret);
  if (!unlocked.ok) return unlocked;
  const engine = await openEngine(folder, unlocked.value, database, sources);
  if (!engine.ok) return engine;
  return ok(storeOver(engine.value, unlocked.value, sources));
};

export const storeOver = (
  engine: Engine,
  { keys, key }: { keys: StoreKeys; key: DataKey },
  sources: Sources,
): HubStore => {
  const parts: Parts = { engine, vault: openVault(key, keys.store), sources };
  return hubStore(parts, {
    check: () => checkHub(parts),
    backUp: (path) => backUpHub(parts, { keys, key }, path),
  });
};

/** Makes room for an office in PostgreSQL: what lies under its name is kept under another, with the moment. */
export const setAsideSchema = async (db: Db, schema: string, at: string): Promise<void> => {
  const { rows } = await sql`select 1 from information_schema.schemata where schema_name = ${schema}`.execute(
    db,
  );
  const aside = `${schema}_${at.replace(/\D/g, '')}`;
  if (rows.length > 0) await sql`alter schema ${sql.ref(schema)} rename to ${sql.ref(aside)}`.execute(db);
  await sql`create schema ${sql.ref(schema)}`.execute(db);
};
