import { describe, expect, it } from 'vitest';
import { saysMost, saysRange } from '#renderer/charts/says.ts';

const counts = (...values: number[]) => ({
  items: values.map((value, index) => ({ name: 'ABCDE'[index] as string, value })),
  things: 'visits',
  kinds: 'suites',
});
const rates = (...values: (number | null)[]) => ({
  items: values.map((value, index) => ({
    name: 'ABCDE'[index] as string,
    value,
    words: value === null ? 'n/a' : `${value * 100}% (${value * 20} of 20)`,
  })),
  rate: 'consent rate',
  kinds: 'suites',
});

describe('saysMost', () => {
  it.each([
    [[62, 152], 'B had the most visits, 152 of 214.'],
    [[5, 5, 3], 'A and B had the most visits, 5 each of 13.'],
    [[5, 5, 5, 5, 3], '4 suites had the most visits, 5 each of 23.'],
    [[5, 5, 5], 'All suites had the same number of visits, 5 each.'],
    [[0, 7], 'B had all 7 visits.'],
    [[0, 0], 'There were no visits in this period.'],
    [[], 'There were no visits in this period.'],
    [[18_000, 1_241], 'A had the most visits, 18,000 of 19,241.'],
  ])('%j: %s', (values, said) => {
    expect(saysMost(counts(...values))).toBe(said);
  });
});

describe('saysRange', () => {
  it.each([
    [[0.5, 0.25], 'A had the highest consent rate, 50% (10 of 20), and B the lowest, 25% (5 of 20).'],
    [[0.5, 0.25, 0.5], 'A and C had the highest consent rate, 50%, and B the lowest, 25% (5 of 20).'],
    [[0.5, null, 0.5], 'A and C had the same consent rate, 50%.'],
    [[null, 0.5], 'Only B has a consent rate in this period, 50% (10 of 20).'],
    [[null, null], 'There is no consent rate to show in this period.'],
  ])('%j: %s', (values, said) => {
    expect(saysRange(rates(...values))).toBe(said);
  });
});
