import { expect, test } from 'vitest';
import { happeningsOf } from '#renderer/visits/reading/steps.ts';
import type { Visit } from '#shared/records/visit.ts';

const event = (from: string, to: string, at: string) => ({ id: `${to} ${at}`, from, to, by: 'somebody', at });
const correction = (number: number, at: string) => ({
  id: `correction ${number}`,
  number,
  by: 'somebody',
  at,
  reason: 'Wrong time',
  changes: [],
});
const titlesOf = (visit: Partial<Visit>): string[] => happeningsOf(visit as Visit).map(({ title }) => title);

const received = [
  event('draft', 'ready', '2026-05-04T15:00:00.000Z'),
  event('ready', 'received', '2026-05-04T18:00:00.000Z'),
];

test('corrections stand in the order of the office’s numbers, whatever the clocks of the laptops say', () => {
  const corrections = [correction(1, '2026-05-06T10:00:00.000Z'), correction(2, '2026-05-05T09:00:00.000Z')];
  expect(titlesOf({ events: received, corrections })).toEqual([
    'Sent',
    'Received by the office',
    'Correction 1',
    'Correction 2',
  ]);
});

test('a correction by a clock that stands years back is still one of what the office has', () => {
  const corrections = [correction(1, '1970-01-01T00:10:00.000Z')];
  const events = [...received, event('received', 'read', '2026-05-05T09:00:00.000Z')];
  expect(titlesOf({ events, corrections })).toEqual([
    'Sent',
    'Received by the office',
    'Correction 1',
    'Read',
  ]);
});

test('a correction stands among the moves between which it was made', () => {
  const events = [...received, event('received', 'read', '2026-05-07T09:00:00.000Z')];
  expect(titlesOf({ events, corrections: [correction(1, '2026-05-06T10:00:00.000Z')] })).toEqual([
    'Sent',
    'Received by the office',
    'Correction 1',
    'Read',
  ]);
});
