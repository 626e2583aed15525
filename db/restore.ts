import { copyFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Failure } from '#shared/errors.ts';
import { instant, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isSound } from './backup.ts';
import { type Backup, cutTrailer, readBackup } from './backup-file.ts';
import { freeName, makeFolder, moveInPlace, removeFolder, syncToDisk } from './disk.ts';
import { attempt, attemptToRead } from './failure.ts';
import { openFile } from './file.ts';
import { backupsFolder, directoryFor, placeKeys, ready, storeFile, unfinished } from './folder.ts';
import { whileHolding } from './hold.ts';
import { type DataKey, openWithPassphrase, openWithRecoveryCode } from './keys.ts';
import { newest, numberOf } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** One of the ways that work on any computer. */
export type Secret = { passphrase: string } | { recoveryCode: string };

/** A store that was restored. `setAside` is where the store lies that was in its place, if there was one. */
export type Restored = { directory: string; name: string; key: DataKey; setAside?: string };

/**
 * Puts the store of a backup into the data folder. It is copied, unlocked and read through beside the store that
 * is there, which is then set aside under a name with the date, and never deleted. Killed at any moment, the old
 * store or the new one is whole in its place, or is put there when the stores are next listed.
 *
 * Fails with `notABackup`, `cannotRead`, `wrongPassphrase`, `wrongRecoveryCode`, `storeDamaged`, `storeNewer`,
 * `storeInUse`, `cannotWrite`, `diskFull`; in all of them nothing has changed.
 */
export const restore = async (
  file: string,
  folder: string,
  secret: Secret,
  sources: Sources,
): Promise<Result<Restored, Failure>> => {
  const backup = readBackup(file);
  if (!backup.ok) return backup;
  const { keys } = backup.value;
  const key =
    'passphrase' in secret
      ? await openWithPassphrase(keys, secret.passphrase)
      : openWithRecoveryCode(keys, secret.recoveryCode);
  if (!key.ok) return key;
  const folderMade = attempt(folder, () => makeFolder(folder));
  const place = folderMade.ok ? directoryFor(folder, keys.name) : folderMade;
  if (!place.ok) return place;
  const directory = resolve(place.value);
  return whileHolding(directory, async () => {
    const built = build(file, backup.value, key.value, unfinished(directory));
    const swapped = built.ok ? swap(directory, sources) : built;
    if (!swapped.ok) {
      attempt(folder, () => removeFolder(unfinished(directory)));
      return swapped;
    }
    return ok({ directory, name: keys.name, key: key.value, ...swapped.value });
  });
};

/** The store of a backup, whole and proved, in a folder that is not a store's yet. */
const build = (file: string, backup: Backup, key: DataKey, directory: string): Result<void, Failure> => {
  const store = storeFile(directory);
  const begun = attempt(directory, () => {
    removeFolder(directory);
    makeFolder(backupsFolder(directory));
    copyFileSync(file, store);
    return cutTrailer(store, backup);
  });
  if (!begun.ok) return begun;
  if (!begun.value) return fail({ tag: 'notABackup', path: file });
  const proved = prove(store, key);
  if (!proved.ok) return proved;
  return attempt(directory, () => {
    placeKeys(directory, backup.keys);
    syncToDisk(directory, 'folder');
  });
};

/** A backup of a newer version is refused here, and not when a store that could be opened has made way for it. */
const prove = (store: string, key: DataKey): Result<void, Failure> => {
  const opened = openFile(store, key, { readonly: true });
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    const found = numberOf(db);
    const known = newest(migrations);
    if (found > known) return fail({ tag: 'storeNewer', found, known });
    const sound = attemptToRead(store, () => isSound(db));
    if (!sound.ok) return sound;
    return sound.value ? ok(undefined) : fail({ tag: 'storeDamaged' });
  } finally {
    db.close();
  }
};

/**
 * Two folders cannot change places in one step. The name `ready` says that what it holds is proved; whoever lists
 * the stores and finds it without a store beside it does the last step.
 */
const swap = (directory: string, sources: Sources): Result<{ setAside?: string }, Failure> =>
  attempt(directory, () => {
    moveInPlace(unfinished(directory), ready(directory));
    if (!existsSync(directory)) {
      moveInPlace(ready(directory), directory);
      return {};
    }
    const stamp = instant(sources).replace(/[:.]/g, '-');
    const setAside = freeName(`${directory}.before-${stamp}`);
    moveInPlace(directory, setAside);
    moveInPlace(ready(directory), directory);
    return { setAside };
  });
