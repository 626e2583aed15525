import type { ReactNode } from 'react';
import { patternId } from './Pattern.tsx';

/** Which hatching is which. The table beside the chart says it to those who do not see either. */
export function Key({ names, chart }: { names: readonly string[]; chart: string }): ReactNode {
  return (
    <ul className="desk-chart__key" aria-hidden="true">
      {names.map((name, series) => (
        <li key={name}>
          <svg width="28" height="16" focusable="false" aria-hidden="true">
            <rect
              x="1"
              y="1"
              width="26"
              height="14"
              className={`desk-chart__bar desk-chart__bar--${series + 1}`}
              fill={`url(#${patternId(chart, series)})`}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
