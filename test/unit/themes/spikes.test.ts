import { describe, expect, test } from 'vitest';
import { spikesIn } from '#shared/themes/spikes.ts';
import { type Counted, themeRows, themeSpikes, weeksTo } from '#shared/themes/trends.ts';
import { addDays } from '#shared/times.ts';

const firstWeek = '2026-01-05';
const quiet = new Array<number>(12).fill(2);
const found = (...counts: number[]) => spikesIn([...quiet, ...counts], firstWeek, firstWeek);

describe('a week far above its own usual', () => {
  test('stands out with what it was compared with', () => {
    expect(found(6)).toEqual([{ week: '2026-03-30', cases: 6, usual: 2, most: 2 }]);
  });

  test.each([
    ['twice the usual is not more than twice', 4],
    ['a handful of cases is not looked at', 4],
    ['as many as usual', 2],
  ])('does not stand out: %s', (_, cases) => {
    expect(found(cases)).toEqual([]);
  });

  test('does not stand out where one of the weeks before had as many', () => {
    expect(spikesIn([...quiet.slice(1), 9, 9], firstWeek, firstWeek)).toEqual([]);
  });

  test('is not looked for before there are twelve weeks to compare with', () => {
    expect(spikesIn([...quiet.slice(1), 40], firstWeek, firstWeek)).toEqual([]);
  });

  test('five cases where there were none stand out', () => {
    expect(spikesIn([...new Array<number>(12).fill(0), 5], firstWeek, firstWeek)).toHaveLength(1);
  });
});

const day = '2026-06-30';
const weeks = weeksTo(day, 4);
const weekly = (theme: string, area: string, counts: readonly number[]): Counted[] =>
  counts.map((cases, i) => ({ date: addDays(weeks[0] as string, 7 * (i - 12)), theme, area, cases }));

test('themes stand with the most frequent first, beside as many weeks before', () => {
  const rows = themeRows(
    [
      ...weekly('Drugs', 'Shropshire', [...new Array<number>(12).fill(1), 1, 1, 1, 0]),
      ...weekly('Road safety', 'outside', [...new Array<number>(12).fill(0), 2, 2, 2, 2]),
    ],
    weeks,
  );
  expect(rows).toEqual([
    { theme: 'Road safety', weeks: [2, 2, 2, 2], total: 8, before: 0 },
    { theme: 'Drugs', weeks: [1, 1, 1, 0], total: 3, before: 4 },
  ]);
});

test('a spike of one area is found there also where it is lost among the others', () => {
  const spikes = themeSpikes(
    [
      ...weekly('Road safety', 'Shropshire', [...new Array<number>(12).fill(1), 1, 1, 1, 6]),
      ...weekly('Road safety', 'outside', new Array<number>(16).fill(20)),
    ],
    weeks,
    '2026-01-01',
  );
  expect(spikes).toMatchObject([{ theme: 'Road safety', area: 'Shropshire', week: '2026-06-29', cases: 6 }]);
});

test('weeks before the first case that is known are not taken for quiet ones', () => {
  const all = weekly('Drugs', 'outside', [...new Array<number>(12).fill(0), 6, 6, 6, 6]);
  expect(themeSpikes(all, weeks, weeks[0] as string)).toEqual([]);
});
