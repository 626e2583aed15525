import { describe, expect, test } from 'vitest';
import type { Reader } from '#shared/imports/importer.ts';
import * as readers from '#shared/imports/readers.ts';
import { methods, outcomes, purposes } from '#shared/records/visit.ts';
import { context } from './context.ts';

const value = (reader: Reader<unknown>, text: string) => {
  const reading = reader(text, context);
  return reading.ok ? reading.value : 'refused';
};
const table = (reader: Reader<unknown>, cases: Record<string, unknown>) =>
  test.each(Object.entries(cases))('%j', (text, expected) => expect(value(reader, text)).toEqual(expected));

describe('whole numbers', () =>
  table(readers.count, {
    '0': 0,
    '7': 7,
    '007': 7,
    '1,234': 1234,
    '1,000,000': 1_000_000,
    '1000000': 1_000_000,
    '1000001': 'refused',
    '1,000,001': 'refused',
    '12,34': 'refused',
    '1,2345': 'refused',
    ',123': 'refused',
    '1.5': 'refused',
    '-1': 'refused',
    '+1': 'refused',
    '1e3': 'refused',
    '0x10': 'refused',
    abc: 'refused',
    '１２': 'refused',
    '1 000': 'refused',
    Infinity: 'refused',
  }));

describe('dates', () =>
  table(readers.date, {
    '2022-11-30': '2022-11-30',
    '30/11/2022': '2022-11-30',
    '1/2/2022': '2022-02-01',
    '29/02/2024': '2024-02-29',
    '29/02/2023': 'refused',
    '2023-02-29': 'refused',
    '29/02/1900': 'refused',
    '29/02/2000': '2000-02-29',
    '31/04/2022': 'refused',
    '11/30/2022': 'refused',
    '00/01/2022': 'refused',
    '30/11/22': 'refused',
    '0022-11-30': 'refused',
    '2202-11-30': 'refused',
    '44895': 'refused',
    yesterday: 'refused',
  }));

describe('months', () =>
  table(readers.month, {
    '2022-11': '2022-11',
    '2022-13': 'refused',
    '2022-00': 'refused',
    '2022-1': 'refused',
    '1022-11': 'refused',
    'Nov-22': 'refused',
  }));

describe('times', () =>
  table(readers.time, {
    '14:30': '14:30',
    '1430': '14:30',
    '2.30pm': '14:30',
    '09:05:00': '09:05',
    '9am': '09:00',
    '24:00': 'refused',
    '12:60': 'refused',
    '25': 'refused',
    soon: 'refused',
  }));

describe('targets', () =>
  table(readers.weeklyTarget, {
    '0.5': 0.5,
    '1': 1,
    '100': 100,
    '100.5': 'refused',
    '-1': 'refused',
    '.5': 'refused',
    one: 'refused',
  }));

describe('yes and no', () =>
  table(readers.yesNo, {
    Yes: true,
    y: true,
    TRUE: true,
    '1': true,
    NO: false,
    n: false,
    False: false,
    '0': false,
    maybe: 'refused',
  }));

describe('OPCAT', () =>
  table(readers.opcat, { '0': 0, '3': 3, yes: 1, No: 0, true: 1, some: 'refused', '1.5': 'refused' }));

describe('praise', () =>
  table(readers.praise, {
    yes: { praise: true },
    N: { praise: false },
    None: { praise: false },
    'Kind to a frightened boy': { praise: true, praiseWords: 'Kind to a frightened boy' },
  }));

describe('words of a list', () => {
  table(readers.oneOf(methods), {
    'In Person': 'in-person',
    'IN-PERSON': 'in-person',
    in_person: 'in-person',
    post: 'refused',
  });
  table(readers.oneOf(purposes), {
    tact: 'TACT',
    'follow up': 'follow-up',
    'Extended  Observation': 'extended observation',
  });
  table(readers.oneOf(outcomes, { cancelled: 'abandoned' }), {
    Completed: 'completed',
    cancelled: 'abandoned',
    constructor: 'refused',
  });
});

test('a refusal says what is expected', () => {
  const reading = readers.oneOf(outcomes)('done', context);
  expect(!reading.ok && reading.error).toBe('Not one of: completed, abandoned, refused, closed');
});

test('words keep to the length a record holds', () => {
  expect(readers.words('a'.repeat(30_000), context).ok).toBe(true);
  const reading = readers.words('a'.repeat(30_001), context);
  expect(!reading.ok && reading.error).toBe('Longer than 30,000 characters (it has 30,001)');
});
