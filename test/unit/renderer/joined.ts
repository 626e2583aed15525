import type { Answer, CallName, Host, HostEvent, Input, Output } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import type { Contested, SyncStatus, WaitingItem } from '#shared/sync/views.ts';

type Answers = { [N in CallName]?: (input: Input<N>) => Answer<N> | Promise<Answer<N>> };

export const id = (n: number): string => `0190a5c2-7b1e-7c3a-9d4f-${String(n).padStart(12, '0')}`;

/** A laptop that has joined, with nothing on its way. */
export const atRest: SyncStatus = {
  mode: 'joined',
  now: null,
  waiting: 0,
  attention: 0,
  contested: 0,
  aside: 0,
  receivedAt: '2026-05-04T17:05:00.000Z',
  reachedAt: '2026-05-04T17:05:00.000Z',
  lastTry: '2026-05-04T17:05:00.000Z',
  nextTry: '2026-05-04T17:20:00.000Z',
  connection: 'reached',
  removal: null,
  hub: 'https://hub.example.org',
};

export const waits = (some: Partial<WaitingItem> = {}): WaitingItem => ({
  change: id(1),
  type: 'visit',
  record: id(2),
  title: 'Visit report, Hereford, 4 May 2026',
  state: 'ready',
  since: '2026-05-04T15:32:00.000Z',
  lastTry: null,
  why: null,
  open: true,
  ...some,
});

export const twoAnswers = (some: Partial<Contested> = {}): Contested => ({
  id: id(10),
  type: 'visit',
  record: id(2),
  title: 'Visit report, Hereford, 4 May 2026',
  question: 'General comments',
  standing: [{ path: ['comments'], now: 'The kitchen was clean.' }],
  standingWords: 'The kitchen was clean.',
  standingBy: { name: 'Kim Coordinator', at: '2026-05-04T13:00:00.000Z' },
  values: [
    {
      id: id(11),
      by: id(20),
      device: id(30),
      at: '2026-05-04T14:00:00.000Z',
      places: [{ path: ['comments'], was: 'Clean.', now: 'The kitchen was clean.' }],
      byName: 'Sam Visitor',
      deviceName: 'Sam’s laptop',
      words: 'The kitchen was clean.',
    },
    {
      id: id(12),
      by: id(21),
      device: id(31),
      at: '2026-05-04T16:00:00.000Z',
      places: [{ path: ['comments'], was: 'Clean.', now: 'The kitchen was not clean.' }],
      byName: 'Ali Visitor',
      deviceName: null,
      words: 'The kitchen was not clean.',
    },
  ],
  ...some,
});

export const devices: Output<'hub.people'> = {
  people: [
    { id: id(20), name: 'Sam Visitor', roles: ['visitor'], invited: null },
    { id: id(21), name: 'Ali Visitor', roles: ['visitor'], invited: '2026-05-11T16:00:00.000Z' },
  ],
  devices: [
    {
      id: id(30),
      person: id(20),
      personName: 'Sam Visitor',
      name: 'Sam’s laptop',
      joined: '2026-01-04T09:00:00.000Z',
      lastSeen: '2026-05-04T16:00:00.000Z',
      revoked: null,
      missing: 1,
      held: 2,
      unlock: true,
      product: '0.2.0',
      wentOn: null,
      copies: 0,
      revokedBefore: null,
      awaited: false,
    },
  ],
  recovering: false,
  unsealed: 0,
};

/** An office’s interface on a laptop that has joined: what the network would answer is said by the test. */
export const joined = (host: Host, status: Partial<SyncStatus> = {}, answers: Answers = {}) => {
  let now: SyncStatus = { ...atRest, ...status };
  const heard = new Set<(event: HostEvent) => void>();
  const asked: { name: CallName; input: unknown }[] = [];
  const all: Answers = { 'sync.status': () => ok(now), 'sync.waiting': () => ok([]), ...answers };
  const call: Host['call'] = async (name, input) => {
    asked.push({ name, input });
    const answer = all[name] as ((input: unknown) => Answer<typeof name>) | undefined;
    return answer ? answer(input) : host.call(name, input);
  };
  const listen: Host['listen'] = (listener) => {
    heard.add(listener);
    const stop = host.listen(listener);
    return () => {
      heard.delete(listener);
      stop();
    };
  };
  return {
    host: { ...host, call, listen } satisfies Host,
    /** What was asked of a call, in order. */
    askedOf: (name: CallName) => asked.filter((a) => a.name === name).map((a) => a.input),
    /** Where sync stands changes, and the window is told. */
    becomes: (some: Partial<SyncStatus>) => {
      now = { ...now, ...some };
      for (const listener of heard) listener({ kind: 'sync' });
    },
  };
};
