import { listStores, readKeys } from '#db/folder.ts';
import { type DataKey, openWithKeychain, openWithPassphrase, openWithRecoveryCode } from '#db/keys.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Keychain } from './desk.ts';

/** Which store, and one of the ways into it; with none of them the keychain is asked. */
export type Ways = {
  name?: string | undefined;
  directory?: string;
  passphrase?: string | undefined;
  recoveryCode?: string | undefined;
};

/** The store that is meant, opened by the way given. The file itself is not touched: only a proved key gets that far. */
export const openWays = async (
  folder: string,
  ways: Ways,
  keychain: Keychain | undefined,
): Promise<Result<{ directory: string; key: DataKey }, Failure>> => {
  const place = ways.directory ? ok(ways.directory) : whichStore(folder, ways.name);
  if (!place.ok) return place;
  const keys = readKeys(place.value);
  if (!keys.ok) return keys;
  const key =
    ways.recoveryCode !== undefined
      ? openWithRecoveryCode(keys.value, ways.recoveryCode)
      : ways.passphrase !== undefined
        ? await openWithPassphrase(keys.value, ways.passphrase)
        : keychain
          ? await openWithKeychain(keys.value, keychain)
          : fail({ tag: 'keychainMissing' } as const);
  return key.ok ? ok({ directory: place.value, key: key.value }) : key;
};

const spoken = (name: string) => name.normalize('NFKC').trim().toLowerCase();

const whichStore = (folder: string, name: string | undefined): Result<string, Failure> => {
  const stores = listStores(folder);
  if (!stores.ok) return stores;
  const [first, ...others] = stores.value;
  if (!first) return fail({ tag: 'noStore' });
  if (name === undefined)
    return others.length === 0
      ? ok(first.directory)
      : fail({ tag: 'whichStore', names: stores.value.map((s) => s.name) });
  const named = stores.value.find((s) => spoken(s.name) === spoken(name));
  return named ? ok(named.directory) : fail({ tag: 'whichStore', names: stores.value.map((s) => s.name) });
};
