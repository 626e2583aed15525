import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { type BankHolidays, type Calendar, calendarOf } from '#shared/deadlines/calendar.ts';
import { runClock } from '#shared/deadlines/clock.ts';
import type { Rule } from '#shared/deadlines/rules.ts';
import { endedOn, type Review } from '#shared/records/review.ts';
import { daysBetween, weekday } from '#shared/times.ts';

/** What is worked out once for a list of bank holidays, since figures ask it of every review. */
type Known = {
  readonly calendar: Calendar;
  /** The bank holidays in England and Wales, all of them on weekdays. */
  readonly days: readonly string[];
  readonly ends: Map<string, string | null>;
};
const known = new WeakMap<BankHolidays, Known>();

const knownOf = (holidays: BankHolidays): Known => {
  const before = known.get(holidays);
  if (before) return before;
  const calendar = calendarOf('england-and-wales', holidays);
  const days = holidays.days.map(([day]) => day).filter((day) => calendar.holidayOn(day) !== undefined);
  const fresh = { calendar, days, ends: new Map() };
  known.set(holidays, fresh);
  return fresh;
};

/** Mondays to Fridays among so many days that follow one of a weekday (1 is Monday). */
const weekdaysAfter = (of: number, days: number): number => {
  let counted = Math.floor(days / 7) * 5;
  for (let i = 1; i <= days % 7; i += 1) if (((of + i - 1) % 7) + 1 <= 5) counted += 1;
  return counted;
};

/**
 * Working days in England and Wales from one day to another, as the clocks count them: the day after the first is the
 * first that can count, and the last counts.
 */
export const workingDaysBetween = (
  from: string,
  to: string,
  holidays: BankHolidays = bankHolidays,
): number => {
  if (to <= from) return 0;
  const off = knownOf(holidays).days.filter((day) => day > from && day <= to).length;
  return weekdaysAfter(weekday(from), daysBetween(from, to)) - off;
};

/** The last day of a clock that nothing stops, for rules of England and Wales; the same as its deadline says. */
export const lastDayOf = (
  rule: Rule,
  start: string,
  holidays: BankHolidays = bankHolidays,
): string | null => {
  const { calendar, ends } = knownOf(holidays);
  const key = `${rule.id} ${rule.count} ${start}`;
  const before = ends.get(key);
  if (before !== undefined) return before;
  const last = runClock(rule, [{ kind: 'started', on: start }], calendar)?.due ?? null;
  ends.set(key, last);
  return last;
};

/** How long a review took from receipt to its end; undefined while it is open. */
export const daysTaken = (
  r: Pick<Review, 'events' | 'decisions' | 'endings' | 'received'>,
  holidays?: BankHolidays,
): { calendar: number; working: number } | undefined => {
  const end = endedOn(r);
  return end === undefined
    ? undefined
    : {
        calendar: daysBetween(r.received, end),
        working: workingDaysBetween(r.received, end, holidays),
      };
};
