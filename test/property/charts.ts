import fc from 'fast-check';
import type { Chart, ChartKind } from '#shared/charts/chart.ts';
import { saysMost, saysOverTime } from '#shared/charts/says.ts';
import { count } from '#shared/numbers.ts';

const kinds: readonly ChartKind[] = ['bars', 'grouped', 'stacked', 'lines', 'grid'];

/** Names as offices have them, and as somebody with ill will would type them. */
const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('Hereford', 'Kidderminster', 'Worcester', 'Not recorded', '2022-23'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<script>alert(1)</script>&"\'', '\u202Eright\u0007', '😀👩‍👩‍👧', ']]>'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 300, maxLength: 300 }) },
);
const value = fc.option(fc.oneof(fc.nat(12), fc.nat(250_000), fc.constant(0)), { freq: 8 });

/** Charts of every kind, with their sentences, over things so named. */
const chartsOver = (name: fc.Arbitrary<string>): fc.Arbitrary<Chart> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      categories: fc.array(name, { maxLength: 26 }),
      names: fc.array(name, { minLength: 1, maxLength: 7 }),
      seed: fc.array(value, { minLength: 182, maxLength: 182 }),
    })
    .map(({ kind, categories, names, seed }): Chart => {
      const many = { bars: 1, grouped: 4, stacked: 4, lines: 4, grid: 7 }[kind];
      const series = names.slice(0, many).map((one, at) => {
        const values = categories.map((_, i) => seed[at * 26 + i] ?? null);
        return { name: one, values, words: values.map((v) => (v === null ? '[c]' : count(v))) };
      });
      const first = categories.map((one, i) => ({
        name: one,
        value: series[0]?.values[i] ?? null,
        words: series[0]?.words[i] ?? '',
      }));
      const says =
        kind === 'lines'
          ? saysOverTime({ items: first, what: 'Visits', periods: 'years' })
          : saysMost({ items: first, thing: 'visit', things: 'visits', kinds: 'suites' });
      return { kind, title: 'Visits', says, of: 'Suite', categories, series };
    });

export const anyChart = chartsOver(name);
/** Names without a number in them, so that each number of a sentence is one of the figures. */
export const wordsAlone = chartsOver(fc.constantFrom('Hereford', 'Kidderminster', 'Worcester', 'Telford'));
