import { existsSync } from 'node:fs';
import { createStore, directoryFor, listStores } from '#db/folder.ts';
import type { DataKey } from '#db/keys.ts';
import { addKeychainWrap, changePassphrase, changeRecoveryCode, replaceForgotten } from '#db/rewrap.ts';
import type { CallName, contract, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { DeskOptions } from './desk.ts';
import { machine } from './machine.ts';
import type { Beginning } from './setup.ts';
import { joinOffice } from './sync/join.ts';
import type { HubTransport } from './sync/transport.ts';
import { openWays } from './unlocking.ts';

/** How somebody comes to a store: they make it, have its code, or know what may be known to others too. */
export type Entry = { beginning?: Beginning; by: 'making' | 'code' | 'passphrase' };

/** What the calls about stores need of the application. */
export type Stores = {
  options: DeskOptions;
  /** The store somebody is at work in. */
  open(): { directory: string; key: DataKey } | undefined;
  start(directory: string, key: DataKey, entry: Entry): Promise<Result<unknown, Failure>>;
  close(): Promise<void>;
  /** Opening and closing one after another: two windows may ask at the same moment. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  openTransport(hub: string): HubTransport;
};

type StoreCall = Extract<CallName, `store.${string}`>;
type StoreCalls = {
  [N in StoreCall as (typeof contract)[N]['where'] extends 'app' ? N : never]: (
    input: Parsed<N>,
  ) => Promise<Result<unknown, Failure>>;
};

/** The stores of this computer: which there are, making one, opening and closing one, and the ways into it. */
export const storeCalls = (stores: Stores): StoreCalls => {
  const { options, open, start, close, inTurn, openTransport } = stores;
  const { folder, sources, keychain, cost } = options;

  const rememberInKeychain = async (directory: string, key: DataKey) => {
    if (keychain && (await keychain.available())) await addKeychainWrap(directory, key, keychain, sources);
  };

  return {
    'store.status': async () => {
      const found = listStores(folder);
      if (!found.ok) return found;
      const there = found.value.filter(({ ended }) => !ended);
      const ended = found.value.flatMap((one) => one.ended ?? []);
      return ok({
        state: open() ? 'open' : there.length > 0 ? 'locked' : 'none',
        version: options.version,
        stores: there.map(({ name, keychain: k, recovery, office }) => ({
          name,
          keychain: k,
          recovery,
          office,
        })),
        ...(ended.length > 0 && { ended }),
      });
    },
    'store.create': ({ name, passphrase, ...beginning }) =>
      inTurn(async () => {
        const place = directoryFor(folder, name);
        if (!place.ok) return place;
        if (existsSync(place.value)) return fail({ tag: 'storeExists' });
        const created = await createStore(folder, name, passphrase, sources, cost);
        if (!created.ok) return created;
        const { directory, key } = created.value;
        const code = await changeRecoveryCode(directory, key, sources);
        if (!code.ok) return code;
        await rememberInKeychain(directory, key);
        const started = await start(directory, key, { beginning, by: 'making' });
        return started.ok ? ok({ recoveryCode: code.value }) : started;
      }),
    'store.join': (wish) =>
      inTurn(async () => {
        const joined = await joinOffice(
          { folder, sources, machine: options.machine ?? machine, openTransport, cost },
          wish,
        );
        if (!joined.ok) return joined;
        const { directory, key, recoveryCode, person, body, reached } = joined.value;
        await rememberInKeychain(directory, key);
        const started = await start(directory, key, { by: 'making' });
        return started.ok ? ok({ recoveryCode, person, body, reached }) : started;
      }),
    'store.unlock': ({ newPassphrase, ...ways }) =>
      inTurn(async () => {
        const found = await openWays(folder, ways, keychain);
        if (!found.ok) return found;
        const { directory, key, by } = found.value;
        if (by === 'office' && newPassphrase === undefined) return fail({ tag: 'newPassphraseNeeded' });
        if (newPassphrase !== undefined && (by === 'office' || by === 'recovery')) {
          const replaced = await replaceForgotten(directory, key, newPassphrase, sources);
          if (!replaced.ok) return replaced;
        }
        // Another window has unlocked it already: whatever is going on there goes on.
        if (open()?.directory === directory) return ok({});
        return start(directory, key, { by: by === 'office' || by === 'recovery' ? 'code' : 'passphrase' });
      }),
    'store.lock': async () => {
      await inTurn(close);
      return ok({});
    },
    'store.changePassphrase': async ({ current, next }) => {
      const store = open();
      if (!store) return fail({ tag: 'locked' });
      const proved = await openWays(folder, { directory: store.directory, passphrase: current }, undefined);
      if (!proved.ok) return proved;
      const replaced = await changePassphrase(store.directory, store.key, next, sources);
      return replaced.ok ? ok({}) : replaced;
    },
  };
};
