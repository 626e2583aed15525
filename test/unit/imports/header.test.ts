import { expect, test } from 'vitest';
import type { ImportKind } from '#shared/import-views.ts';
import { readHeader, rowUnder, secondRow } from '#shared/imports/header.ts';

const header = (kind: ImportKind, line: string[]) => {
  const reading = readHeader(kind, line);
  if (!reading.ok) throw new Error(reading.error);
  return reading.value;
};
const problem = (kind: ImportKind, line: string[]) => {
  const reading = readHeader(kind, line);
  return reading.ok ? undefined : reading.error;
};

test('columns in any order and spelling, behind a byte-order mark; unknown ones are reported', () => {
  expect(header('throughput', ['\uFEFFTotal', 'Under 18', 'MONTH', 'force', 'Suite', ''])).toEqual({
    columns: ['total', 'under_18', 'month', undefined, 'suite', undefined],
    unknown: ['force', 'column 6, which has no name'],
  });
});

test('what concerns the whole file', () => {
  expect(problem('visits', ['reference', 'suite', 'Date'])).toBe('the required column "outcome" is missing');
  expect(problem('visits', ['reference', 'held'])).toBe(
    'the required columns "suite", "date", "outcome" are missing',
  );
  expect(problem('suites', ['name', 'area', 'Name'])).toBe('the column "name" stands in it more than once');
  expect(problem('suites', ['Hereford', 'Herefordshire'])).toMatch(
    /^its first line names none of the columns/,
  );
  expect(problem('reviews', ['reference;received;decided'])).toBe(
    'its columns are separated by semicolons: save it with commas between them',
  );
  expect(problem('suites', [])).toMatch(/^its first line names none/);
  expect(problem('suites', ['constructor', '__proto__'])).toMatch(/^its first line names none/);
});

test('a line under its header', () => {
  const suites = header('suites', ['area', 'notes', 'name']);
  expect(rowUnder(suites, [' North ', 'x', 'Hereford'])).toEqual({
    ok: true,
    value: { area: 'North', name: 'Hereford' },
  });
  expect(rowUnder(suites, ['North'])).toEqual({ ok: true, value: { area: 'North', name: '' } });
  expect(rowUnder(suites, ['North', '', 'Hereford', '', ' ']).ok).toBe(true);
  const shifted = rowUnder(suites, ['North', 'one', ' two', 'Hereford']);
  expect(!shifted.ok && shifted.error).toMatchObject([{ column: '', value: 'Hereford' }]);
});

test('a second row for the same record names the first', () => {
  expect(secondRow('visits', { reference: 'A1' }, 4)).toEqual({
    column: 'reference',
    problem: 'Already on line 4 of this file',
    value: 'A1',
  });
});
