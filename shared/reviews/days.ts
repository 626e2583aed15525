import { bankHolidays } from '#shared/deadlines/bank-holidays.ts';
import { type BankHolidays, calendarOf, isWorkingDay } from '#shared/deadlines/calendar.ts';
import { endedOn, type Review } from '#shared/records/review.ts';
import { addDays, daysBetween } from '#shared/times.ts';

/**
 * Working days in England and Wales from one day to another, as the clocks count them: the day after the first is the
 * first that can count, and the last counts.
 */
export const workingDaysBetween = (
  from: string,
  to: string,
  holidays: BankHolidays = bankHolidays,
): number => {
  const calendar = calendarOf('england-and-wales', holidays);
  let counted = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) counted += 1;
  return counted;
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
