import { count } from '#shared/numbers.ts';
import { dayWords } from '#shared/times.ts';
import type { ReturnTable } from '#shared/views.ts';

type Cell = ReturnTable['rows'][number][number] | undefined;

/** Tables say a day as `YYYY-MM-DD`, so that workbooks make a date of it. */
export const isDay = (value: Cell): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** What stands in a table of a return, as it is read. */
export const cellWords = (value: Cell): string => {
  if (typeof value === 'number') return count(value);
  return isDay(value) ? dayWords(value) : (value ?? 'n/a');
};
