import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, hiddenAmong, type Tie, tabled } from '#shared/returns/kept/hidden.ts';

const cell = (value: number, rank: number): Cell => ({ value, people: true, told: true, rank });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** A table of rows and columns with their totals, the last of each. */
const crossed = (numbers: readonly (readonly number[])[]) => {
  const columns = numbers[0]?.length ?? 0;
  const rows = numbers.map((row) => [...row, sum(row)]);
  const all = [...rows, Array.from({ length: columns + 1 }, (_, c) => sum(rows.map((row) => row[c] ?? 0)))];
  const at = (r: number, c: number) => r * (columns + 1) + c;
  const inner = numbers.map((_, r) => r);
  const across = Array.from({ length: columns }, (_, c) => c);
  const cells = all.flatMap((row, r) =>
    row.map((value, c) => cell(value, r === numbers.length || c === columns ? 2 : 0)),
  );
  const ties: Tie[] = [
    ...all.map((_, r): Tie => [[at(r, columns), -1], ...across.map((c) => [at(r, c), 1] as const)]),
    ...[...across, columns].map(
      (c): Tie => [[at(numbers.length, c), -1], ...inner.map((r) => [at(r, c), 1] as const)],
    ),
  ];
  return tabled(cells, ties);
};

/** Every way in which what is kept back could be, one number after another: what each could be at all. */
const attacked = ({ cells, ties }: ReturnType<typeof tabled>, hidden: readonly boolean[]) => {
  const could = cells.map(() => new Set<number>());
  const open = hidden.flatMap((is, at) => (is ? [at] : []));
  const values = cells.map(({ value }) => value);
  const most = Math.max(...values) + 4;
  const lastIn = ties.map((tie) => Math.max(-1, ...tie.map(([at]) => open.indexOf(at))));
  const fits = (depth: number) =>
    ties.every(
      (tie, i) => lastIn[i] !== depth || sum(tie.map(([at, times]) => times * (values[at] ?? 0))) === 0,
    );
  const isNought = (at: number) => hidden[at] && cells[at]?.value === 0;
  const floors = cells.map((_, at) =>
    ties.some((tie) => tie.some(([one]) => one === at) && tie.some(([one]) => isNought(one))) ? 0 : 1,
  );
  const goOn = (depth: number): void => {
    const at = open[depth];
    if (at === undefined) {
      for (const one of open) could[one]?.add(values[one] ?? 0);
      return;
    }
    for (let n = floors[at] ?? 0; n <= most; n++) {
      values[at] = n;
      if (fits(depth)) goOn(depth + 1);
    }
  };
  goOn(0);
  return could;
};

const small = fc.array(fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 });

test('of a table with totals no small number can be worked out by trying every number there could be', () =>
  fc.assert(
    fc.property(small, fc.integer({ min: 4, max: 5 }), (numbers, least) => {
      const table = crossed(numbers);
      const hidden = hiddenAmong(table, least);
      const could = attacked(table, hidden);
      for (const [at, { value }] of table.cells.entries()) {
        if (value === 0 || value >= least) continue;
        expect(hidden[at]).toBe(true);
        expect(could[at]?.size, JSON.stringify(numbers)).toBeGreaterThan(1);
      }
    }),
    { numRuns: 60 },
  ));
