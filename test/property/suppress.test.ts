import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppressed } from '#shared/volunteers/suppress.ts';

/** Every row of so many cells whose numbers add up to `total`. */
function* rows(cells: number, total: number): Generator<number[]> {
  if (cells === 1) yield [total];
  else for (let n = 0; n <= total; n++) for (const rest of rows(cells - 1, total - n)) yield [n, ...rest];
}

const cases = [
  { cells: 1, least: 5, most: 8 },
  { cells: 2, least: 5, most: 24 },
  { cells: 3, least: 5, most: 24 },
  { cells: 3, least: 7, most: 24 },
  { cells: 4, least: 4, most: 18 },
  { cells: 5, least: 4, most: 13 },
];

test.each(cases)(
  'of $cells numbers, none that is not told can be worked out, not even by who knows the rule',
  ({ cells, least, most }) => {
    const published = new Map<string, number[][]>();
    for (let total = 0; total <= most; total++)
      for (const row of rows(cells, total)) {
        const key = JSON.stringify(suppressed(row, least));
        published.set(key, [...(published.get(key) ?? []), row]);
      }
    for (const [told, could] of published) {
      for (const [at, cell] of (JSON.parse(told) as { cells: unknown[] }).cells.entries())
        if (cell === 'suppressed')
          expect(
            new Set(could.map((row) => row[at])).size,
            `${told} of ${JSON.stringify(could[0])}`,
          ).toBeGreaterThan(1);
    }
  },
);

const counts = fc.array(fc.nat(60), { minLength: 1, maxLength: 12 });
const least = fc.integer({ min: 4, max: 12 });

test('what is told is true, no small number is told, and nothing is left untold where there is none', () =>
  fc.assert(
    fc.property(counts, least, (row, smallest) => {
      const { total, cells } = suppressed(row, smallest);
      const sum = row.reduce((a, b) => a + b, 0);
      expect(total === 'suppressed' ? sum < smallest : total === sum).toBe(true);
      for (const [at, cell] of cells.entries()) {
        if (cell === 'suppressed') continue;
        expect(cell).toBe(row[at]);
        expect(cell === 0 || cell >= smallest).toBe(true);
      }
      if (row.every((n) => n === 0 || n >= smallest)) expect(cells).toEqual(row);
    }),
  ));
