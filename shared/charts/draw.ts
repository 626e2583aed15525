import { drawBars } from './bars.ts';
import type { Chart } from './chart.ts';
import type { Drawing, Room } from './drawing.ts';
import { drawGrid } from './grid.ts';
import { drawLines } from './lines.ts';

/** The drawing of a chart: the same wherever it is shown, in a window, on paper or in a file. */
export const drawChart = (chart: Chart, room: Room): Drawing => {
  if (chart.kind === 'lines') return drawLines(chart, room);
  if (chart.kind === 'grid') return drawGrid(chart, room);
  return drawBars(chart, room);
};
