import { listStores, readEnded, readKeys } from '#db/folder.ts';
import {
  type DataKey,
  openWithCode,
  openWithKeychain,
  openWithPassphrase,
  type StoreKeys,
} from '#db/keys.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { asSpoken } from '#shared/text.ts';
import type { Keychain } from './desk.ts';

/** Which store, and one of the ways into it; with none of them the keychain is asked. */
export type Ways = {
  name?: string | undefined;
  directory?: string;
  passphrase?: string | undefined;
  recoveryCode?: string | undefined;
};

type Way = 'passphrase' | 'recovery' | 'office' | 'keychain';

/** The store that is meant, opened by the way given. The file itself is not touched: only a proved key gets that far. */
export const openWays = async (
  folder: string,
  ways: Ways,
  keychain: Keychain | undefined,
): Promise<Result<{ directory: string; key: DataKey; by: Way }, Failure>> => {
  const place = ways.directory ? ok(ways.directory) : whichStore(folder, ways.name);
  if (!place.ok) return place;
  const directory = place.value;
  const ended = readEnded(directory);
  if (ended) return fail({ tag: 'accessEnded', kept: ended.kept });
  const keys = readKeys(directory);
  if (!keys.ok) return keys;
  const opened = await openBy(keys.value, ways, keychain);
  return opened.ok ? ok({ directory, ...opened.value }) : opened;
};

const openBy = async (
  keys: StoreKeys,
  { recoveryCode, passphrase }: Ways,
  keychain: Keychain | undefined,
): Promise<Result<{ key: DataKey; by: Way }, Failure>> => {
  const by = (way: Way, key: Result<DataKey, Failure>) => (key.ok ? ok({ key: key.value, by: way }) : key);
  if (recoveryCode !== undefined) {
    const printed = openWithCode(keys, recoveryCode, 'recovery');
    return printed.ok ? by('recovery', printed) : by('office', openWithCode(keys, recoveryCode, 'office'));
  }
  if (passphrase !== undefined) return by('passphrase', await openWithPassphrase(keys, passphrase));
  return by(
    'keychain',
    keychain ? await openWithKeychain(keys, keychain) : fail({ tag: 'keychainMissing' } as const),
  );
};

const whichStore = (folder: string, name: string | undefined): Result<string, Failure> => {
  const stores = listStores(folder);
  if (!stores.ok) return stores;
  const [first, ...others] = stores.value.toSorted(
    (a, b) => Number(a.ended !== null) - Number(b.ended !== null),
  );
  if (!first) return fail({ tag: 'noStore' });
  if (name === undefined)
    return others.every(({ ended }) => ended)
      ? ok(first.directory)
      : fail({ tag: 'whichStore', names: stores.value.map((s) => s.name) });
  const named = stores.value.find((s) => asSpoken(s.name) === asSpoken(name));
  return named ? ok(named.directory) : fail({ tag: 'whichStore', names: stores.value.map((s) => s.name) });
};
