import { expect, test } from 'vitest';
import type { Chart, Series } from '#shared/charts/chart.ts';
import { drawChart } from '#shared/charts/draw.ts';
import type { Drawing, Rect, Text } from '#shared/charts/drawing.ts';
import { textWidth } from '#shared/charts/text.ts';
import { count } from '#shared/numbers.ts';

const series = (name: string, ...values: (number | null)[]): Series => ({
  name,
  values,
  words: values.map((value) => (value === null ? '[c]' : count(value))),
});
const suites = ['Hereford', 'Kidderminster', 'Telford'];
const chart = (kind: Chart['kind'], categories: string[], ...all: Series[]): Chart => ({
  ...{ kind, title: 'Visits', says: 'There were visits.', of: 'Suite', categories },
  series: all,
});
const texts = ({ shapes }: Drawing, role: Text['role']) =>
  shapes.filter((shape): shape is Text => shape.kind === 'text' && shape.role === role);
const rects = ({ shapes }: Drawing, role: Rect['role']) =>
  shapes.filter((shape): shape is Rect => shape.kind === 'rect' && shape.role === role);

test('names stand beside their bars, and above them where there is no room', () => {
  const bars = chart('bars', suites, series('Visits', 62, 31, null));
  const [wide, narrow] = [drawChart(bars, { width: 600, em: 16 }), drawChart(bars, { width: 240, em: 16 })];
  expect(texts(wide, 'name').map(({ anchor }) => anchor)).toEqual(['end', 'end', 'end']);
  expect(texts(narrow, 'name').map(({ anchor }) => anchor)).toEqual(['start', 'start', 'start']);
  expect(texts(wide, 'value').map(({ text }) => text)).toEqual(['62', '31', '[c]']);
});

test('a stack whose part is kept back does not say what it comes to', () => {
  const stacks = chart('stacked', ['A', 'B'], series('Accepted', 40, 20), series('Declined', 30, null));
  const values = texts(drawChart(stacks, { width: 600, em: 16 }), 'value').map(({ text }) => text);
  expect(values).toEqual(['40', '30', '70', '20', '+ [c]']);
});

test('days go down where a day of hours fits across, else hours do; a number is never cut for it', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  const days = ['Monday', 'Tuesday', 'Wednesday'].map((day, i) => ({
    ...series(day, ...hours.map((_, hour) => hour * 100 + i)),
    short: day.slice(0, 2),
  }));
  const grid = { ...chart('grid', hours, ...days), shorts: hours.map((hour) => hour.slice(0, 2)) };
  const rows = (width: number) =>
    new Set(rects(drawChart(grid, { width, em: 16 }), 'cell').map(({ y }) => y)).size;
  expect([rows(1600), rows(320)]).toEqual([3, 24]);
  const tight = drawChart(grid, { width: 120, em: 32 });
  expect(tight.width).toBeGreaterThan(120);
  for (const { text } of texts(tight, 'value')) expect(text).not.toContain('…');
  for (const cell of rects(tight, 'cell')) expect(cell.width + 1).toBeGreaterThan(textWidth('2,302', 32));
});

test('names and last numbers stand at the ends of lines, or names in a key above where a window is narrow', () => {
  const years = ['2021-22', '2022-23'];
  const lines = chart('lines', years, series('Completed', 190, 222), series('Attempted', 200, 240));
  const wide = drawChart(lines, { width: 800, em: 16 });
  const lasts = wide.shapes.filter((shape) => shape.kind === 'text' && ['240', '222'].includes(shape.text));
  expect(lasts.map((shape) => shape.kind === 'text' && shape.anchor)).toEqual(['start', 'start']);
  const narrow = drawChart(lines, { width: 300, em: 16 });
  for (const { y } of texts(narrow, 'key')) expect(y).toBeLessThan(texts(narrow, 'name')[0]?.y ?? 0);
  expect(texts(narrow, 'key').map(({ text }) => text)).toEqual(['Completed', 'Attempted']);
});

test('a line whose last numbers are kept back has its name alone at its end', () => {
  const years = ['2020-21', '2021-22', '2022-23'];
  const lines = chart(
    'lines',
    years,
    series('Completed', 190, 222, null),
    series('Attempted', 200, 240, 260),
  );
  const wide = drawChart(lines, { width: 800, em: 16 });
  const values = texts(wide, 'value').map(({ text }) => text);
  expect(values).toContain('260');
  expect(values).toContain('222');
  expect(values).not.toContain('[c]');
  expect(texts(wide, 'key').map(({ text }) => text)).toEqual(['Attempted', 'Completed']);
});

test('a number of one line is not written where it would be read as that of another', () => {
  const lines = chart('lines', ['A', 'B'], series('Completed', 100, 100), series('Attempted', 100, 101));
  const drawing = drawChart(lines, { width: 300, em: 16 });
  const at = (text: string) => texts(drawing, 'value').filter((one) => one.text === text);
  const [higher] = at('101');
  for (const lower of at('100').filter(({ x }) => x === higher?.x))
    expect(lower.y).toBeGreaterThan(higher?.y ?? 0);
  expect(at('100').length + at('101').length).toBeGreaterThan(0);
});
