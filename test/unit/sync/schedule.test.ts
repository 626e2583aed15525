import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTry, type Standing } from '#desk/sync/schedule.ts';

const minute = 60_000;
const now = Date.UTC(2026, 4, 4, 12);
const quiet: Standing = { now, ended: now, failures: 0, notBefore: null, ready: null };
const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const holds = (what: (random: number) => boolean) => fc.assert(fc.property(dice, what));

describe('the next sync', () => {
  it('is at once where there was none yet', () => {
    holds((random) => nextTry({ ...quiet, ended: null }, random) === now);
  });

  it('is a few minutes after the last, and not at the same moment on a thousand laptops', () => {
    holds((random) => {
      const wait = nextTry(quiet, random) - now;
      return wait >= 3 * minute && wait <= 5 * minute;
    });
    expect(nextTry(quiet, 0)).not.toBe(nextTry(quiet, 0.9));
  });

  it('is a moment after something became ready', () => {
    holds((random) => nextTry({ ...quiet, ready: now }, random) - now <= 2_000);
  });

  it('comes later and later after failures, some minutes at most, and never not at all', () => {
    const longest = (failures: number) => nextTry({ ...quiet, failures }, 0.999_999) - now;
    expect(longest(1)).toBeLessThan(10_000);
    for (const failures of [1, 2, 3, 4, 5]) expect(longest(failures + 1)).toBeGreaterThan(longest(failures));
    expect(longest(1_000)).toBeLessThanOrEqual(6 * minute);
    fc.assert(
      fc.property(dice, fc.nat(2_000), (random, failures) => {
        const at = nextTry({ ...quiet, failures, ready: now }, random);
        return Number.isFinite(at) && at > now && at <= now + 6 * minute;
      }),
    );
  });

  it('is not before the hub asked for, and not all at once then', () => {
    const notBefore = now + minute;
    holds((random) => nextTry({ ...quiet, failures: 1, notBefore }, random) >= notBefore);
    holds((random) => nextTry({ ...quiet, ready: now, notBefore }, random) >= notBefore);
    const wait = (random: number) => nextTry({ ...quiet, failures: 1, notBefore }, random);
    expect(wait(0.9)).toBeGreaterThan(wait(0.1));
  });

  it('is not put off for years by a clock that was put back, or by a hub that asks for it', () => {
    const ahead = now + 20 * 365 * 24 * 60 * minute;
    holds((random) => nextTry({ ...quiet, ended: ahead }, random) <= now + 6 * minute);
    holds((random) => nextTry({ ...quiet, ended: ahead, failures: 3 }, random) <= now + 6 * minute);
    holds((random) => nextTry({ ...quiet, ready: ahead }, random) <= now + 6 * minute);
    holds((random) => nextTry({ ...quiet, failures: 1, notBefore: ahead }, random) <= now + 6 * minute);
  });
});
