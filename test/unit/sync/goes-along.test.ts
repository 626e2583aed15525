import { expect, test } from 'vitest';
import { goesAlong } from '#hub/office/goes-along.ts';
import type { HubRead } from '#hub/port.ts';

const ended = [{ id: 'e', from: 'raised', to: 'resolved', by: 'office', at: '2026-05-04T10:00:00.000Z' }];
const raised = {
  id: 'c1',
  reference: 'C2026/0001',
  from: { kind: 'visit', record: 'v' },
  events: ended,
  found: [],
};
const ofAnother = {
  ...raised,
  id: 'c2',
  reference: 'C2026/0002',
  from: { kind: 'visit', record: 'w' },
  found: [{ visit: 'v' }],
};
const letter = (id: string, ...about: string[]) => ({
  id,
  on: '2026-05-05',
  about: about.map((one) => ({ id: one })),
});
const holding = (records: Record<string, unknown[]>) =>
  ({ documents: async (type: string) => records[type] ?? [] }) as unknown as HubRead;
const office = {
  concern: [raised, ofAnother],
  concernNote: [
    { id: 'n1', concern: 'c1', at: '2026-05-06' },
    { id: 'n2', concern: 'c2', at: '2026-05-06' },
  ],
  letter: [letter('l1', 'c1'), letter('l2', 'c1', 'c2'), letter('l3', 'c2')],
  recordCheck: [{ id: 'k1', reference: 'K2026/0001', visit: 'v' }],
};
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

test('a purged report takes its concerns, their notes and the letters about nothing else; the rest is named', async () => {
  const { open, goes, stays } = await goesAlong(holding(office), 'visit', 'v');
  expect(open).toEqual([]);
  expect(ids(goes)).toEqual(['c1', 'n1', 'l1']);
  expect(stays.map(({ name }) => name)).toEqual([
    'letter of 2026-05-05, l2',
    'what it found of concern C2026/0002',
    'record check K2026/0001',
  ]);
});

test('one that is open is named, and waited for', async () => {
  const { open } = await goesAlong(
    holding({ ...office, concern: [{ ...raised, events: [] }] }),
    'visit',
    'v',
  );
  expect(open).toEqual([{ type: 'concern', id: 'c1', name: 'concern C2026/0001' }]);
});

test('a concern purged by itself takes its notes and letters, open or not; anything else takes nothing', async () => {
  const { open, goes } = await goesAlong(
    holding({ ...office, concern: [{ ...raised, events: [] }, ofAnother] }),
    'concern',
    'c1',
  );
  expect([ids(open), ids(goes)]).toEqual([[], ['n1', 'l1']]);
  expect(await goesAlong(holding(office), 'suite', 'v')).toEqual({ open: [], goes: [], stays: [] });
});

const rotaAndClaims = {
  personContact: [{ id: 'pc', person: 'p' }],
  personFile: [{ id: 'pf', person: 'q' }],
  interest: [{ id: 'i', person: 'p', other: 'q' }],
  availability: [{ id: 'a', person: 'p' }],
  shift: [
    { id: 's1', week: '2026-05-04', first: 'p' },
    { id: 's2', week: '2026-05-11', first: 'q' },
  ],
  swap: [{ id: 'x', by: 'q', with: 'p' }],
  claim: [
    { id: 'm', reference: 'M2026/0001', person: 'p', lines: [{ for: { type: 'visit', id: 'v' } }] },
    { id: 'n', reference: 'M2026/0002', person: 'q', lines: [{ for: { type: 'session', id: 's' } }] },
  ],
};

test('a purged report leaves the claims for it, which are named', async () => {
  const { goes, stays } = await goesAlong(holding(rotaAndClaims), 'visit', 'v');
  expect([goes, ids(stays)]).toEqual([[], ['m']]);
});

test('somebody who is purged takes what they said of themselves; what they were part of is named', async () => {
  const { open, goes, stays } = await goesAlong(holding(rotaAndClaims), 'person', 'p');
  expect(open).toEqual([]);
  expect(ids(goes)).toEqual(['pc', 'i', 'a']);
  expect(stays.map(({ name }) => name)).toEqual([
    'place of the rota, week of 2026-05-04',
    'exchange of places x',
    'claim M2026/0001',
  ]);
});

test('a purged review takes what was noted, recommended and written about it', async () => {
  const ofReview = {
    reviewNote: [{ id: 'n', review: 'r', on: '2026-05-05' }],
    recommendation: [{ id: 'k', review: 'r', madeOn: '2026-05-05' }],
    letter: [letter('l1', 'r', 'k'), letter('l2', 'q')],
  };
  const { goes, stays } = await goesAlong(holding(ofReview), 'review', 'r');
  expect([ids(goes).toSorted(), stays]).toEqual([['k', 'l1', 'n'], []]);
});
