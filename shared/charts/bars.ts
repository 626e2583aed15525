import { count } from '#shared/numbers.ts';
import { type Chart, drawnSeries, type Series, wholeOf } from './chart.ts';
import { type Drawing, highestOf, longest, middle, type Room, type Shape } from './drawing.ts';
import { drawKey } from './key.ts';
import { cut, plain, textWidth } from './text.ts';

/** What stands after a stack: what it comes to, or what keeps that from being known. */
const endOf = (series: readonly Series[], row: number): string => {
  const whole = wholeOf(series, row);
  if (whole !== null) return count(whole);
  return `+ ${series.find(({ values }) => (values[row] ?? null) === null)?.words[row] ?? 'n/a'}`;
};

/** What is written at the ends of the bars of a category. */
const wordsAt = (chart: Chart, series: readonly Series[], row: number): string[] =>
  chart.kind === 'stacked' ? [endOf(series, row)] : series.map(({ words }) => words[row] ?? '');

/** Each value as far as bars go: what is not known is no length, and parts of a stack stand after each other. */
const known = (series: readonly Series[], row: number): number[] =>
  series.map(({ values }) => Math.max(0, values[row] ?? 0));
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * Horizontal bars: one, several beside each other or several after each other for each category, from zero. Names stand
 * beside their bars, or above them where that would leave the bars no room.
 */
export const drawBars = (chart: Chart, { width, em }: Room): Drawing => {
  const series = drawnSeries(chart);
  const stacked = chart.kind === 'stacked';
  const gap = em / 2;
  const key =
    series.length > 1
      ? drawKey(
          series.map(({ name }) => name),
          'bars',
          { width, em },
        )
      : { shapes: [], height: 0 };
  const ends = chart.categories.map((_, row) => wordsAt(chart, series, row));
  const values = longest(ends.flat(), em) + gap;
  const beside = longest(chart.categories.map(plain), em) + gap;
  const above = beside > width * 0.4 || beside + values + em * 4 > width;
  const zero = above ? 1 : beside;
  const highest = highestOf(
    chart.categories.flatMap((_, row) => {
      const all = known(series, row);
      return stacked ? sum(all) : all;
    }),
  );
  // Numbers are never cut: where they leave a bar no room at all, the table alone has them.
  const written = zero + values + em <= width;
  const long = ((written ? width - values : width) - zero) / highest;

  const barHeight = em * (stacked ? 1.6 : 1.25);
  const barsHeight = barHeight * (stacked ? 1 : series.length);
  const nameHeight = above ? em * 1.4 : 0;
  const rowHeight = nameHeight + barsHeight + em * 0.6;
  const height = key.height + rowHeight * chart.categories.length;

  const shapes = chart.categories.flatMap((name, row): Shape[] => {
    const top = key.height + rowHeight * row;
    const first = top + nameHeight + em * 0.3;
    const label: Shape = above
      ? { kind: 'text', role: 'name', anchor: 'start', text: cut(name, width, em), x: 0, y: top + em }
      : {
          ...{ kind: 'text', role: 'name', anchor: 'end', text: cut(name, zero - gap, em) },
          ...{ x: zero - gap, y: middle(first, barsHeight, em) },
        };
    const all = known(series, row);
    const bars = all.flatMap((value, one): Shape[] => {
      if (value === 0) return [];
      const x = zero + (stacked ? sum(all.slice(0, one)) * long : 0);
      const y = first + (stacked ? 0 : barHeight * one) + 1;
      const bar = { x, y, width: value * long, height: barHeight - 2 };
      return [
        { kind: 'rect', role: 'bar', fill: { series: one }, ...bar },
        ...(stacked ? within(series[one]?.words[row] ?? '', bar, em) : []),
      ];
    });
    const words = (ends[row] ?? []).map((text, one): Shape => {
      const end = zero + (stacked ? sum(all) : (all[one] ?? 0)) * long;
      const y = middle(first + (stacked ? 0 : barHeight * one), barHeight, em);
      return { kind: 'text', role: 'value', anchor: 'start', text, x: end + gap / 2, y };
    });
    // Beside its bars alone where names stand above them, so that it runs through none.
    const [y1, y2] = above ? [first, first + barsHeight] : [top, top + rowHeight];
    return [label, ...bars, ...(written ? words : []), { kind: 'line', x1: zero, x2: zero, y1, y2 }];
  });
  return {
    ...{ width, height, em },
    shapes: chart.categories.length === 0 ? [] : [...key.shapes, ...shapes],
  };
};

/** The number of a part, on paper within it so that no hatching runs through it; left out where it has no room. */
const within = (
  text: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  em: number,
): Shape[] => {
  const plate = { width: textWidth(text, em) + em * 0.3, height: em * 1.2 };
  if (text === '' || plate.width + em * 0.4 > width) return [];
  const [left, top] = [x + (width - plate.width) / 2, y + (height - plate.height) / 2];
  return [
    { kind: 'rect', role: 'plate', fill: 'paper', x: left, y: top, ...plate },
    {
      ...{ kind: 'text', role: 'value', anchor: 'middle', text },
      ...{ x: x + width / 2, y: middle(y, height, em) },
    },
  ];
};
