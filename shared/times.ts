import { Temporal } from 'temporal-polyfill';

/**
 * Reads a time of day as a tired person types it: `1430`, `14:30`, `2.30pm`, `9am`, `0915`. Gives `HH:MM`, or
 * undefined where it cannot be one. Three digits are an hour of one digit: `915` is 09:15.
 */
export const parseTime = (text: string): string | undefined => {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|hrs)?$/i.exec(text.trim());
  if (!match) return undefined;
  const half = match[3]?.[0]?.toLowerCase();
  const bareHour = match[2] === undefined;
  if (bareHour && half !== 'a' && half !== 'p') return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (half === 'a' || half === 'p') {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** Minutes from one time of day to a later one (`HH:MM`); past midnight where the second reads earlier. */
export const minutesBetween = (from: string, to: string): number => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return (minutes(to) - minutes(from) + 1440) % 1440;
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/**
 * Reads `YYYY-MM-DD` or `D/M/YYYY` (also with dots or spaces); undefined where there is no such day. Works it out
 * by hand rather than with Temporal, because an import reads hundreds of thousands of dates.
 */
export const parseDate = (text: string): string | undefined => {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  const british = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(trimmed);
  const parts = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : undefined;
  if (!parts) return undefined;
  const [year, month, day] = parts as [string, string, string];
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const monthNames =
  'january february march april may june july august september october november december'.split(' ');

/** Reads a date with its month in words: `3 November 2022`, `3rd Nov 2022`, `Thursday, 3 November 2022`. */
export const parseDayWords = (text: string): string | undefined => {
  const parts =
    /^(?:[a-z]+day,? +|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?(\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of +)?([a-z]{3,9})\.?,?[ -]+(\d{4})$/i.exec(
      text.trim(),
    );
  const named = parts?.[2]?.toLowerCase() ?? '';
  const month = monthNames.findIndex((name) => name.startsWith(named === 'sept' ? 'sep' : named)) + 1;
  return parts && month > 0 ? parseDate(`${parts[1]}/${month}/${parts[3]}`) : undefined;
};

const dayMilliseconds = 86_400_000;

/** The day that comes so many days after another. By UTC and without Temporal: clocks count millions of days. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMilliseconds).toISOString().slice(0, -'T00:00:00.000Z'.length);

/** The day so many months after another: the last of its month where that has no such day. */
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

/** 1 (Monday) to 7 (Sunday). */
export const weekday = (date: string): number => new Date(date).getUTCDay() || 7;

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date as people write it: `2022-11-03` is 3 November 2022. */
export const dayWords = (date: string): string => day.format(new Date(`${date}T00:00Z`));

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A month as people write it: `2022-11` is November 2022. */
export const monthWords = (yearMonth: string): string => month.format(new Date(`${yearMonth}-01T00:00Z`));

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment by the clock of this laptop. */
export const momentOf = (instant: string): string => moment.format(new Date(instant));

/** Calendar days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / dayMilliseconds;

const britishDay = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/London' });

/** The day of a moment by British time, whatever the laptop's clock shows: figures are the same on every laptop. */
export const britishDayOf = (instant: string): string => britishDay.format(new Date(instant));

const britishTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The time of day of a moment by British time, `HH:MM`. */
export const britishTimeOf = (instant: string): string => britishTime.format(new Date(instant));
