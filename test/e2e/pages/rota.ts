import { expect } from '@playwright/test';
import { shortDate } from '#renderer/dates.ts';
import { addDays, dayWords } from '#shared/times.ts';

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';

/** The Mondays of two years around a week, in each way a rota writes them. */
const mondaysAround = (week: string): Set<string> => {
  const weeks = Array.from({ length: 105 }, (_, i) => addDays(week, 7 * (i - 52)));
  const short = weeks.map(shortDate);
  return new Set([
    ...weeks,
    ...weeks.map(dayWords),
    ...short,
    ...short.map((day) => day.replace(/ \d{4}$/, '')),
  ]);
};

/**
 * A rota says weeks by their Mondays and nothing else of when anybody goes: no other date, no day of the week and no
 * time of the day (Code of Practice on Independent Custody Visiting 2013: visits are unannounced).
 */
export const expectNoDayOrTime = (what: string, text: string, week: string): void => {
  const read = text.replaceAll(/\s+/gu, ' ');
  const mondays = mondaysAround(week);
  const dates = [
    ...read.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g),
    ...read.matchAll(new RegExp(`\\b\\d{1,2} (?:${months})[a-z]*(?: \\d{4})?\\b`, 'g')),
  ].map(([date]) => date);
  expect(dates.length, `${what} names weeks`).toBeGreaterThan(0);
  expect(
    dates.filter((date) => !mondays.has(date)),
    `days in ${what}`,
  ).toEqual([]);
  // The paper says how a week is named.
  expect(read.replace('named by its Monday', ''), what).not.toMatch(
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/,
  );
  expect(read, what).not.toMatch(/\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]m\b/i);
};
