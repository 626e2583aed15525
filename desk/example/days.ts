const day = 86_400_000;

/** Days since 1970 of a date, and back: an example of a million visits adds up days faster than a calendar does. */
export const dayNumber = (date: string): number => Date.parse(date) / day;
export const dateOf = (number: number): string => new Date(number * day).toISOString().slice(0, 10);

/** The date so many days later (or earlier). */
export const daysAfter = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/** 0 (Monday) to 6 (Sunday) of a day since 1970, which was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** `HH:MM` so many minutes after midnight, past midnight too. */
export const clock = (minutes: number): string => {
  const within = minutes % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};
