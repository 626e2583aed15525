import { endStore, readKeys } from '#db/folder.ts';
import type { DataKey } from '#db/keys.ts';
import type { FilePlace } from '#db/sql.ts';
import {
  type CallName,
  contract,
  type HostEvent,
  type Parsed,
  type RecordType,
  recordTypes,
} from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import type { Setting } from '#shared/records/setting.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Desk, DeskOptions } from './desk.ts';
import { fileCalls } from './file-calls.ts';
import type { Asking } from './made-files.ts';
import { type Entry, storeCalls } from './store-calls.ts';
import { syncAppCalls } from './sync/app-calls.ts';
import { isLeaseOver } from './sync/lease.ts';
import { renewOfficeCode } from './sync/office-code.ts';
import type { SyncStore } from './sync/port.ts';
import type { Halt } from './sync/run.ts';
import { storeSteps } from './sync/store-steps.ts';
import { type Syncing, startSyncing } from './sync/syncing.ts';
import { openTransport } from './sync/transport.ts';
import { type StoreWorker, startWorker } from './workers.ts';

/** A store somebody is at work in. */
type Open = {
  directory: string;
  key: DataKey;
  actor: Actor;
  write: StoreWorker;
  read: StoreWorker;
  steps: SyncStore;
  /** Sync going on beside it, where it belongs to an office with a hub. */
  syncing?: Syncing | undefined;
};

const locked = fail({ tag: 'locked' } as const);

/**
 * The application on one person's computer: who is asking, may they, does the input fit, and then the worker that
 * reads or the one that writes. Whatever goes wrong comes back as a failure that has a sentence.
 */
export const openDesk = (options: DeskOptions): Desk => {
  const { sources } = options;
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
    // It ends after the step it is at, and what it had not sent stays where it is.
    await closing.syncing?.stop();
    await endWorkers(closing);
    tell({ kind: 'locked' });
  };

  const endWorkers = async ({ read, write }: Open) => {
    await read.ask('*close', {}).catch(() => {});
    await write.ask('*close', {}).catch(() => {});
    await Promise.all([read.end(), write.end()]);
  };

  /** The office may ask for more than the passphrase of a laptop that it has not heard of for long. */
  const proveAgain = async ({ steps, read }: Open, by: Entry['by']) => {
    const member = await steps.membership();
    if (!member || by === 'making') return undefined;
    if (by === 'code') {
      // A full disk keeps nobody out: whoever has the code has it the next time too.
      await steps.remember({ provedAt: instant(sources) }).catch(() => {});
      return undefined;
    }
    const { result } = await read.ask('settings.get', {});
    const isOver = result.ok && isLeaseOver(member, result.value as Setting, sources.now());
    return isOver ? fail<Failure>({ tag: 'leaseOver' }) : undefined;
  };

  const start = async (
    directory: string,
    key: DataKey,
    { beginning, by }: Entry,
  ): Promise<Result<Record<string, never>, Failure>> => {
    await close();
    // Without one of its threads a store can answer nothing: every window is told, and it can be unlocked again.
    const died = () => {
      if (open?.write === write) void inTurn(close);
    };
    const damaged = (files: FilePlace[]) => void (open?.write === write && fetchAgain(open, files));
    const write = startWorker(
      { mode: 'write', directory, key, ...(beginning ? { beginning } : {}) },
      died,
      damaged,
    );
    // It reads its modules meanwhile, and looks at the file only once that is whole.
    const read = startWorker({ mode: 'read', directory, key }, died, damaged);
    const written = await write.ask('*open', {}).catch((error) => bug(error));
    if (!written.result.ok) {
      await Promise.all([write.end(), read.end()]);
      return written.result;
    }
    const opened = await read.ask('*open', {}).catch((error) => bug(error));
    if (!opened.result.ok) {
      await Promise.all([read.end(), write.ask('*close', {}).finally(() => write.end())]);
      return opened.result;
    }
    const actor = written.result.value as Actor;
    const store: Open = {
      directory,
      key,
      actor,
      write,
      read,
      steps: storeSteps(write, (types) => void heard(store, types)),
    };
    const barred = await proveAgain(store, by).catch((error) => bug(error).result);
    if (barred) {
      await endWorkers(store);
      return barred;
    }
    open = store;
    await beginSync(store);
    void keepUp(store);
    return ok({});
  };

  const beginSync = async (store: Open): Promise<void> => {
    const { directory, key, steps } = store;
    try {
      await renewOfficeCode(steps, directory, key, sources);
      store.syncing = await startSyncing({
        store: steps,
        openTransport,
        sources,
        product: options.version,
        types: recordTypes,
        byItself: options.sync !== 'asked',
        tell: () => tell({ kind: 'sync' }),
        revoked: (left) => void inTurn(() => endHere(store, left)),
        onBug: bug,
      });
    } catch (error) {
      // The store is open all the same: work goes on without the hub, and the bug is told.
      bug(error);
    }
  };

  /** The office ended this laptop's access: the store is closed, and its key destroyed with it. */
  const endHere = async (store: Open, { sealed, withOffice }: Extract<Halt, { kind: 'revoked' }>) => {
    const { directory } = store;
    const keys = readKeys(directory);
    const name = keys.ok ? keys.value.name : '';
    if (open === store) await close();
    const ended = endStore(directory, { name, at: instant(sources), unsent: withOffice ? null : sealed });
    if (!ended.ok) bug(ended.error);
    tell({ kind: 'locked' });
  };

  /** Tells every window what has changed; who may do what is looked up again where people have. */
  const heard = async (store: Open, touched: readonly string[]) => {
    if (touched.includes('person')) {
      const asked = await store.read.ask('*actor', {}).catch(() => undefined);
      if (asked?.result.ok) store.actor = asked.result.value as Actor;
    }
    // Figures may rest on them, and are then written anew.
    if (touched.includes('setting')) void keepUp(store);
    changed(touched);
  };

  /** Has files that were found damaged fetched again, at once where there is an office that can be reached. */
  const fetchAgain = async ({ steps, syncing }: Open, files: FilePlace[]): Promise<void> => {
    try {
      if (await steps.noteDamaged(files)) await syncing?.now();
    } catch {
      // Closed in the meantime, or the disk is full: they are found again when they are next read.
    }
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

  const changed = (touched: readonly string[]) => {
    if (touched.length > 0) tell({ kind: 'changed', types: [...touched] as RecordType[] });
  };

  const bug = (error: unknown) => {
    const reference = newId(sources).slice(-8).toUpperCase();
    options.onBug?.(reference, error);
    return { result: fail({ tag: 'unexpected', reference } as const), touched: [] as string[] };
  };

  /** Reads from the open store, for what is made of the answer beside it. */
  const asked: Asking = async (name, input) =>
    open ? ((await open.read.ask(name, input)).result as never) : locked;

  const app: {
    [N in CallName as (typeof contract)[N]['where'] extends 'app' ? N : never]: (
      input: Parsed<N>,
    ) => Promise<Result<unknown, Failure>>;
  } = {
    ...storeCalls({ options, open: () => open, start, close, inTurn, openTransport }),
    ...syncAppCalls(
      () => open && { steps: open.steps, syncing: open.syncing },
      () => inTurn(async () => {}),
    ),
    ...fileCalls(asked, sources),
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
      await heard(store, touched);
      if (touched.length > 0) store.syncing?.nudge();
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
