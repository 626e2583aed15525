import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '#shared/sync/canonical.ts';

/** How the first stores wrote it: their receipts are verified still. */
const asBefore = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('0', '10', '9', '01', '4294967295', '__proto__', '-1', 'é', '😀'),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: true }),
  ),
}));

test('the same content is the same text, as it was from the first store on', () => {
  fc.assert(
    fc.property(value, (one) => {
      if (one === undefined) return;
      expect(canonical(one)).toBe(asBefore(one));
    }),
    { numRuns: 3_000 },
  );
});
