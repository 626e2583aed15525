import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count, percent, quotient } from '#shared/numbers.ts';

const whole = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const divisor = whole.filter((n) => n !== 0);
const places = fc.nat(4);

/** The printed figure times the scale, exactly. */
const printed = (text: string) => BigInt(text.replace('.', ''));
const size = (n: bigint) => (n < 0n ? -n : n);

test('a quotient is never further from the truth than half of its last digit, and halves go away from zero', () =>
  fc.assert(
    fc.property(whole, divisor, places, (top, bottom, decimals) => {
      const text = quotient(top, bottom, decimals);
      expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
      const scaled = BigInt(top) * 10n ** BigInt(decimals);
      const error = size(printed(text)) * size(BigInt(bottom)) - size(scaled);
      expect(2n * error <= size(BigInt(bottom)) && 2n * error > -size(BigInt(bottom))).toBe(true);
    }),
    { numRuns: 2_000 },
  ));

test('nothing is printed as minus zero, and the sign is that of the quotient', () =>
  fc.assert(
    fc.property(whole, divisor, places, (top, bottom, decimals) => {
      const text = quotient(top, bottom, decimals);
      if (text.startsWith('-')) {
        expect(text).toMatch(/[1-9]/);
        expect(top < 0 !== bottom < 0).toBe(true);
      }
    }),
  ));

test('a share and the share of the rest make the whole, give or take one', () =>
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
      const text = [percent(a, a + b), percent(b, a + b)];
      if (a + b === 0) expect(text).toEqual(['n/a', 'n/a']);
      else {
        const sum = text.map((t) => Number(t.slice(0, -1))).reduce((x, y) => x + y);
        expect([100, 101]).toContain(sum);
      }
    }),
  ));

test('a count without its commas is the count', () =>
  fc.assert(
    fc.property(whole, (n) => {
      expect(Number(count(n).replaceAll(',', ''))).toBe(n);
    }),
  ));
