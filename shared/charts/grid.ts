import { type Chart, drawnSeries } from './chart.ts';
import { type Drawing, highestOf, longest, middle, type Room, type Shape } from './drawing.ts';
import { isDark, shadeOf } from './ink.ts';
import { cut, plain } from './text.ts';

type Side = { readonly names: readonly string[]; readonly shorts: readonly string[] };

/**
 * Counts in cells: shaded, with the number in each, and at the foot of each cell a bar as long as its share of the
 * highest, so that print without colours says it too. Days go down and hours across where they fit, else the other way
 * round; where neither fits the drawing is wider than its room, since a number that is cut is another number.
 */
export const drawGrid = (chart: Chart, { width, em }: Room): Drawing => {
  const series = drawnSeries(chart);
  const categories: Side = {
    names: chart.categories.map(plain),
    shorts: chart.categories.map((name, i) => plain(chart.shorts?.[i] ?? name)),
  };
  const drawn: Side = {
    names: series.map(({ name }) => plain(name)),
    shorts: series.map(({ name, short }) => plain(short ?? name)),
  };
  const cell = longest(
    series.flatMap(({ words }) => words),
    em,
  );
  const gap = em * 0.4;
  const fits = ({ across, down }: { across: Side; down: Side }) => {
    const names = Math.min(longest(down.names, em), width * 0.4) + gap;
    const least = Math.max(cell, longest(across.shorts, em), em) + gap;
    return { names, least, needed: names + least * across.names.length };
  };
  const daysDown = { across: categories, down: drawn };
  const hoursDown = { across: drawn, down: categories };
  const shortly = { across: drawn, down: { ...categories, names: categories.shorts } };
  const layout = [daysDown, hoursDown, shortly].find((one) => fits(one).needed <= width) ?? shortly;
  const turned = layout !== daysDown;
  const { across, down } = layout;
  const { names, least, needed } = fits({ across, down });
  const wide = Math.max(width, Math.ceil(needed));
  const cellWidth = Math.max(least, Math.min(em * 5, (wide - names) / Math.max(1, across.names.length)));
  const whole = longest(across.names, em) + gap <= cellWidth;
  const cellHeight = em * 1.8;
  const head = em * 1.6;
  const highest = highestOf(series.flatMap(({ values }) => values));

  const heads = (whole ? across.names : across.shorts).map(
    (name, i): Shape => ({
      ...{ kind: 'text', role: 'name', anchor: 'middle', text: cut(name, cellWidth, em) },
      ...{ x: names + cellWidth * (i + 0.5), y: em },
    }),
  );
  const rows = down.names.flatMap((name, row): Shape[] => {
    const y = head + cellHeight * row;
    return [
      {
        ...{ kind: 'text', role: 'name', anchor: 'end', text: cut(name, names - gap, em) },
        ...{ x: names - gap, y: middle(y, cellHeight, em) },
      },
      ...across.names.flatMap((_, column): Shape[] => {
        const [one, at] = turned ? [column, row] : [row, column];
        const value = series[one]?.values[at] ?? null;
        const shade = shadeOf(value, highest);
        const x = names + cellWidth * column;
        const share = ((cellWidth - 4) * Math.max(0, value ?? 0)) / highest;
        const onDark = isDark(shade) && { onDark: true };
        return [
          {
            ...{ kind: 'rect', role: 'cell', fill: { shade } },
            ...{ x: x + 0.5, y: y + 0.5, width: cellWidth - 1, height: cellHeight - 1 },
          },
          {
            ...{ kind: 'rect', role: 'share', fill: onDark ? 'paper' : 'ink' },
            ...{ x: x + 2, y: y + cellHeight - em * 0.3, width: share, height: em * 0.16 },
          },
          {
            ...{ kind: 'text', role: 'value', anchor: 'middle', text: series[one]?.words[at] ?? '' },
            ...{ x: x + cellWidth / 2, y: middle(y, cellHeight - em * 0.2, em), ...onDark },
          },
        ];
      }),
    ];
  });
  const height = head + cellHeight * down.names.length;
  return { width: wide, height, em, shapes: [...heads, ...rows] };
};
