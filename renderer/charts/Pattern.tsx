import type { ReactNode } from 'react';
import { hatching } from '#shared/charts/ink.ts';

export const patternId = (chart: string, series: number): string => `${chart}-series-${series + 1}`;

/** How the bars of one series are filled. Colours stand in the stylesheet, where forced colours replace them. */
export function Pattern({ chart, series }: { chart: string; series: number }): ReactNode {
  const lines = hatching[series];
  return (
    <pattern id={patternId(chart, series)} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" className={`desk-chart__fill desk-chart__fill--${series + 1}`} />
      {lines && <path className={`desk-chart__hatching desk-chart__hatching--${series + 1}`} d={lines} />}
    </pattern>
  );
}
