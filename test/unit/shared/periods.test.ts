import { describe, expect, test } from 'vitest';
import {
  type ParsedPeriod,
  parsePeriod,
  previousPeriod,
  quarterContaining,
  samePeriodLastYear,
  yearContaining,
  yearToDate,
} from '#shared/periods.ts';

const parsed = (text: string, firstMonth?: number): ParsedPeriod => {
  const result = parsePeriod(text, firstMonth);
  if (!result.ok) throw new Error(`${text} was refused`);
  return result.value;
};
const short = ({ id, from, to, label }: ParsedPeriod) => [id, from, to, label];

test.each([
  ['2022-23', '2022-23', '2022-04-01', '2023-03-31', 'April 2022 to March 2023'],
  ['2022/23', '2022-23', '2022-04-01', '2023-03-31', 'April 2022 to March 2023'],
  ['1999-00', '1999-00', '1999-04-01', '2000-03-31', 'April 1999 to March 2000'],
  ['2022-23Q1', '2022-23Q1', '2022-04-01', '2022-06-30', 'April to June 2022'],
  ['2022-23Q3', '2022-23Q3', '2022-10-01', '2022-12-31', 'October to December 2022'],
  [' 2022-23q4 ', '2022-23Q4', '2023-01-01', '2023-03-31', 'January to March 2023'],
  ['2023-24Q4', '2023-24Q4', '2024-01-01', '2024-03-31', 'January to March 2024'],
  ['2022-11', '2022-11', '2022-11-01', '2022-11-30', 'November 2022'],
  ['2024-02', '2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
  [
    '2022-02-01..2022-11-11',
    '2022-02-01..2022-11-11',
    '2022-02-01',
    '2022-11-11',
    '1 February 2022 to 11 November 2022',
  ],
  [
    '2024-02-29..2024-02-29',
    '2024-02-29..2024-02-29',
    '2024-02-29',
    '2024-02-29',
    '29 February 2024 to 29 February 2024',
  ],
])('%j in an office whose year begins in April', (text, ...expected) =>
  expect(short(parsed(text))).toEqual(expected),
);

test.each([
  ['2020', '2020', '2020-01-01', '2020-12-31', 'January to December 2020'],
  ['2020Q2', '2020Q2', '2020-04-01', '2020-06-30', 'April to June 2020'],
  ['2010-11', '2010-11', '2010-11-01', '2010-11-30', 'November 2010'],
])('%j in an office whose year is the calendar year', (text, ...expected) =>
  expect(short(parsed(text, 1))).toEqual(expected),
);

test('a text that could be a year or a month is the year', () =>
  expect(parsed('2010-11')).toMatchObject({ kind: 'year', from: '2010-04-01' }));

test('a year that begins in another month, over the turn of the year', () => {
  expect(short(parsed('2022-23Q3', 7))).toEqual([
    '2022-23Q3',
    '2023-01-01',
    '2023-03-31',
    'January to March 2023',
  ]);
  expect(short(parsed('2022-23Q1', 11))).toEqual([
    '2022-23Q1',
    '2022-11-01',
    '2023-01-31',
    'November 2022 to January 2023',
  ]);
});

test.each([
  '',
  '2022',
  '2022-24',
  '2022-13',
  '2022-00',
  '2022/11',
  '2022-23Q5',
  '2022-24Q1',
  '2022Q1',
  '0022-23',
  '9999-00',
  '2022-02-30..2022-03-01',
  '2022-03-01..2022-02-01',
  '2022-03-01..',
  '..2022-03-01',
  '2022-01-01..2022-02-01..',
  '2022-01-01..2022-02-01..2022-03-01',
  '2022-1-1..2022-2-1',
  'last year',
])('%j is no period', (text) =>
  expect(parsePeriod(text)).toEqual({ ok: false, error: { tag: 'badPeriod', text } }),
);

test.each(['2022-23', '2022-23Q1'])('%j is no period of a calendar year', (text) =>
  expect(parsePeriod(text, 1).ok).toBe(false),
);

describe('the period before', () => {
  test.each([
    ['2022-23', '2021-22'],
    ['2022-23Q1', '2021-22Q4'],
    ['2022-23Q4', '2022-23Q3'],
    ['2023-01', '2022-12'],
    ['2024-03-01..2024-03-10', '2024-02-20..2024-02-29'],
    ['2022-02-01..2022-02-01', '2022-01-31..2022-01-31'],
  ])('%s follows %s', (text, before) => expect(previousPeriod(parsed(text))).toEqual(parsed(before)));
});

describe('the same period a year before', () => {
  test.each([
    ['2022-23', '2021-22'],
    ['2022-23Q4', '2021-22Q4'],
    ['2024-02', '2023-02'],
    ['2022-02-01..2022-04-30', '2021-02-01..2021-04-30'],
    ['2024-02-29..2024-03-05', '2023-02-28..2023-03-05'],
    // A stretch to the end of February keeps the whole of the earlier February.
    ['2024-04-01..2025-02-28', '2023-04-01..2024-02-29'],
    ['2023-04-01..2024-02-29', '2022-04-01..2023-02-28'],
    ['2025-02-01..2025-02-27', '2024-02-01..2024-02-27'],
  ])('of %s is %s', (text, before) => expect(samePeriodLastYear(parsed(text))).toEqual(parsed(before)));
});

test('the year to date begins with the office year in which the period ends', () => {
  expect(yearToDate(parsed('2022-23Q3')).id).toBe('2022-04-01..2022-12-31');
  expect(yearToDate(parsed('2023-01')).id).toBe('2022-04-01..2023-01-31');
  expect(yearToDate(parsed('2022-02-01..2022-04-30')).id).toBe('2022-04-01..2022-04-30');
  expect(yearToDate(parsed('2023-01', 1), 1).id).toBe('2023-01-01..2023-01-31');
});

test('the year and the quarter that contain a day', () => {
  expect([yearContaining('2023-03-31').id, yearContaining('2023-04-01').id]).toEqual(['2022-23', '2023-24']);
  expect([quarterContaining('2023-03-31').id, quarterContaining('2023-04-01').id]).toEqual([
    '2022-23Q4',
    '2023-24Q1',
  ]);
  expect(quarterContaining('2023-12-31', 1).id).toBe('2023Q4');
});
