import { instant, type Sources } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import type { Message, MessageName, Reply } from '#shared/sync/wire.ts';
import type { Membership, SyncStore, Transport, TransportFailure } from './port.ts';

/** What one sync is made of. Nothing that matters is kept in it: whatever counts is in the store. */
export type SyncMeans = {
  store: SyncStore;
  transport: Transport;
  sources: Sources;
  /** The product's version, and the types of record it knows. */
  product: string;
  types: readonly string[];
  /** Told how far it has come. */
  progress(now: SyncStatus['now']): void;
  /** Told that the hub answered, and how many milliseconds this machine's clock is ahead of its. */
  reached(clockAhead: number): void;
  /** Told of a comparison with the hub that came to its end. */
  checked(found: { at: string; repaired: number; differing: number }): void;
  /** Whether it was asked to end: it does so after the step it is at. */
  stopping(): boolean;
};

export type Wish = {
  /** Somebody allowed an unusual removal. */
  removal: boolean;
  /** Counts and digests are compared, however short ago that was. */
  check: boolean;
};

/** Why a sync ended before its end. */
export type Halt =
  | { kind: 'failed'; why: TransportFailure }
  /** More than is usual would go, and nobody said so: people are asked. */
  | { kind: 'removal'; removes: number; of: number }
  /** The office ended this laptop's access. What was unsent is sealed, and lies with the office or is to be kept. */
  | { kind: 'revoked'; sealed: string; withOffice: boolean }
  | { kind: 'stopped' };
export type Step<T> = Result<T, Halt>;

/** One sync under way. */
export type Run = SyncMeans & {
  wish: Wish;
  /**
   * The hub was restored and is offered what it lost. Until that has ended the head that it did not know is kept, so
   * that a sync which is cut short is asked for all of it again.
   */
  offering: boolean;
  /** The membership as it stands in the store. */
  member: Membership;
  /** Stores what changed before it is used. */
  remember(changed: Partial<Membership>): Promise<void>;
  /** @param as a device that this store was before, where it asks as that one */
  ask<N extends MessageName>(
    name: N,
    input: Message<N>,
    as?: { device: string; key: string },
  ): Promise<Step<Reply<N>>>;
  log(kind: string, detail?: Record<string, string | number>): Promise<void>;
  /** The moment by the clock here, and by the office's, which alone is never wrong. */
  at(): string;
  atOffice(): string;
  /** How many milliseconds the clock here is ahead of the office's, once the hub has answered. */
  clockAhead: number;
};

export const failed = (why: TransportFailure) => fail<Halt>({ kind: 'failed', why });

/** The hub's refusal of a request, or undefined where it was something else that went wrong. */
export const refusalIn = (step: Step<unknown>): string | undefined =>
  !step.ok && step.error.kind === 'failed' && step.error.why.tag === 'refused'
    ? step.error.why.refused
    : undefined;

export const beginRun = (means: SyncMeans, member: Membership, wish: Wish): Run => {
  const run: Run = {
    ...means,
    wish,
    offering: false,
    member,
    at: () => instant(means.sources),
    clockAhead: 0,
    atOffice: () => new Date(means.sources.now() - run.clockAhead).toISOString(),
    log: (kind, detail = {}) => means.store.log({ at: instant(means.sources), kind, detail }),
    remember: async (changed) => {
      await means.store.remember(changed);
      run.member = { ...run.member, ...changed };
    },
    ask: async (name, input, as = run.member) => {
      if (means.stopping()) return fail({ kind: 'stopped' });
      const { device, key } = as;
      const { token } = run.member;
      const caller = name === 'hello' ? null : { device, key, token };
      const answer = await means.transport.ask(name, input, caller);
      if (answer.ok) return ok(answer.value);
      return means.stopping() ? fail({ kind: 'stopped' }) : failed(answer.why);
    },
  };
  return run;
};
