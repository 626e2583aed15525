import { existsSync } from 'node:fs';
import { createStore, directoryFor, listStores } from '#db/folder.ts';
import type { DataKey } from '#db/keys.ts';
import { addKeychainWrap, changePassphrase, changeRecoveryCode } from '#db/rewrap.ts';
import { type CallName, contract, type HostEvent, type Parsed, type RecordType } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Desk, DeskOptions } from './desk.ts';
import type { Beginning } from './setup.ts';
import { syncAppCalls } from './sync/app-calls.ts';
import { openWays } from './unlocking.ts';
import { type StoreWorker, startWorker } from './workers.ts';

/** A store somebody is at work in. */
type Open = { directory: string; key: DataKey; actor: Actor; write: StoreWorker; read: StoreWorker };

const locked = fail({ tag: 'locked' } as const);

/**
 * The application on one person's computer: who is asking, may they, does the input fit, and then the worker that
 * reads or the one that writes. Whatever goes wrong comes back as a failure that has a sentence.
 */
export const openDesk = (options: DeskOptions): Desk => {
  const { folder, sources, keychain } = options;
  const listeners = new Set<(event: HostEvent) => void>();
  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };
  let open: Open | undefined;

  /** Opening and closing one after another: two windows may ask at the same moment. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };

  const close = async () => {
    const closing = open;
    open = undefined;
    if (!closing) return;
    await closing.read.ask('*close', {}).catch(() => {});
    await closing.write.ask('*close', {}).catch(() => {});
    await Promise.all([closing.read.end(), closing.write.end()]);
    tell({ kind: 'locked' });
  };

  const start = async (
    directory: string,
    key: DataKey,
    beginning?: Beginning,
  ): Promise<Result<Record<string, never>, Failure>> => {
    await close();
    // Without one of its threads a store can answer nothing: every window is told, and it can be unlocked again.
    const died = () => {
      if (open?.write === write) void inTurn(close);
    };
    const write = startWorker({ mode: 'write', directory, key, ...(beginning ? { beginning } : {}) }, died);
    const written = await write.ask('*open', {}).catch((error) => bug(error));
    if (!written.result.ok) {
      await write.end();
      return written.result;
    }
    const read = startWorker({ mode: 'read', directory, key }, died);
    const opened = await read.ask('*open', {}).catch((error) => bug(error));
    if (!opened.result.ok) {
      await Promise.all([read.end(), write.ask('*close', {}).finally(() => write.end())]);
      return opened.result;
    }
    open = { directory, key, actor: written.result.value as Actor, write, read };
    void keepUp(open);
    return ok({});
  };

  /** Finishes what was cut short, behind everything that people do. */
  const keepUp = async (store: Open): Promise<void> => {
    try {
      const { result, touched } = await store.write.ask('*upkeep', {}, 'bulk');
      changed(touched);
      if (result.ok && (result.value as { more: boolean }).more && open === store) return keepUp(store);
    } catch {
      // Closed in the meantime: it goes on when the store is next opened.
    }
  };

  /** Long reading in a thread of its own, so that nobody's list waits for it. */
  const apart = async ({ directory, key }: Open, name: string, input: unknown) => {
    const worker = startWorker({ mode: 'read', directory, key });
    try {
      const opened = await worker.ask('*open', {});
      return opened.result.ok ? (await worker.ask(name, input)).result : opened.result;
    } finally {
      await worker.ask('*close', {}).catch(() => {});
      await worker.end();
    }
  };

  const changed = (touched: string[]) => {
    if (touched.length > 0) tell({ kind: 'changed', types: touched as RecordType[] });
  };

  const bug = (error: unknown) => {
    const reference = newId(sources).slice(-8).toUpperCase();
    options.onBug?.(reference, error);
    return { result: fail({ tag: 'unexpected', reference } as const), touched: [] as string[] };
  };

  const app: {
    [N in CallName as (typeof contract)[N]['where'] extends 'app' ? N : never]: (
      input: Parsed<N>,
    ) => Promise<Result<unknown, Failure>>;
  } = {
    'store.status': async () => {
      const stores = listStores(folder);
      if (!stores.ok) return stores;
      const state = open ? 'open' : stores.value.length > 0 ? 'locked' : 'none';
      return ok({
        state,
        version: options.version,
        stores: stores.value.map(({ name, keychain: k, recovery, office }) => ({
          name,
          keychain: k,
          recovery,
          office,
        })),
      });
    },
    'store.create': ({ name, passphrase, ...beginning }) =>
      inTurn(async () => {
        const place = directoryFor(folder, name);
        if (!place.ok) return place;
        if (existsSync(place.value)) return fail({ tag: 'storeExists' });
        const created = await createStore(folder, name, passphrase, sources);
        if (!created.ok) return created;
        const { directory, key } = created.value;
        const code = await changeRecoveryCode(directory, key, sources);
        if (!code.ok) return code;
        if (await keychain?.available())
          await addKeychainWrap(directory, key, keychain as NonNullable<typeof keychain>, sources);
        const started = await start(directory, key, beginning);
        return started.ok ? ok({ recoveryCode: code.value }) : started;
      }),
    'store.unlock': ({ newPassphrase, ...ways }) =>
      inTurn(async () => {
        const found = await openWays(folder, ways, keychain);
        if (!found.ok) return found;
        if (newPassphrase !== undefined && ways.recoveryCode !== undefined) {
          const { directory, key } = found.value;
          const replaced = await changePassphrase(directory, key, newPassphrase, sources);
          if (!replaced.ok) return replaced;
        }
        // Another window has unlocked it already: whatever is going on there goes on.
        if (open?.directory === found.value.directory) return ok({});
        return start(found.value.directory, found.value.key);
      }),
    'store.lock': async () => {
      await inTurn(close);
      return ok({});
    },
    'store.changePassphrase': async ({ current, next }) => {
      if (!open) return locked;
      const { directory, key } = open;
      const proved = await openWays(folder, { directory, passphrase: current }, undefined);
      if (!proved.ok) return proved;
      const replaced = await changePassphrase(directory, key, next, sources);
      return replaced.ok ? ok({}) : replaced;
    },
    'store.join': async () => fail({ tag: 'notYet', what: 'Joining an office' }),
    ...syncAppCalls(),
  };

  const allowed = (may: (typeof contract)[CallName]['may']): Result<null, Failure> => {
    if (may === 'anyone') return ok(null);
    if (!open) return locked;
    const { roles } = open.actor;
    return may === 'everyone' ||
      (may as readonly string[]).some((role) => (roles as readonly string[]).includes(role))
      ? ok(null)
      : fail({ tag: 'notAllowed' });
  };

  const call = async (name: string, input: unknown): Promise<Result<unknown, Failure>> => {
    if (!Object.hasOwn(contract, name)) return fail({ tag: 'unknownCall', name: String(name).slice(0, 100) });
    const entry = contract[name as CallName];
    const may = allowed(entry.may);
    if (!may.ok) return may;
    const parsed = entry.input.safeParse(input);
    if (!parsed.success)
      return fail({
        tag: 'invalid',
        problems: parsed.error.issues.map((i) => ({ path: i.path.join('.'), text: i.message })),
      });
    try {
      if (entry.where === 'app')
        return await (app[name as keyof typeof app] as (input: unknown) => Promise<Result<unknown, Failure>>)(
          parsed.data,
        );
      if (!open) return locked;
      const store = open;
      const bulk = 'bulk' in entry && entry.bulk;
      if (bulk && entry.where === 'read') return await apart(store, name, parsed.data);
      const { result, touched } = await store[entry.where].ask(name, parsed.data, bulk ? 'bulk' : 'person');
      if (touched.includes('person'))
        store.actor = ((await store.read.ask('*actor', {})).result as { value: Actor }).value;
      changed(touched);
      return result;
    } catch (error) {
      return open ? bug(error).result : locked;
    }
  };

  return {
    call,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => inTurn(close),
  };
};
