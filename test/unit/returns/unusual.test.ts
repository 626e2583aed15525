import { expect, test } from 'vitest';
import { isUnusual, usualRange } from '#shared/returns/unusual.ts';

const counts = (...values: number[]) => values.map((value) => ({ value, of: value }));
const shares = (of: number, ...values: number[]) => values.map((value) => ({ value, of }));

test('a figure within what the periods before spread over is usual, one far out of it is not', () => {
  const range = usualRange('count', counts(300, 320, 310, 290, 305, 315, 298, 308));
  expect(range && isUnusual({ value: 330, of: 330 }, range, 'count')).toBe(false);
  expect(range && isUnusual({ value: 31, of: 31 }, range, 'count')).toBe(true);
  expect(range && isUnusual({ value: 3_100, of: 3_100 }, range, 'count')).toBe(true);
});

test('one wild period among those before widens nothing', () => {
  const calm = usualRange('count', counts(300, 320, 310, 290, 305, 315, 298, 308));
  const wild = usualRange('count', counts(300, 320, 310, 290, 305, 315, 298, 9_000));
  expect((wild?.to ?? 0) - (calm?.to ?? 0)).toBeLessThan(20);
});

test('a small office is not asked about every handful, nor a new one about anything', () => {
  expect(usualRange('count', counts(3, 0, 7, 2, 4, 1, 3, 5))).toBeUndefined();
  expect(usualRange('count', counts(300, 310, 290))).toBeUndefined();
  const range = usualRange('share', shares(200, 0.5, 0.52, 0.48, 0.5, 0.51));
  expect(range && isUnusual({ value: 1, of: 3 }, range, 'share')).toBe(false);
  expect(range && isUnusual({ value: 0.7, of: 200 }, range, 'share')).toBe(true);
});
