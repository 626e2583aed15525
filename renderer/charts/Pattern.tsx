import type { ReactNode } from 'react';

/** The hatching of each series on its colour: none, rising lines, dots, a grid. Drawn in an 8 by 8 tile. */
const hatching: readonly ReactNode[] = [
  null,
  <path key="lines" d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6" />,
  <path key="dots" d="M2 2h.01 M6 6h.01" strokeLinecap="round" />,
  <path key="grid" d="M0 4H8 M4 0V8" />,
];

export const patternId = (chart: string, series: number): string => `${chart}-series-${series + 1}`;

/** How the bars of one series are filled. Colours stand in the stylesheet, where forced colours replace them. */
export function Pattern({ chart, series }: { chart: string; series: number }): ReactNode {
  return (
    <pattern id={patternId(chart, series)} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" className={`desk-chart__fill desk-chart__fill--${series + 1}`} />
      <g className="desk-chart__hatching">{hatching[series]}</g>
    </pattern>
  );
}
