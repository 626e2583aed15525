import type { Failure } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { readKeys, replaceKeys } from './folder.ts';
import {
  type DataKey,
  officeWayIn,
  openWithCode,
  openWithKeychain,
  openWithPassphrase,
  type Sealer,
  withKeychain,
  withoutOffice,
  withPassphrase,
  withRecoveryCode,
} from './keys.ts';
import type { Cost } from './wrap.ts';

/*
 * The ways into a store that exists are changed here. Whoever calls holds the data key, which is to say that they
 * opened the store by one of the ways first. Each new way is proved from the disk before the old keys go.
 */

/**
 * Sets a new passphrase; it replaces the old one, which also serves one that was forgotten and got round by the
 * recovery code. Backups made before still open with the passphrase of their time.
 * `weakPassphrase`, `keyDamaged`, `cannotWrite`, `diskFull`.
 */
export const changePassphrase = async (
  directory: string,
  key: DataKey,
  passphrase: string,
  sources: Sources,
  cost?: Cost,
): Promise<Result<void, Failure>> => {
  const old = readKeys(directory);
  if (!old.ok) return old;
  const keys = await withPassphrase(old.value, key, passphrase, sources, cost);
  if (!keys.ok) return keys;
  return replaceKeys(directory, keys.value, async (written) =>
    same(await openWithPassphrase(written, passphrase), key),
  );
};

/**
 * Sets a new passphrase for somebody who came in by a code. The code of the office, which was said aloud on the
 * telephone, opens nothing any more: another one is made when the store is next open.
 */
export const replaceForgotten = async (
  directory: string,
  key: DataKey,
  passphrase: string,
  sources: Sources,
): Promise<Result<void, Failure>> => {
  const old = readKeys(directory);
  if (!old.ok) return old;
  const keys = await withPassphrase(withoutOffice(old.value), key, passphrase, sources);
  if (!keys.ok) return keys;
  return replaceKeys(directory, keys.value, async (written) =>
    same(await openWithPassphrase(written, passphrase), key),
  );
};

/** Makes a recovery code to be printed; one that was printed before opens nothing any more. */
export const changeRecoveryCode = async (
  directory: string,
  key: DataKey,
  sources: Sources,
): Promise<Result<string, Failure>> => {
  const old = readKeys(directory);
  if (!old.ok) return old;
  const { keys, code } = withRecoveryCode(old.value, key, sources);
  const replaced = await replaceKeys(directory, keys, async (written) =>
    same(openWithCode(written, code, 'recovery'), key),
  );
  return replaced.ok ? ok(code) : replaced;
};

/** A new code for the office, and the salt of its wrap; one that the office was given before opens nothing any more. */
export const changeOfficeCode = async (
  directory: string,
  key: DataKey,
  sources: Sources,
): Promise<Result<{ code: string; wayIn: string }, Failure>> => {
  const old = readKeys(directory);
  if (!old.ok) return old;
  const { keys, code } = withRecoveryCode(old.value, key, sources, 'office');
  const replaced = await replaceKeys(directory, keys, async (written) =>
    same(openWithCode(written, code, 'office'), key),
  );
  return replaced.ok ? ok({ code, wayIn: officeWayIn(keys) as string }) : replaced;
};

/** Lets this computer's keychain open the store. `keychainMissing` where it does not give back what it was given. */
export const addKeychainWrap = async (
  directory: string,
  key: DataKey,
  keychain: Sealer,
  sources: Sources,
): Promise<Result<void, Failure>> => {
  const old = readKeys(directory);
  if (!old.ok) return old;
  const keys = await withKeychain(old.value, key, keychain, sources);
  if (!keys.ok) return keys;
  return replaceKeys(directory, keys.value, async (written) =>
    same(await openWithKeychain(written, keychain), key),
  );
};

const same = (opened: Result<DataKey, Failure>, key: DataKey): boolean =>
  opened.ok && Buffer.compare(opened.value, key) === 0;
