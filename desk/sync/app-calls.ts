import type { CallName, contract, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import type { Message, MessageName } from '#shared/sync/wire.ts';
import { hubFailure } from './hub-failure.ts';
import type { SyncStore } from './port.ts';
import type { Syncing } from './syncing.ts';

const standalone = fail({ tag: 'standalone' } as const);
const nowhere = {
  mode: 'alone',
  now: null,
  receivedAt: null,
  reachedAt: null,
  lastTry: null,
  nextTry: null,
  connection: null,
  removal: null,
  hub: null,
} as const satisfies Partial<SyncStatus>;

type SyncCall = Extract<CallName, `sync.${string}` | `hub.${string}`>;
type AppCalls = {
  [N in SyncCall as (typeof contract)[N]['where'] extends 'app' ? N : never]: (
    input: Parsed<N>,
  ) => Promise<Result<unknown, Failure>>;
};

/** What is there to sync: the steps over the open store, and sync going on beside it where it has a hub. */
type ToSync = { steps: SyncStore; syncing: Syncing | undefined };

/**
 * The calls of sync that are answered beside the store: they use the network.
 * @param settled when the store that was being closed is closed, and destroyed where the office had it so
 */
export const syncAppCalls = (open: () => ToSync | undefined, settled: () => Promise<void>): AppCalls => {
  /** What is asked of a store with a hub. */
  const joined = async <T>(work: (syncing: Syncing) => Promise<Result<T, Failure>>) => {
    const { syncing } = open() ?? {};
    return syncing ? work(syncing) : standalone;
  };
  const ofHub = <N extends MessageName>(name: N, input: Message<N>) =>
    joined(async (syncing) => {
      const answer = await syncing.ask(name, input);
      return answer.ok ? ok(answer.value) : fail(hubFailure(answer.why));
    });
  const after = (work: (syncing: Syncing) => Promise<unknown>) =>
    joined(async (syncing) => {
      await work(syncing);
      if (!syncing.hasEnded()) return ok(await syncing.status());
      await settled();
      return fail({ tag: 'locked' } as const);
    });

  return {
    'sync.status': async () => {
      const store = open();
      if (store?.syncing) return ok(await store.syncing.status());
      return ok({
        ...nowhere,
        ...((await store?.steps.counts()) ?? { waiting: 0, attention: 0, aside: 0, contested: 0 }),
      });
    },
    'sync.now': ({ check = false }) => after((syncing) => syncing.now({ check })),
    'sync.allowRemoval': () => after((syncing) => syncing.now({ removal: true })),
    'sync.joinAgain': (invitation) =>
      joined(async (syncing) => {
        const again = await syncing.joinAgain(invitation);
        return again.ok ? ok(await syncing.status()) : again;
      }),
    'sync.test': () => joined(async (syncing) => ok(await syncing.test())),
    'sync.fetchFile': ({ type, id, file }) =>
      joined(async (syncing) => {
        const fetched = await syncing.fetchFile(type, id, file);
        if (!fetched) return fail({ tag: 'notFound', what: 'file' });
        if (fetched.ok) return fetched.value === 'whole' ? ok({}) : fail({ tag: 'fileNotHere' });
        const { error } = fetched;
        // The office has the report and not yet its file: whoever added it has not sent it.
        const isAwaited = error.tag === 'refused' && error.refused === 'notFound';
        return fail(isAwaited ? { tag: 'fileNotHere' } : hubFailure(error));
      }),
    'hub.people': () => ofHub('people', {}),
    'hub.invite': (input) => ofHub('invite', input),
    'hub.revoke': (input) => ofHub('revoke', input),
    'hub.unlock': (input) => ofHub('unlock', input),
    // The hub decides on what it holds, so what was approved here goes first; then this laptop lets go of it as well.
    'hub.dispose': (input) =>
      joined(async (syncing) => {
        await syncing.now();
        const answer = await syncing.ask('dispose', input);
        if (!answer.ok) return fail(hubFailure(answer.why));
        await syncing.now();
        return ok(answer.value);
      }),
    'hub.closeRecovery': () => ofHub('closeRecovery', {}),
  };
};
