import { onTestFinished } from 'vitest';
import { freshId, type JoinedLaptop, joinedLaptop, hub as keys, put } from '../../scenario/laptop/laptop.ts';
import type { ScriptedHub } from './scripted-hub.ts';

const laptops: JoinedLaptop[] = [];
/** A coordinator's laptop; it ends with the test. */
export const newLaptop = (): JoinedLaptop => {
  const laptop = joinedLaptop(['coordinator']);
  laptops.push(laptop);
  onTestFinished(() => {
    laptops.splice(laptops.indexOf(laptop), 1);
    laptop.end();
  });
  return laptop;
};

export const newSuite = (laptop: JoinedLaptop, name: string): string => {
  const id = freshId();
  laptop.ask('suites.save', { id, patch: [{ path: [], now: { id, name, statuses: [], targets: [] } }] });
  return id;
};
export const log = (laptop: JoinedLaptop) => laptop.ask('sync.log', {}).map(({ text }) => text);
export const refused = (tag: string) => ({ tag: 'refused', refused: tag }) as const;
export const member = (laptop: JoinedLaptop) => {
  const found = laptop.steps.membership();
  if (!found) throw new Error('it has not joined');
  return found;
};

export const accepted = (n: number) => ({
  kind: 'accepted',
  version: { epoch: 1, n },
  receipt: `receipt-${n}`,
  content: 'c',
  at: '2026-05-05T10:00:00.000Z',
});

/** What a hub answers to a greeting where nothing is special. */
export const greeting = (hub: ScriptedHub) => ({
  token: 'a token',
  epoch: 1,
  head: hub.head(),
  behind: false,
  number: 0,
  missing: [] as number[],
  scope: 1,
  roles: [],
  audit: 'audit',
  types: ['suite', 'setting', 'form', 'person', 'visit', 'pen', 'conflict'],
  now: new Date().toISOString(),
});

/** What a hub answers before it knows who asks. */
export const meeting = () => ({
  product: 'icv-desk-hub' as const,
  office: laptops[0] ? member(laptops[0]).office : '',
  body: 'Office',
  oldest: 1,
  newest: 1,
  now: new Date().toISOString(),
  nonce: 'nonce',
  key: keys.publicKey,
});

/** A laptop that has received sixty suites. */
export const laptopOfManySuites = () => {
  const laptop = newLaptop();
  const role = 'role:coordinator';
  const suites = Array.from({ length: 60 }, (_, i) => ({
    id: freshId(),
    name: `Suite ${i}`,
    statuses: [],
    targets: [],
  }));
  laptop.receive(
    'shared',
    suites.map((one, i) => put('suite', one, 100 + i, [role])),
    [role],
  );
  return { laptop, suites, role };
};
