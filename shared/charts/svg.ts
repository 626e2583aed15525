import type { Chart } from './chart.ts';
import { drawChart } from './draw.ts';
import type { Drawing, Fill, Room, Shape } from './drawing.ts';
import { hatching, ink, paper, round, seriesColours, shades } from './ink.ts';
import { dashesOf } from './key.ts';
import { plain } from './text.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => plain(text).replaceAll(/[&<>"]/g, (sign) => signs[sign] as string);

type Values = Readonly<Record<string, string | number | undefined | false>>;
const tag = (name: string, values: Values, inner = ''): string => {
  const said = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`);
  return `<${name}${said.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}`;
};

const colourOf = (series: number): string => seriesColours[series] ?? ink;
const patternOf = (id: string, series: number): string => `${id}-series-${series + 1}`;

const fillOf = (fill: Fill, id: string): string => {
  if (fill === 'paper') return paper;
  if (fill === 'ink') return ink;
  return 'series' in fill ? `url(#${patternOf(id, fill.series)})` : (shades[fill.shade] ?? paper);
};

const edgeOf = (fill: Fill, role: string): string | undefined => {
  if (role === 'cell') return '#b1b4b6';
  return typeof fill === 'object' && 'series' in fill ? colourOf(fill.series) : undefined;
};

const drawn = (shape: Shape, id: string, em: number): string => {
  if (shape.kind === 'rect') {
    const { x, y, width, height, fill, role } = shape;
    return tag('rect', { x, y, width, height, fill: fillOf(fill, id), stroke: edgeOf(fill, role) });
  }
  if (shape.kind === 'line') {
    const { x1, x2, y1, y2 } = shape;
    return tag('line', { x1, x2, y1, y2, stroke: ink, 'stroke-width': 1.5 });
  }
  if (shape.kind === 'text') {
    const { x, y, anchor, onDark, clear, text } = shape;
    const around = clear && { stroke: paper, 'stroke-width': em * 0.25, 'paint-order': 'stroke' };
    const placed = { x, y, 'text-anchor': anchor, fill: onDark ? paper : ink, ...around };
    return text === '' ? '' : tag('text', placed, escaped(text));
  }
  const colour = colourOf(shape.series);
  if (shape.d === '') return '';
  if (shape.kind === 'mark') return tag('path', { d: shape.d, fill: colour, stroke: paper });
  const broken = dashesOf(shape.series, em).map(round).join(' ');
  return tag('path', {
    ...{ d: shape.d, fill: 'none', stroke: colour, 'stroke-width': em * 0.16 },
    'stroke-dasharray': broken !== '' && broken,
  });
};

const patternsOf = ({ shapes }: Drawing, id: string): string => {
  const used = new Set(
    shapes.flatMap((shape) =>
      shape.kind === 'rect' && typeof shape.fill === 'object' && 'series' in shape.fill
        ? shape.fill.series
        : [],
    ),
  );
  if (used.size === 0) return '';
  const tiles = [...used].map((series) => {
    const rect = tag('rect', { width: 8, height: 8, fill: colourOf(series) });
    const d = hatching[series] ?? '';
    const cap = series === 2 && { 'stroke-linecap': 'round' };
    const lines = { d, fill: 'none', stroke: paper, 'stroke-width': series === 2 ? 2.4 : 1.6, ...cap };
    const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' };
    return tag(
      'pattern',
      { id: patternOf(id, series), ...size },
      rect + (d === '' ? '' : tag('path', lines)),
    );
  });
  return tag('defs', {}, tiles.join(''));
};

/**
 * A chart as the text of an SVG that needs nothing else: no script, no style sheet, no font of its own, and names as words.
 * It stands on paper of its own, since the colours of whatever it is put into are not known.
 * @param id sets its patterns apart from those of other charts of the same page
 */
export const chartSvg = (chart: Chart, room: Room, id: string): { svg: string; drawing: Drawing } => {
  const drawing = drawChart(chart, room);
  const { width, height, em, shapes } = drawing;
  const inner = [
    tag('title', { id: `${id}-title` }, escaped(chart.title) || 'Chart'),
    tag('desc', { id: `${id}-desc` }, escaped(chart.says) || 'Chart'),
    patternsOf(drawing, id),
    tag('rect', { width, height, fill: paper }),
    ...shapes.map((shape) => drawn(shape, id, em)),
  ];
  const svg = tag(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', role: 'img' },
      'aria-labelledby': `${id}-title ${id}-desc`,
      ...{ viewBox: `0 0 ${round(width)} ${round(height)}`, width, height },
      ...{ 'font-family': 'Arial, Arimo, Helvetica, sans-serif', 'font-size': em },
      style: 'forced-color-adjust:none;print-color-adjust:exact',
    },
    inner.join('\n'),
  );
  return { svg, drawing };
};
