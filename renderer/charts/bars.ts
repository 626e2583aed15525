import { scaleBand, scaleLinear } from 'd3-scale';

/** One kind of bar: a value for each category, and the same value as it is printed. */
export type BarSeries = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly words: readonly string[];
};

/** What a bar chart draws: the categories down the side, and one to four series of bars for each. */
export type Bars = { readonly categories: readonly string[]; readonly series: readonly BarSeries[] };

/** More kinds of bar than this cannot be told apart. */
export const mostSeries = 4;

type Place = { readonly x: number; readonly y: number };
export type DrawnBar = {
  readonly series: number;
  readonly bar: Place & { readonly width: number; readonly height: number };
  readonly value: Place & { readonly text: string };
};
export type DrawnRow = {
  readonly label: Place & { readonly text: string; readonly anchor: 'start' | 'end' };
  readonly bars: readonly DrawnBar[];
};
export type BarDrawing = {
  readonly width: number;
  readonly height: number;
  readonly zero: number;
  readonly rows: readonly DrawnRow[];
};

/** About how wide a line of text is, in heights of its letters. Too wide is harmless, too narrow cuts it off. */
export const textWidth = (text: string, em: number): number => Math.ceil(text.length * 0.58 * em);

const longest = (texts: readonly string[], em: number) =>
  texts.reduce((most, text) => Math.max(most, textWidth(text, em)), 0);

/**
 * Where everything stands in a drawing `width` units wide whose letters are `em` units high, so that text keeps the
 * size the reader chose. Names stand beside their bars, or above them where that would leave the bars no room.
 */
export const drawBars = (bars: Bars, width: number, em: number): BarDrawing => {
  const series = bars.series.slice(0, mostSeries);
  const gap = em / 2;
  const names = longest(bars.categories, em) + gap;
  const above = names > width * 0.4;
  const zero = above ? 1 : names;
  const values = longest(
    series.flatMap((one) => one.words),
    em,
  );
  const highest = Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const across = scaleLinear()
    .domain([0, highest || 1])
    .range([zero, Math.max(zero + em, width - values - gap)]);

  const barHeight = em * 1.25;
  const nameHeight = above ? em * 1.4 : 0;
  const rowHeight = nameHeight + barHeight * series.length + em * 0.6;
  const down = scaleBand<number>()
    .domain(bars.categories.map((_, index) => index))
    .range([0, rowHeight * bars.categories.length]);

  const rows = bars.categories.map((text, row): DrawnRow => {
    const top = down(row) ?? 0;
    const first = top + nameHeight + em * 0.3;
    return {
      label: above
        ? { text, x: gap, y: top + em, anchor: 'start' }
        : { text, x: zero - gap, y: middle(first, barHeight * series.length, em), anchor: 'end' },
      bars: series.map((one, index) => {
        const value = one.values[row] ?? null;
        const end = across(Math.max(0, value ?? 0));
        const y = first + barHeight * index;
        return {
          series: index,
          bar: { x: zero, y: y + 1, width: end - zero, height: barHeight - 2 },
          value: { text: one.words[row] ?? '', x: end + gap / 2, y: middle(y, barHeight, em) },
        };
      }),
    };
  });
  return { width, height: rowHeight * bars.categories.length, zero, rows };
};

/** The line on which text stands that is centred in a strip. Set by hand: print drivers disagree about baselines. */
const middle = (top: number, height: number, em: number) => top + height / 2 + em * 0.35;
