import type { CallName, contract, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { SyncStatus } from '#shared/sync/views.ts';

const standalone = fail({ tag: 'standalone' } as const);
const alone: SyncStatus = {
  mode: 'alone',
  now: null,
  waiting: 0,
  attention: 0,
  contested: 0,
  aside: 0,
  receivedAt: null,
  reachedAt: null,
  lastTry: null,
  nextTry: null,
  connection: null,
  removal: null,
  hub: null,
};

type SyncCall = Extract<CallName, `sync.${string}` | `hub.${string}`>;
type AppCalls = {
  [N in SyncCall as (typeof contract)[N]['where'] extends 'app' ? N : never]: (
    input: Parsed<N>,
  ) => Promise<Result<unknown, Failure>>;
};

/** The calls of sync that are answered beside the store: they use the network. */
export const syncAppCalls = (): AppCalls => ({
  'sync.status': async () => ok(alone),
  'sync.now': async () => standalone,
  'sync.test': async () => standalone,
  'sync.allowRemoval': async () => standalone,
  'hub.people': async () => standalone,
  'hub.invite': async () => standalone,
  'hub.revoke': async () => standalone,
  'hub.unlock': async () => standalone,
  'hub.closeRecovery': async () => standalone,
});
