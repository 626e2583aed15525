import { monthWords } from '#shared/times.ts';

export { dayWords, momentOf, monthWords } from '#shared/times.ts';

const short = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
/** The same where there is little room: 3 Nov 2022. */
export const shortDate = (date: string): string => short.format(new Date(`${date}T00:00Z`));

/** The name of a month, 1 to 12. */
export const monthName = (number: number): string =>
  monthWords(`2000-${String(number).padStart(2, '0')}`).replace(' 2000', '');
