import { weekday } from '#shared/times.ts';

/** Where a bank holiday is one: England, Wales, Scotland, Northern Ireland. */
const nations = ['E', 'W', 'S', 'N'] as const;

/** A dated list of bank holidays that fall on weekdays, whole for every year from `first` to `last`. */
export type BankHolidays = {
  readonly source: string;
  readonly first: number;
  readonly last: number;
  /** The day, the letters of the nations where it is a holiday, its name. */
  readonly days: readonly (readonly [day: string, where: string, name: string])[];
};

/**
 * The two calendars there are. `england-and-wales` leaves out Saturdays, Sundays and the bank holidays there;
 * `uk-wide` those in any part of the United Kingdom, as section 10(6) of the Freedom of Information Act 2000 asks.
 */
export const calendarIds = ['england-and-wales', 'uk-wide'] as const;
export type CalendarId = (typeof calendarIds)[number];

const takenIn: Record<CalendarId, readonly string[]> = {
  'england-and-wales': ['E', 'W'],
  'uk-wide': nations,
};

/** Working days as one calendar knows them. */
export type Calendar = {
  readonly id: CalendarId;
  /** The first and the last year whose bank holidays are loaded: beyond, a date is provisional. */
  readonly first: number;
  readonly last: number;
  /** The name of the bank holiday on a weekday, where the calendar has one there. */
  readonly holidayOn: (day: string) => string | undefined;
};

/** The calendar of that name over a list of bank holidays. */
export const calendarOf = (id: CalendarId, { first, last, days }: BankHolidays): Calendar => {
  const wanted = takenIn[id];
  const names = new Map(
    days
      .filter(([, where]) => wanted.some((nation) => where.includes(nation)))
      .map(([day, , name]) => [day, name]),
  );
  return { id, first, last, holidayOn: (day) => names.get(day) };
};

export const isWeekend = (day: string): boolean => weekday(day) > 5;

/** Whether people work on a day, as a calendar has it. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean =>
  !isWeekend(day) && calendar.holidayOn(day) === undefined;
