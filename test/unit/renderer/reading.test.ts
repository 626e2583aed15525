import { expect, test } from 'vitest';
import { joinDate, readDate, readNumber, readTime, splitDate } from '#renderer/visits/draft/reading.ts';

test('a time is read as tired people write it, and a blank is a blank', () => {
  expect(readTime('1430', 'Left')).toEqual({ value: '14:30' });
  expect(readTime('2.30pm', 'Left')).toEqual({ value: '14:30' });
  expect(readTime('  ', 'Left')).toEqual({ value: undefined });
});

test('what cannot be read is said with the question and the text as typed', () => {
  expect(readTime('25:99', 'Left')).toEqual({
    problem: 'Left: “25:99” is not a time. Write it like 14:30, 1430 or 2.30pm.',
  });
  expect(readNumber('two', 'Declined')).toEqual({
    problem: 'Declined: “two” is not a whole number. Write it like 0, 7 or 12.',
  });
  expect(readNumber('2.5', 'Declined')).toHaveProperty('problem');
  expect(readNumber('-1', 'Declined')).toHaveProperty('problem');
});

test('numbers may have commas between thousands, and nought is not a blank', () => {
  expect(readNumber('19,241', 'Detained')).toEqual({ value: 19_241 });
  expect(readNumber('0', 'Declined')).toEqual({ value: 0 });
  expect(readNumber('', 'Declined')).toEqual({ value: undefined });
  expect(readNumber('9999999', 'Declined')).toHaveProperty('problem');
});

test('a date is whole or kept as typed', () => {
  expect(readDate({ day: '7', month: '3', year: '2026' }, 'Date')).toEqual({ value: '2026-03-07' });
  expect(readDate({ day: '', month: '', year: '' }, 'Date')).toEqual({ value: undefined });
  expect(readDate({ day: '31', month: '2', year: '2026' }, 'Date')).toHaveProperty('problem');
  const half = { day: '7', month: '', year: '' };
  expect(readDate(half, 'Date')).toHaveProperty('problem');
  expect(splitDate(joinDate(half))).toEqual(half);
});
