import { syncOnce } from '#desk/sync/engine.ts';
import type { SyncStore, Transport, TransportFailure } from '#desk/sync/port.ts';
import type { Wish } from '#desk/sync/run.ts';
import { recordTypes } from '#shared/contract.ts';
import type { Message, MessageName, Reply, Version } from '#shared/sync/wire.ts';
import { type JoinedLaptop, hub as keys, office, page, taken } from '../../scenario/laptop/laptop.ts';

export type Asked = { name: MessageName; input: unknown; token: string | null; device: string | null };
type Answers = { [N in MessageName]?: (input: Message<N>) => Reply<N> | TransportFailure };

/**
 * A hub that says what a test has it say, and otherwise takes every change, has nothing to send, and hands out tokens
 * in a chain. All that it was asked is kept.
 */
export const scriptedHub = (script: Answers = {}) => {
  const asked: Asked[] = [];
  const had = new Map<string, ReturnType<typeof taken>>();
  let token: string | null = null;
  let next = 'token 0';
  let given = 0;
  let n = 10;
  const head = (): Version & { receipt: string } => ({ epoch: 1, n, receipt: `receipt-${n}` });

  const usual: { [N in MessageName]?: (input: Message<N>) => Reply<N> } = {
    hello: () => ({
      product: 'icv-desk-hub',
      office,
      body: 'Office',
      oldest: 1,
      newest: 1,
      now: new Date().toISOString(),
      nonce: 'nonce',
      key: keys.publicKey,
    }),
    greet: ({ number }) => ({
      token: next,
      epoch: 1,
      head: head(),
      behind: false,
      number,
      missing: [],
      scope: 1,
      roles: ['visitor'],
      audit: 'audit',
      types: [...recordTypes],
      now: new Date().toISOString(),
    }),
    push: ({ changes }) => ({
      answers: changes.map((change) => {
        const before = had.get(change.id);
        if (before) return { id: change.id, answer: { kind: 'duplicate', first: before.answer } };
        n += 1;
        const first = taken(change as Parameters<typeof taken>[0], n);
        had.set(change.id, first);
        return first;
      }),
      head: head(),
    }),
    pull: ({ cursor }) => page([], [], { cursor: cursor ?? 'the head', head: head() }),
    digests: () => ({ head: head(), shared: [], own: [] }),
    void: () => ({}),
    offer: ({ records }) => ({ taken: records.length }),
    set: () => ({ items: [], next: null }),
    quarantine: () => ({ kept: 'kept' }),
    reincarnate: () => ({ token: 'token of the new device' }),
  };

  const transport: Transport = {
    ask: async (name, input, caller) => {
      asked.push({ name, input, token: caller?.token ?? null, device: caller?.device ?? null });
      const answer = script[name] ?? usual[name];
      const said = (answer as ((input: unknown) => object) | undefined)?.(structuredClone(input));
      if (name === 'greet') {
        token = next;
        given += 1;
        next = `token ${given}`;
      }
      if (!said) return { ok: false, why: { tag: 'hubDown' } };
      return 'tag' in said
        ? { ok: false, why: said as TransportFailure }
        : { ok: true, value: structuredClone(said) as never };
    },
  };
  return {
    transport,
    asked,
    head,
    token: () => token,
    names: () => asked.map(({ name }) => name),
    of: <N extends MessageName>(name: N) =>
      asked.filter((one) => one.name === name).map(({ input }) => input as Message<N>),
    /** How often each change was taken. */
    took: () => had.size,
  };
};
export type ScriptedHub = ReturnType<typeof scriptedHub>;

/** The steps of a laptop as the engine waits for them. */
export const storeOf = ({ steps }: JoinedLaptop): SyncStore =>
  Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [
      name,
      async (...input: unknown[]) => structuredClone((step as (...all: unknown[]) => unknown)(...input)),
    ]),
  ) as SyncStore;

export const sync = (
  laptop: JoinedLaptop,
  transport: Transport,
  wish: Partial<Wish> = {},
  more: Partial<Parameters<typeof syncOnce>[0]> = {},
) =>
  syncOnce(
    {
      store: storeOf(laptop),
      transport,
      sources: laptop.sources,
      product: '0.0.0-test',
      types: recordTypes,
      progress: () => undefined,
      reached: () => undefined,
      checked: () => undefined,
      stopping: () => false,
      ...more,
    },
    { removal: false, check: false, ...wish },
  );
