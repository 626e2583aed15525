import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureById } from '#shared/measures/icv.ts';
import type { Measure } from '#shared/measures/measure.ts';
import { measured } from '#shared/measures/wording.ts';
import { monthsWithin, parsePeriod } from '#shared/periods.ts';
import type { Result } from '#shared/result.ts';
import { keepBack } from '#shared/returns/keep-back.ts';
import { type Cell, hiddenAmong, type Tie, tabled } from '#shared/returns/kept/hidden.ts';
import { monthTable } from '#shared/returns/months.ts';
import type { MeasureResult, ReturnResult } from '#shared/views.ts';

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

const held = measureById.get('detainees.held') as Measure;
const toldAs = (value: number): MeasureResult =>
  measured(held, { top: value, bottom: null, restsOn: 9, blank: 0 });
const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** People held at suites that lie in areas, month by month: a return that tells the whole and each of these. */
const heldIn = (
  suites: readonly { held: number; area: string }[],
  months: readonly number[] = [],
): ReturnResult => {
  const period = must(parsePeriod('2025-26Q1'));
  const areas = [...Map.groupBy(suites.entries(), ([, { area }]) => area)];
  const name = (i: number) => `suite ${i}`;
  return {
    return: 'icv',
    body: 'Invented',
    notice: null,
    period,
    headline: 'consent.ofOffered',
    measures: [toldAs(sum(suites.map((one) => one.held)))],
    splits: [
      {
        by: 'suite',
        groups: suites.map((one, i) => ({ key: name(i), measures: [toldAs(one.held)] })),
      },
      {
        by: 'area',
        groups: areas.map(([key, own]) => ({
          key,
          measures: [toldAs(sum(own.map(([, one]) => one.held)))],
        })),
        suites: Object.fromEntries(areas.map(([key, own]) => [key, own.map(([i]) => name(i))])),
      },
    ],
    tables:
      months.length === 0
        ? []
        : [
            monthTable(
              [held],
              monthsWithin(period).map((month, i) => ({
                period: month,
                raws: new Map([[held.id, { top: months[i] ?? 0, bottom: null, restsOn: 9, blank: 0 }]]),
              })),
              '2026-01-01',
            ),
          ],
    checks: [],
  };
};

/** What is told in the whole and what of it is still told where it was given out; with the whole, its parts, and theirs. */
const learntFrom = (result: ReturnResult, given: ReturnResult) => {
  const numbers = ({ measures, splits = [], tables }: ReturnResult) => [
    measures[0]?.value ?? null,
    ...splits.flatMap(({ groups }) => groups.map((group) => group.measures[0]?.value ?? null)),
    ...tables.flatMap(({ rows }) => rows.map(([, value]) => (typeof value === 'number' ? value : null))),
  ];
  const [all, told] = [numbers(result), numbers(given)];
  const [bySuite, byArea] = result.splits ?? [];
  const names = bySuite?.groups.map(({ key }) => key) ?? [];
  const areas = Object.values(byArea?.suites ?? {});
  const suite = (own: string) => 1 + names.indexOf(own);
  const months = all
    .slice(1 + names.length + areas.length)
    .map((_, i) => 1 + names.length + areas.length + i);
  const comesTo = (whole: number, parts: readonly number[]): Tie => [
    [whole, -1],
    ...parts.map((part): [number, number] => [part, 1]),
  ];
  const ties = [
    comesTo(0, names.map(suite)),
    comesTo(
      0,
      areas.map((_, i) => 1 + names.length + i),
    ),
    ...areas.map((own, i) => comesTo(1 + names.length + i, own.map(suite))),
    ...(months.length > 0 ? [comesTo(0, months)] : []),
  ];
  const hidden = told.map((value) => value === null);
  const table = tabled(
    all.map((value, at) => cell(value ?? 0, at === 0 ? 2 : 0)),
    ties,
  );
  expect(table.ties.length).toBe(ties.length);
  return { could: attacked(table, hidden), hidden, all };
};

const isGuarded = (result: ReturnResult, least: number) => {
  const { result: given } = keepBack(result, least);
  const { could, hidden, all } = learntFrom(result, given);
  for (const [at, value] of all.entries()) {
    if (!value || value >= least) continue;
    expect(hidden[at]).toBe(true);
    expect(could[at]?.size, JSON.stringify(all)).toBeGreaterThan(1);
  }
};

const inAreas = fc.array(fc.record({ held: fc.nat(9), area: fc.constantFrom('east', 'west', 'north') }), {
  minLength: 2,
  maxLength: 4,
});

test('no small number can be worked out from suites and the areas that they lie in', () =>
  fc.assert(
    fc.property(inAreas, (suites) => isGuarded(heldIn(suites), 5)),
    { numRuns: 60, examples: [[[1, 3, 8].map((held, i) => ({ held, area: i === 0 ? 'east' : 'west' }))]] },
  ));

test('no small number of a month can be worked out from the other months and the whole', () =>
  fc.assert(
    fc.property(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), fc.nat(1_000), (months, cut) => {
      const whole = sum(months);
      const first = Math.min(cut % 10, whole);
      const suites = [first, whole - first].map((held, i) => ({ held, area: i === 0 ? 'east' : 'west' }));
      isGuarded(heldIn(suites, months), 5);
    }),
    { numRuns: 60 },
  ));
