import { type Chart, drawnSeries, type Series } from './chart.ts';
import {
  type Box,
  boxOf,
  type Drawing,
  highestOf,
  longest,
  overlap,
  type Room,
  type Shape,
  type Text,
} from './drawing.ts';
import { markAt, round } from './ink.ts';
import { drawKey } from './key.ts';
import { cut, plain } from './text.ts';

type Point = { readonly x: number; readonly y: number };
/** A series in its place: a point for each category, none where nothing is known. */
type Placed = { readonly series: number; readonly of: Series; readonly points: readonly (Point | null)[] };

/** How high the lines may rise, and what is left free above them for a number, in heights of letters. */
const rise = 11;
const headroom = 1.8;

/**
 * Lines over periods, from zero: each with dashes and marks of its own, and gaps where nothing is known. Each line has its
 * name at its end where that fits, else in a key above; numbers stand at their points where they fit.
 */
export const drawLines = (chart: Chart, { width, em }: Room): Drawing => {
  const series = drawnSeries(chart);
  const several = series.length > 1;
  const names = series.map(({ name }) => plain(name));
  const known = series.every(({ values }) => values.some((value) => (value ?? null) !== null));
  const lasts = series.map(lastSaid);
  const ends = longest(lasts, em) + longest(names, em) + em * 2.3;
  const atEnds = several && known && ends < width * 0.35;
  const key = several && !atEnds ? drawKey(names, 'lines', { width, em }) : { shapes: [], height: 0 };
  const periods = (chart.shorts ?? chart.categories).map((name) => cut(name, width / 3, em));
  const written = series.flatMap(({ words }) => words);
  const side = Math.min(width / 4, Math.max(longest(periods, em), longest(written, em)) / 2 + 1);
  const [left, right] = [side, Math.max(side + 1, width - side - (atEnds ? Math.max(0, ends - side) : 0))];
  const step = periods.length > 1 ? (right - left) / (periods.length - 1) : 0;
  const at = (i: number) => (periods.length > 1 ? left + step * i : (left + right) / 2);
  const [top, zero] = [key.height + em * headroom, key.height + em * (headroom + rise)];
  const up = (zero - top) / highestOf(series.flatMap(({ values }) => values));
  const placed = series.map(
    (of, i): Placed => ({
      series: i,
      of,
      points: periods.map((_, row) => {
        const value = of.values[row] ?? null;
        return value === null ? null : { x: at(row), y: zero - Math.max(0, value) * up };
      }),
    }),
  );
  const said = periodTexts(periods, { at, step, y: zero + em * 1.4, em });
  const named = atEnds
    ? endNames(placed, { names, lasts, em, lowest: zero - em * 0.3 })
    : { shapes: [], boxes: [] };
  const marks = placed.flatMap(({ series: one, points }) =>
    points.flatMap((point) => (point ? [{ one, point }] : [])),
  );
  const taken = [
    ...named.boxes,
    ...marks.map(({ point: { x, y } }): Box => {
      const r = em * 0.3;
      return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
    }),
  ];
  const room: Box = { x: 0, y: key.height, width, height: zero - key.height };
  const height = zero + em * 1.8;
  return {
    ...{ width, height, em },
    shapes: [
      ...key.shapes,
      { kind: 'line', x1: Math.max(0, left - em / 2), x2: right + em / 2, y1: zero, y2: zero },
      ...said,
      ...placed.map(({ series: one, points }): Shape => ({ kind: 'path', series: one, d: pathOf(points) })),
      ...marks.map(
        ({ one, point: { x, y } }): Shape => ({ kind: 'mark', series: one, d: markAt(one, x, y, em * 0.32) }),
      ),
      ...named.shapes,
      ...numbers(placed, { taken, room, em, said: atEnds }),
    ],
  };
};

/** The number at the end of a line; what is kept back or not known there is left to the table, as it is anywhere else. */
const lastSaid = ({ values, words }: Series): string =>
  (values.at(-1) ?? null) === null ? '' : (words[values.length - 1] ?? '');

/** A line from point to point, taken up again after a gap. */
const pathOf = (points: readonly (Point | null)[]): string =>
  points
    .map((point, i) => point && `${points[i - 1] ? 'L' : 'M'}${round(point.x)} ${round(point.y)}`)
    .filter(Boolean)
    .join('');

type Along = { at: (i: number) => number; step: number; y: number; em: number };

/** The periods beneath: all, or the last and as many before it as have room, never turned. */
const periodTexts = (periods: readonly string[], { at, step, y, em }: Along): Shape[] => {
  const every = periods.length > 1 ? Math.ceil((longest(periods, em) + em * 0.6) / Math.max(step, 1)) : 1;
  return periods.flatMap((text, i): Shape[] =>
    (periods.length - 1 - i) % every === 0
      ? [{ kind: 'text', role: 'name', anchor: 'middle', text, x: at(i), y }]
      : [],
  );
};

type Ends = { names: readonly string[]; lasts: readonly string[]; em: number; lowest: number };

/** Beside the end of each line its mark, its last number where that is known, and its name, moved apart where ends meet. */
const endNames = (
  placed: readonly Placed[],
  { names, lasts, em, lowest }: Ends,
): { shapes: Shape[]; boxes: Box[] } => {
  const apart = em * 1.4;
  const ends = placed
    .flatMap(({ series, points }) => {
      const last = points.findLast((point) => point !== null);
      return last ? [{ series, y: last.y }] : [];
    })
    .sort((a, b) => a.y - b.y);
  const x = Math.max(...placed.flatMap(({ points }) => points.flatMap((point) => point?.x ?? []))) + em * 0.9;
  const ys = ends.map(({ y }) => y);
  for (const [i, y] of ys.entries()) ys[i] = Math.max(y, (ys[i - 1] ?? Number.NEGATIVE_INFINITY) + apart);
  for (let i = ys.length - 1; i >= 0; i -= 1)
    ys[i] = Math.min(ys[i] as number, lowest - (ys.length - 1 - i) * apart);
  const beside = x + em * 0.6;
  const afterNumbers = longest(lasts, em);
  const texts = ends.map(({ series }, i): Text[] => {
    const y = (ys[i] as number) + em * 0.35;
    const written = { kind: 'text', anchor: 'start', y } as const;
    const number = lasts[series] ?? '';
    const name = { ...written, role: 'key', text: names[series] ?? '' } as const;
    if (number === '') return [{ ...name, x: beside }];
    return [
      { ...written, role: 'value', text: number, x: beside },
      { ...name, x: beside + afterNumbers + em * 0.5 },
    ];
  });
  return {
    shapes: ends.flatMap(({ series }, i): Shape[] => [
      { kind: 'mark', series, d: markAt(series, x, ys[i] as number, em * 0.32) },
      ...(texts[i] ?? []),
    ]),
    boxes: texts.flatMap(([first, ...others]) =>
      first
        ? [
            { ...boxOf(first, em), x: x - em * 0.4, width: em + boxOf(first, em).width },
            ...others.map((one) => boxOf(one, em)),
          ]
        : [],
    ),
  };
};

/** What numbers must keep clear of and within, and whether the last ones stand beside the ends of their lines already. */
type Around = { taken: readonly Box[]; room: Box; em: number; said: boolean };

/** The numbers at their points: the last first, then the first, then those between; above, or below, or left to the table. */
const numbers = (placed: readonly Placed[], { taken, room, em, said }: Around): Shape[] => {
  const boxes = [...taken];
  const shapes: Shape[] = [];
  const many = placed[0]?.points.length ?? 0;
  const all = [...new Set([many - 1, 0, ...Array.from({ length: many }, (_, i) => i)])];
  const order = said ? all.slice(1) : all;
  for (const row of order)
    for (const { of, points } of placed) {
      const point = points[row];
      const text = of.words[row] ?? '';
      if (!point || text === '') continue;
      for (const side of ['above', 'below'] as const) {
        if (isNextTo(placed, { row, text, y: point.y, side, em })) continue;
        const y = point.y + em * (side === 'above' ? -0.6 : 1.35);
        const shape: Text = {
          kind: 'text',
          role: 'value',
          anchor: 'middle',
          text,
          x: point.x,
          y,
          clear: true,
        };
        const box = boxOf(shape, em);
        if (!isWithin(box, room) || boxes.some((one) => overlap(one, box))) continue;
        boxes.push(box);
        shapes.push(shape);
        break;
      }
    }
  return shapes;
};

type Beside = { row: number; text: string; y: number; side: 'above' | 'below'; em: number };

/** Whether a number on that side would be read as that of another line. */
const isNextTo = (placed: readonly Placed[], { row, text, y, side, em }: Beside): boolean =>
  placed.some(({ of, points }) => {
    const point = points[row];
    if (!point || of.words[row] === text) return false;
    const away = side === 'above' ? y - point.y : point.y - y;
    return away >= 0 && away < em * 2;
  });

const isWithin = (box: Box, room: Box): boolean =>
  box.x >= room.x &&
  box.y >= room.y &&
  box.x + box.width <= room.x + room.width &&
  box.y + box.height <= room.y + room.height;
