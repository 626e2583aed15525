import { expect, test } from 'vitest';
import type { Raw } from '#shared/measures/evaluate.ts';
import { measureById } from '#shared/measures/icv.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { compared } from '#shared/measures/wording.ts';
import { count, percent, quotient } from '#shared/numbers.ts';

test('a share of nothing is not zero', () => {
  expect(percent(0, 0)).toBe('n/a');
  expect(percent(3, 0)).toBe('n/a');
  expect(percent(0, 3)).toBe('0%');
});

/** Published by schemes and commissioners, from the figures this product must reproduce. */
const published = [
  ['Scotland Jul-Sep 2022, offered of held', 552, 1141, '48%'],
  ['Scotland Jul-Sep 2022, consent of offered', 425, 552, '77%'],
  ['Scotland Oct-Dec 2022, offered of held', 535, 1133, '47%'],
  ['Scotland Oct-Dec 2022, consent of held', 388, 1133, '34%'],
  ['Scotland Oct-Dec 2022, not available of held (published as 13%)', 153, 1133, '14%'],
  ['Northern Ireland 2014/15, satisfactory', 640, 705, '91%'],
  ['Northern Ireland 2002/03, satisfactory', 766, 912, '84%'],
  ['West Mercia reviews 2020/21, upheld', 13, 90, '14%'],
  ['West Mercia reviews April 2021 to March 2022, upheld', 11, 77, '14%'],
  ['Cleveland 2021/22, acknowledged in target', 78, 83, '94%'],
  ['Warwickshire 2020, further action', 23, 135, '17%'],
] as const;

test.each(published)('%s: %i of %i is %s', (_, numerator, denominator, display) =>
  expect(percent(numerator, denominator)).toBe(display),
);

test('halves go up, away from zero', () => {
  expect([percent(1, 200), percent(1, 201), percent(3, 200)]).toEqual(['1%', '0%', '2%']);
  expect([quotient(1, 2, 0), quotient(-1, 2, 0), quotient(1, -2, 0), quotient(-1, -2, 0)]).toEqual([
    '1',
    '-1',
    '-1',
    '1',
  ]);
  expect(quotient(1_005, 1_000, 2)).toBe('1.01');
  expect(quotient(-1, 300, 2)).toBe('0.00');
  expect(quotient(-1, 200, 2)).toBe('-0.01');
});

test('decimals are always written out', () => {
  expect([quotient(5, 1, 1), quotient(1, 3, 2), quotient(2, 3, 3), quotient(0, 7, 1)]).toEqual([
    '5.0',
    '0.33',
    '0.667',
    '0.0',
  ]);
  expect([percent(9, 19, 1), percent(1, 8, 1), percent(5, 2)]).toEqual(['47.4%', '12.5%', '250%']);
});

test('thousands are separated the British way', () =>
  expect([count(0), count(999), count(19_241), count(1_000_000), count(-1_500)]).toEqual([
    '0',
    '999',
    '19,241',
    '1,000,000',
    '-1,500',
  ]));

test('what is not known has neither grown nor shrunk beside a period in which it is known', () => {
  const year = { id: '2021-22', from: '2021-04-01', to: '2022-03-31', label: 'April 2021 to March 2022' };
  const praise = measureById.get('praise.visits') as Measure;
  const blank = { top: 0, bottom: null, restsOn: 0, blank: 3 };
  const six = { top: 6, bottom: null, restsOn: 6, blank: 0 };
  const beside = (now: Raw, then: Raw) => {
    const { changeDisplay, percentDisplay } = compared(praise, now, then, year);
    return [changeDisplay, percentDisplay];
  };
  expect(beside(blank, six)).toEqual(['n/a', 'n/a']);
  expect(beside(six, blank)).toEqual(['n/a', 'n/a']);
  expect(beside({ ...six, top: 3 }, six)).toEqual(['−3', '−50%']);
});
