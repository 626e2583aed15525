import type { Room, Shape } from './drawing.ts';
import { middle } from './drawing.ts';
import { dashes, markAt } from './ink.ts';
import { cut, textWidth } from './text.ts';

const line = 1.6;

/** Which hatching, or which dashes and mark, is which; in as many lines as it takes. */
export const drawKey = (
  names: readonly string[],
  kind: 'bars' | 'lines',
  { width, em }: Room,
): { shapes: Shape[]; height: number } => {
  const sample = em * (kind === 'lines' ? 2.4 : 1.6);
  const shapes: Shape[] = [];
  let [x, row] = [0, 0];
  for (const [series, name] of names.entries()) {
    const text = cut(name, width - sample - em * 0.5, em);
    const long = sample + em * 0.5 + textWidth(text, em);
    if (x > 0 && x + long > width) [x, row] = [0, row + 1];
    const top = row * em * line;
    const y = top + (em * line) / 2;
    if (kind === 'lines')
      shapes.push(
        { kind: 'path', series, d: `M${x} ${y}H${x + sample}` },
        { kind: 'mark', series, d: markAt(series, x + sample / 2, y, em * 0.32) },
      );
    else
      shapes.push({
        ...{ kind: 'rect', role: 'sample', fill: { series } },
        ...{ x: x + 1, y: top + em * 0.3, width: sample - 2, height: em },
      });
    shapes.push({
      ...{ kind: 'text', role: 'key', text, anchor: 'start' },
      ...{ x: x + sample + em * 0.5, y: middle(top, em * line, em) },
    });
    x += long + em * 1.4;
  }
  return { shapes, height: names.length === 0 ? 0 : (row + 1) * em * line + em * 0.4 };
};

/** The dashes of a series in units of a drawing. */
export const dashesOf = (series: number, em: number): number[] =>
  (dashes[series] ?? []).map((part) => part * em);
