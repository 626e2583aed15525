import { parseDate, parseTime } from '#shared/times.ts';

/** What a typed text means: a value (undefined for a blank), or why it cannot be read. */
export type Reading = { value: string | number | undefined } | { problem: string };

const blank: Reading = { value: undefined };

/** Reads a time as a tired person types it. `name` is the question, for the sentence. */
export const readTime = (text: string, name: string): Reading => {
  if (text.trim() === '') return blank;
  const value = parseTime(text);
  return value
    ? { value }
    : { problem: `${name}: “${text.trim()}” is not a time. Write it like 14:30, 1430 or 2.30pm.` };
};

const largest = 1_000_000;

/** Reads a whole number; commas between thousands are allowed. */
export const readNumber = (text: string, name: string): Reading => {
  const plain = text.trim().replace(/(?<=\d)[, ](?=\d{3}\b)/g, '');
  if (plain === '') return blank;
  if (!/^\d+$/.test(plain))
    return { problem: `${name}: “${text.trim()}” is not a whole number. Write it like 0, 7 or 12.` };
  const value = Number(plain);
  return value <= largest ? { value } : { problem: `${name}: ${text.trim()} is more than can be right.` };
};

export type DateParts = { day: string; month: string; year: string };

/** Reads a date from its three boxes. */
export const readDate = ({ day, month, year }: DateParts, name: string): Reading => {
  const parts = [day, month, year].map((part) => part.trim());
  if (parts.every((part) => part === '')) return blank;
  const value = parseDate(parts.join('/'));
  if (value) return { value };
  return { problem: `${name}: “${parts.join(' ').trim()}” is not a date. Write it like 27 3 2026.` };
};

/** The boxes of a date as one text, kept while they cannot be read. */
export const joinDate = ({ day, month, year }: DateParts): string => [day, month, year].join('/');

export const splitDate = (text: string | undefined): DateParts => {
  const [day = '', month = '', year = ''] = (text ?? '').split('/');
  return { day, month, year };
};

/** The boxes for a date that has been read: no noughts in front, as people write it. */
export const dateParts = (date: string | undefined): DateParts => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
};
