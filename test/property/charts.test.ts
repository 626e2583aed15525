import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { type Chart, chartTable, drawnSeries, mostSeries, wholeOf } from '#shared/charts/chart.ts';
import { drawChart } from '#shared/charts/draw.ts';
import { type Box, boxOf, type Drawing, overlap, type Rect, type Text } from '#shared/charts/drawing.ts';
import { dashes, hatching, ink, isDark, markAt, paper, seriesColours, shades } from '#shared/charts/ink.ts';
import { chartSvg } from '#shared/charts/svg.ts';
import { cut, plain, textWidth } from '#shared/charts/text.ts';
import { count } from '#shared/numbers.ts';
import { anyChart, wordsAlone } from './charts.ts';

const rooms = fc.record({
  width: fc.constantFrom(240, 300, 560, 800, 1200),
  em: fc.constantFrom(14, 16, 23, 32),
});
const textsOf = ({ shapes }: Drawing) => shapes.filter((shape): shape is Text => shape.kind === 'text');
const rectsOf = ({ shapes }: Drawing) => shapes.filter((shape): shape is Rect => shape.kind === 'rect');
const ofChart = (check: (chart: Chart, drawing: Drawing) => void) =>
  fc.assert(fc.property(anyChart, rooms, (chart, room) => check(chart, drawChart(chart, room))));

test('nothing stands outside the frame of a drawing', () => {
  ofChart((_, drawing) => {
    const { width, height, em } = drawing;
    const boxes: Box[] = [...textsOf(drawing).map((text) => boxOf(text, em)), ...rectsOf(drawing)];
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(-0.01);
      expect(box.y).toBeGreaterThanOrEqual(-0.01);
      expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
      expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01);
    }
  });
});

test('no text lies over another, and no bar over a name', () => {
  ofChart((_, drawing) => {
    const texts = textsOf(drawing).filter(({ text }) => text !== '');
    const boxes = texts.map((text) => ({ ...boxOf(text, drawing.em), text }));
    for (const [i, one] of boxes.entries())
      for (const other of boxes.slice(i + 1))
        expect(overlap(one, other), `${one.text.text} over ${other.text.text}`).toBe(false);
    const bars = rectsOf(drawing).filter(({ role }) => role === 'bar');
    for (const name of boxes.filter(({ text }) => text.role !== 'value'))
      for (const bar of bars) expect(overlap(name, bar)).toBe(false);
  });
});

const valuesOf = (chart: Chart) => drawnSeries(chart).flatMap(({ words }) => words);
const wholes = (chart: Chart) =>
  chart.categories
    .map((_, row) => wholeOf(drawnSeries(chart), row))
    .map((all) => (all === null ? '' : count(all)));

test('every number that is drawn or stands in the table is one of the data, or what the parts of a stack come to', () => {
  ofChart((chart, drawing) => {
    const known = new Set([...valuesOf(chart), ...wholes(chart), '+ [c]', 'n/a']);
    for (const { role, text } of textsOf(drawing)) if (role === 'value') expect(known).toContain(text);
    for (const [name, ...cells] of chartTable(chart).rows) {
      expect(chart.categories).toContain(name);
      for (const cell of cells) expect(known).toContain(cell);
    }
    if (chart.kind === 'grid')
      expect(textsOf(drawing).filter(({ role }) => role === 'value').length).toBe(valuesOf(chart).length);
  });
});

test('the table has every number of the data, under the whole name', () => {
  ofChart((chart) => {
    const { head, rows } = chartTable(chart);
    expect(rows.map(([name]) => name)).toEqual(chart.categories);
    expect(head.slice(1, 1 + drawnSeries(chart).length)).toEqual(drawnSeries(chart).map(({ name }) => name));
    expect(rows.map((row) => row.slice(1, 1 + drawnSeries(chart).length))).toEqual(
      chart.categories.map((_, row) => drawnSeries(chart).map(({ words }) => words[row])),
    );
  });
});

test('bars begin at zero, are as long as their values, and the parts of a stack come to its length', () => {
  ofChart((chart, drawing) => {
    if (chart.kind === 'lines' || chart.kind === 'grid') return;
    const axis = drawing.shapes.find((shape) => shape.kind === 'line');
    const bars = rectsOf(drawing).filter(({ role }) => role === 'bar');
    const values = chart.categories.flatMap((_, row) =>
      drawnSeries(chart).map(({ values: of }) => of[row] ?? 0),
    );
    const drawn = values.flatMap((value, i) => (value > 0 ? [{ value, at: i }] : []));
    expect(bars).toHaveLength(drawn.length);
    const scale = bars[0] ? bars[0].width / (drawn[0]?.value ?? 1) : 0;
    const many = drawnSeries(chart).length;
    for (const [i, { value, at }] of drawn.entries()) {
      expect(bars[i]?.width).toBeCloseTo(value * scale, 5);
      const before = chart.kind === 'stacked' ? values.slice(at - (at % many), at) : [];
      const begun = before.reduce((sum, one) => sum + one, 0) * scale;
      expect(bars[i]?.x).toBeCloseTo((axis?.kind === 'line' ? axis.x1 : 0) + begun, 5);
    }
  });
});

test('lines have a mark for each value that is known, and a gap where one is not', () => {
  ofChart((chart, drawing) => {
    if (chart.kind !== 'lines') return;
    const known = drawnSeries(chart).map(({ values }) => values.filter((value) => value !== null).length);
    const paths = drawing.shapes.filter(({ kind }) => kind === 'path').slice(-known.length);
    for (const [series, path] of paths.entries()) {
      const d = path.kind === 'path' ? path.d : '';
      expect(d.split(/[ML]/).length - 1).toBe(known[series]);
      const runs = (drawnSeries(chart)[series]?.values ?? []).filter(
        (value, i, all) => value !== null && (all[i - 1] ?? null) === null,
      );
      expect(d.split('M').length - 1).toBe(runs.length);
    }
  });
});

const numbersIn = (text: string) => text.match(/\d[\d,]*/g) ?? [];

test('a sentence says no number but those of the data, how many they are, and what they come to', () => {
  fc.assert(
    fc.property(wordsAlone, ({ says, series, categories }) => {
      const [first] = series;
      const sum = (first?.values ?? []).reduce<number>((all, one) => all + (one ?? 0), 0);
      const known = new Set([...(first?.words ?? []), count(sum), ...categories.map((_, i) => count(i + 1))]);
      for (const number of numbersIn(says)) expect(known).toContain(number.replace(/,$/, ''));
      expect(says).toMatch(/\.$/);
    }),
  );
});

/** How light a colour is, as contrast is reckoned (WCAG 2.2). */
const light = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark = 0, bright = 0] = [light(a), light(b)].sort((one, other) => one - other);
  return (bright + 0.05) / (dark + 0.05);
};

test('printed grey, neighbours differ by how dark they are, and all series by hatching, dashes and marks', () => {
  const marks = seriesColours.map((_, series) => markAt(series, 0, 0, 5));
  for (const cues of [seriesColours, hatching, dashes.map(String), marks])
    expect(new Set(cues).size).toBe(mostSeries);
  for (const [i, colour] of seriesColours.entries()) {
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(2.9);
    const next = seriesColours[i + 1];
    if (next) expect(contrast(colour, next)).toBeGreaterThanOrEqual(2.9);
  }
});

test('each step of shading is darker than the one before, and its number can be read', () => {
  for (const [step, colour] of shades.entries()) {
    expect(contrast(colour, isDark(step) ? paper : ink)).toBeGreaterThanOrEqual(4.5);
    const next = shades[step + 1];
    if (next) expect(light(next)).toBeLessThan(light(colour) * 0.85);
  }
});

test('the text of an SVG is strict XML of shapes alone, whatever names are, and reads as the drawing does', () => {
  fc.assert(
    fc.property(anyChart, rooms, (chart, room) => {
      const { svg, drawing } = chartSvg(chart, room, 'chart-1');
      const elements = new Set<string>();
      const addresses: string[] = [];
      let words = '';
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ name, attributes }) => {
        elements.add(name);
        for (const [key, of] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^on|href/i);
          if (String(of).includes('url(')) addresses.push(String(of));
        }
      });
      parser.on('text', (text) => {
        words += text;
      });
      parser.write(svg).close();
      const allowed = ['svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'line', 'path', 'text'];
      expect(allowed).toEqual(expect.arrayContaining([...elements]));
      for (const address of addresses) expect(svg).toContain(`id="${address.slice(5, -1)}"`);
      for (const { text } of textsOf(drawing)) expect(words).toContain(plain(text));
      expect(svg).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }),
  );
});

test('a name that has no room is cut and says so; it never takes more room than it has', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.integer({ min: 40, max: 500 }),
      (text, room) => {
        const shown = cut(text, room, 16);
        expect(textWidth(shown, 16)).toBeLessThanOrEqual(room);
        if (shown !== plain(text)) expect(shown).toMatch(/…$/);
      },
    ),
  );
});
