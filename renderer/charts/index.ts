export { BarFigure } from './BarFigure.tsx';
export type { BarSeries, Bars } from './bars.ts';
export { saysMost, saysRange } from './says.ts';
