import { expect, test } from 'vitest';
import { minutesBetween, parseDate, parseTime, weekday } from '#shared/times.ts';

test.each([
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['14.30', '14:30'],
  ['14 30', '14:30'],
  ['1430h', '14:30'],
  ['2.30pm', '14:30'],
  ['2:30 P.M.', '14:30'],
  ['9am', '09:00'],
  ['9 am', '09:00'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['12.05am', '00:05'],
  ['915', '09:15'],
  ['0915', '09:15'],
  ['9:15', '09:15'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
  [' 07:05 ', '07:05'],
])('%j is read as %s', (text, time) => expect(parseTime(text)).toBe(time));

test.each([
  '',
  '9',
  '14',
  '9h',
  '24:00',
  '12:60',
  '13pm',
  '0am',
  '12345',
  '1:2',
  'noon',
  '14:30:00',
  '-1:00',
  '१२:३०',
])('%j is no time of day', (text) => expect(parseTime(text)).toBeUndefined());

test('minutes go on past midnight', () => {
  expect(minutesBetween('10:00', '10:00')).toBe(0);
  expect(minutesBetween('10:00', '11:05')).toBe(65);
  expect(minutesBetween('23:50', '00:10')).toBe(20);
  expect(minutesBetween('10:01', '10:00')).toBe(1439);
});

test.each([
  ['2022-11-30', '2022-11-30'],
  ['2022-1-3', '2022-01-03'],
  ['30/11/2022', '2022-11-30'],
  ['3.1.2022', '2022-01-03'],
  ['3 1 2022', '2022-01-03'],
  ['29/2/2024', '2024-02-29'],
  ['29/2/2000', '2000-02-29'],
])('%j is the day %s', (text, day) => expect(parseDate(text)).toBe(day));

test.each([
  '',
  '30/11',
  '30/11/22',
  '31/11/2022',
  '29/2/2023',
  '29/2/1900',
  '0/1/2022',
  '1/0/2022',
  '1/13/2022',
  '2022-11',
  '2022/11/30',
  '20221130',
  '30/11/2022 10:00',
])('%j is no day', (text) => expect(parseDate(text)).toBeUndefined());

test('Monday is the first day of the week', () => {
  expect(weekday('2026-11-16')).toBe(1);
  expect(weekday('2026-11-22')).toBe(7);
});
