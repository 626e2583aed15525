import type { Failure } from '#shared/errors.ts';
import { instant, type Sources } from '#shared/ids.ts';
import type { FileType } from '#shared/records/with-files.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Connection, SyncStatus } from '#shared/sync/views.ts';
import type { Message, MessageName } from '#shared/sync/wire.ts';
import { connectionOf, isClockWrong, testConnection } from './connection.ts';
import { type Ended, syncOnce } from './engine.ts';
import { fetchFile } from './files.ts';
import { type Invitation, joinAgain } from './join-again.ts';
import type { Membership, SyncStore, Transport, TransportFailure } from './port.ts';
import type { Halt, Wish } from './run.ts';
import { nextTry } from './schedule.ts';
import { StepFailure } from './store-steps.ts';
import type { HubTransport } from './transport.ts';

export type SyncingOptions = {
  store: SyncStore;
  openTransport(hub: string): HubTransport;
  sources: Sources;
  product: string;
  types: readonly string[];
  /** Whether it syncs by itself, or only when it is asked to. */
  byItself: boolean;
  /** Where sync stands has changed. */
  tell(): void;
  /** The office ended this laptop's access: the store's key is to be destroyed. Not waited for, since it ends sync. */
  revoked(left: Extract<Halt, { kind: 'revoked' }>): void;
  onBug(error: unknown): void;
};

/** Sync as it goes on beside an open store. */
export type Syncing = {
  status(): Promise<SyncStatus>;
  /** Syncs, and answers when that has ended, well or not. */
  now(wish?: Partial<Wish>): Promise<void>;
  test: () => ReturnType<typeof testConnection>;
  /** Joins the same office once more with this store, where its hub does not know this laptop. */
  joinAgain(invitation: Invitation): Promise<Result<null, Failure>>;
  /** Something was written: if it is ready to be sent, it goes soon. */
  nudge(): void;
  /** Asks the hub as this device. */
  ask<N extends MessageName>(name: N, input: Message<N>): ReturnType<Transport['ask']>;
  /** Fetches a file of a report that is not here; `null` where there is no such file. */
  fetchFile(
    type: FileType,
    record: string,
    file: string,
  ): Promise<Result<'whole' | 'broken', TransportFailure> | null>;
  /** Whether it has ended, or is about to: the store was locked, or the office ended this laptop's access. */
  hasEnded(): boolean;
  /** Ends after the step of the store that is under way; what was not sent stays where it is. */
  stop(): Promise<void>;
};

/** A window needs no more than this many milliseconds between two tellings of progress. */
const tellEvery = 250;
/** A laptop that slept finds out soon that the moment of its next try has passed. */
const longestWait = 30_000;
const settled = 2_500;
/** What a hub answers that does not know this laptop, or does not take the invitation that this store has. */
const ofStrangers: readonly string[] = ['notJoined', 'badInvitation', 'otherPerson'];

/** Begins syncing an open store of an office with a hub; undefined where the store is an office of its own. */
export const startSyncing = async (options: SyncingOptions): Promise<Syncing | undefined> => {
  const { store, sources, tell } = options;
  const member = await store.membership();
  if (!member) return undefined;
  const transport = options.openTransport(member.hub);

  let now: SyncStatus['now'] = null;
  let told = 0;
  let ended: number | null = null;
  let failures = 0;
  let notBefore: number | null = null;
  let ready: number | null = null;
  let dice = 0;
  let waitingBefore = 0;
  let connection: Connection | null = null;
  let removal: SyncStatus['removal'] = null;
  let checked: SyncStatus['checked'];
  let revoked = false;
  let stranger = false;
  let lastTry: string | null = null;
  let saidWhy: string | undefined;
  let saidClock = false;
  let stopping = false;
  let running: Promise<void> | undefined;
  let following: { wish: Wish; done: Promise<void> } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;

  const due = () => nextTry({ now: sources.now(), ended, failures, notBefore, ready }, dice);

  const log = (kind: string, detail: Record<string, string | number> = {}) =>
    store.log({ at: instant(sources), kind, detail });

  const meetClock = (ahead: number) => {
    connection = isClockWrong(ahead) ? 'clockWrong' : 'reached';
    if (!isClockWrong(ahead) || saidClock) return;
    saidClock = true;
    void log('clock', { minutes: Math.round(ahead / 60_000) }).catch(() => {});
  };

  const means = {
    store,
    transport,
    sources,
    product: options.product,
    types: options.types,
    progress: (next: SyncStatus['now']) => {
      now = next;
      if (next !== null && sources.now() - told >= 0 && sources.now() - told < tellEvery) return;
      told = sources.now();
      tell();
    },
    reached: meetClock,
    checked: (found: NonNullable<SyncStatus['checked']>) => {
      checked = found;
    },
    stopping: () => stopping,
  };

  /** Why a try failed is said once, and that it goes well again. */
  const sayFailure = async (why: string | undefined) => {
    if (why === saidWhy) return;
    saidWhy = why;
    await (why === undefined ? log('back') : log('failed', { why }));
  };

  const conclude = async (end: Ended) => {
    removal = end.kind === 'removal' ? { removes: end.removes, of: end.of } : null;
    if (end.kind === 'revoked') {
      revoked = true;
      stopping = true;
      return options.revoked(end);
    }
    if (end.kind === 'stopped' || end.kind === 'alone') return;
    const why: TransportFailure | undefined = end.kind === 'failed' ? end.why : undefined;
    failures = why ? failures + 1 : 0;
    stranger = why?.tag === 'refused' && ofStrangers.includes(why.refused);
    notBefore = why?.tag === 'refused' && why.retryAfter ? sources.now() + why.retryAfter * 1_000 : null;
    if (why) connection = connectionOf(why);
    await sayFailure(why?.tag === 'refused' ? why.refused : why?.tag);
  };

  const attempt = async (wish: Wish) => {
    lastTry = instant(sources);
    try {
      await conclude(await syncOnce(means, wish));
      waitingBefore = stopping ? 0 : (await store.counts()).waiting;
    } catch (error) {
      if (stopping) return;
      failures += 1;
      if (!(error instanceof StepFailure)) options.onBug(error);
      await sayFailure(error instanceof StepFailure ? error.tag : 'unexpected').catch(() => {});
    } finally {
      now = null;
      ended = sources.now();
      ready = null;
      dice = Buffer.from(sources.random(4)).readUInt32BE() / 2 ** 32;
      tell();
    }
  };

  const begin = (wish: Wish): Promise<void> => {
    clearTimeout(timer);
    running = attempt(wish).finally(() => {
      running = undefined;
      arm();
    });
    return running;
  };

  const arm = () => {
    clearTimeout(timer);
    if (stopping || running || !options.byItself) return;
    timer = setTimeout(
      () => {
        if (sources.now() >= due()) void begin({ removal: false, check: false });
        else arm();
      },
      Math.min(longestWait, Math.max(0, due() - sources.now())),
    ).unref();
  };

  const goNow = (asked: Partial<Wish> = {}): Promise<void> => {
    const wish: Wish = { removal: false, check: false, ...asked };
    if (stopping) return Promise.resolve();
    if (!running) return begin(wish);
    if (following) {
      following.wish.removal ||= wish.removal;
      following.wish.check ||= wish.check;
      return following.done;
    }
    // What is under way may have passed what this one is asked for: another follows it.
    const next = { wish, done: Promise.resolve() };
    next.done = running.then(() => {
      following = undefined;
      return stopping ? undefined : begin(next.wish);
    });
    following = next;
    return next.done;
  };

  /** Whether something new is ready is looked for once writing has come to rest. */
  const look = async () => {
    if (stopping) return;
    const { waiting } = await store.counts();
    if (waiting <= waitingBefore) return;
    waitingBefore = waiting;
    ready = sources.now();
    arm();
  };

  const callerOf = ({ device, key, token }: Membership) => ({ device, key, token });
  const ask = async <N extends MessageName>(name: N, input: Message<N>) => {
    const before = (await store.membership()) ?? member;
    const answer = await transport.ask(name, input, callerOf(before));
    if (answer.ok || answer.why.tag !== 'refused' || answer.why.refused !== 'staleToken') return answer;
    // A sync has taken a new token meanwhile, or has to find out that this store is a copy.
    await goNow();
    const after = (await store.membership()) ?? member;
    return after.token === before.token ? answer : transport.ask(name, input, callerOf(after));
  };

  arm();
  return {
    status: async () => {
      const stands = await store.membership();
      const counts = await store.counts();
      const waiting = due();
      return {
        mode: revoked ? 'revoked' : stands?.code === null ? 'joined' : 'joining',
        now,
        ...counts,
        receivedAt: stands?.receivedAt ?? null,
        reachedAt: stands?.reachedAt ?? null,
        ...(isClockWrong(stands?.clockAhead ?? 0) && {
          clockAhead: Math.round((stands?.clockAhead ?? 0) / 60_000),
        }),
        lastTry: lastTry ?? stands?.reachedAt ?? null,
        nextTry: stopping || running || !options.byItself ? null : new Date(waiting).toISOString(),
        connection,
        removal,
        hub: stands?.hub ?? null,
        ...(checked && { checked }),
        ...(stranger && { stranger }),
      };
    },
    now: goNow,
    test: async () => testConnection(transport, (await store.membership()) ?? member, sources),
    joinAgain: async (invitation) => {
      if (!stranger) await goNow();
      if (!stranger) {
        // It is known there: nothing is to be joined, and the invitation is not used.
        const isKnown = connection === 'reached' || connection === 'clockWrong';
        return isKnown ? ok(null) : fail({ tag: 'hubUnreachable' });
      }
      const joined = await joinAgain({ store, transport, sources }, invitation);
      if (!joined.ok) return joined;
      await goNow();
      return ok(null);
    },
    nudge: () => {
      clearTimeout(settling);
      if (!stopping && options.byItself)
        settling = setTimeout(() => void look().catch(() => {}), settled).unref();
    },
    ask: ask as Syncing['ask'],
    fetchFile: async (type, record, id) => {
      const file = await store.fileOf(type, record, id);
      if (!file) return null;
      if (file.held === file.bytes) return ok('whole' as const);
      const get = async (input: Message<'fileGet'>) => {
        const answer = await ask('fileGet', input);
        return answer.ok ? ok(answer.value) : fail(answer.why);
      };
      return fetchFile(store, get, file);
    },
    hasEnded: () => stopping,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      clearTimeout(settling);
      transport.close();
      await running?.catch(() => {});
    },
  };
};
