import { describe, expect, it } from 'vitest';
import { drawBars, textWidth } from '#renderer/charts/bars.ts';

const visits = {
  categories: ['Hereford', 'Kidderminster', 'Telford'],
  series: [{ name: 'Visits', values: [62, 31, null], words: ['62', '31', 'n/a'] }],
};
const only = <T>(list: readonly T[]): T => list[0] as T;

describe('drawBars', () => {
  it('makes bars as long as their values, and none for what is not known', () => {
    const { rows } = drawBars(visits, 600, 16);
    const widths = rows.map((row) => only(row.bars).bar.width);
    expect(widths[1]! / widths[0]!).toBeCloseTo(0.5, 5);
    expect(widths[2]).toBe(0);
    expect(only(rows[2]!.bars).value.text).toBe('n/a');
  });

  it('starts every bar at zero', () => {
    const { rows, zero } = drawBars(visits, 600, 16);
    for (const row of rows) for (const bar of row.bars) expect(bar.bar.x).toBe(zero);
  });

  it.each([200, 280, 600, 1200])('keeps every text inside a drawing %i wide', (width) => {
    for (const em of [14, 16, 23]) {
      for (const row of drawBars(visits, width, em).rows) {
        const { x, anchor, text } = row.label;
        const wide = textWidth(text, em);
        expect(anchor === 'end' ? x - wide : x).toBeGreaterThanOrEqual(0);
        for (const { value } of row.bars)
          expect(value.x + textWidth(value.text, em)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('puts names above their bars where there is no room beside them', () => {
    const wide = drawBars(visits, 600, 16);
    const narrow = drawBars(visits, 240, 16);
    expect(only(wide.rows).label.anchor).toBe('end');
    expect(only(narrow.rows).label.anchor).toBe('start');
    expect(only(narrow.rows).label.y).toBeLessThan(only(only(narrow.rows).bars).bar.y);
  });

  it('never lets rows or bars overlap', () => {
    const two = {
      categories: ['A', 'B'],
      series: [
        { name: 'Offered', values: [4, 9], words: ['4', '9'] },
        { name: 'Accepted', values: [3, 0], words: ['3', '0'] },
      ],
    };
    for (const width of [180, 600]) {
      const drawing = drawBars(two, width, 16);
      const strips = drawing.rows.flatMap((row) =>
        row.bars.map(({ bar }) => [bar.y, bar.y + bar.height] as const),
      );
      strips.slice(1).forEach(([top], index) => {
        expect(top).toBeGreaterThanOrEqual(strips[index]![1]);
      });
      expect(drawing.height).toBeGreaterThanOrEqual(strips.at(-1)![1]);
    }
  });

  it('draws at most four series, and survives having nothing to draw', () => {
    const series = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, values: [1], words: ['1'] }));
    expect(only(drawBars({ categories: ['x'], series }, 600, 16).rows).bars).toHaveLength(4);
    expect(drawBars({ categories: [], series: [] }, 600, 16)).toMatchObject({ height: 0, rows: [] });
    const zeros = { categories: ['x'], series: [{ name: 'a', values: [0], words: ['0'] }] };
    expect(only(only(drawBars(zeros, 600, 16).rows).bars).bar.width).toBe(0);
  });
});
