import { expect, test } from 'vitest';
import { suiteTarget } from '#shared/measures/targets.ts';
import type { Suite } from '#shared/records/suite.ts';

const id = '0190a5c2-0000-7000-8000-000000000001';
const suite = (
  targets: [from: string, visits: number, per: 'week' | 'quarter'][],
  statuses: [from: string, status: 'open' | 'reserve' | 'closed'][] = [],
): Suite => ({
  id,
  name: 'Northgate',
  targets: targets.map(([from, visits, per]) => ({ id, from, visits, per })),
  statuses: statuses.map(([from, status]) => ({ id, from, status })),
});

/** A quarter with 13 Mondays. */
const [from, to] = ['2026-01-01', '2026-03-31'];

test.each([
  ['a week belongs to the period in which its Monday lies', suite([['2020-01-01', 1, 'week']]), 13],
  [
    'weeks that begin while the suite is closed or in reserve are not counted',
    suite(
      [['2020-01-01', 1, 'week']],
      [
        ['2020-01-01', 'open'],
        ['2026-01-14', 'closed'],
        ['2026-02-02', 'open'],
        ['2026-03-10', 'reserve'],
      ],
    ),
    8,
  ],
  [
    'each week has the target of its Monday',
    suite([
      ['2020-01-01', 1, 'week'],
      ['2026-03-03', 2, 'week'],
    ]),
    17,
  ],
  [
    'a target of a quarter counts a third for each month that begins while the suite is open',
    suite(
      [['2020-01-01', 6, 'quarter']],
      [
        ['2020-01-01', 'open'],
        ['2026-01-02', 'closed'],
        ['2026-03-01', 'open'],
      ],
    ),
    4,
  ],
  ['without a target there is none, rather than nought', suite([]), null],
])('%s', (_, one, visits) => expect(suiteTarget(one, from, to)).toBe(visits));
