import type { ReactNode } from 'react';
import { useId } from 'react';
import type { BarDrawing, Bars } from './bars.ts';
import { drawBars } from './bars.ts';
import { Key } from './Key.tsx';
import { Pattern, patternId } from './Pattern.tsx';
import { useWidth } from './useWidth.ts';

interface BarChartProps {
  title: string;
  /** The sentence that says what the chart shows; what a screen reader hears instead of the bars. */
  says: string;
  bars: Bars;
}

/**
 * Horizontal bars with their values written on them. Series differ by colour and by hatching, so that they survive a
 * grey printer and colours of the reader's own; nothing moves; the drawing on paper is the one on screen.
 */
export function BarChart({ title, says, bars }: BarChartProps): ReactNode {
  const { box, width, em } = useWidth();
  const id = useId();
  const drawing = drawBars(bars, width, em);
  return (
    <div ref={box} className="desk-chart">
      {bars.series.length > 1 && <Key names={bars.series.map((one) => one.name)} chart={id} />}
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{says}</desc>
        <defs>
          {bars.series.map((one, index) => (
            <Pattern key={one.name} chart={id} series={index} />
          ))}
        </defs>
        <Drawing drawing={drawing} chart={id} />
      </svg>
    </div>
  );
}

function Drawing({ drawing, chart }: { drawing: BarDrawing; chart: string }): ReactNode {
  return (
    <g>
      {drawing.rows.map(({ label, bars }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
        <g key={row}>
          <text className="desk-chart__text" x={label.x} y={label.y} textAnchor={label.anchor}>
            {label.text}
          </text>
          {bars.map(({ series, bar, value }) => (
            <g key={series}>
              <rect
                {...bar}
                className={`desk-chart__bar desk-chart__bar--${series + 1}`}
                fill={`url(#${patternId(chart, series)})`}
              />
              <text className="desk-chart__text desk-chart__value" x={value.x} y={value.y}>
                {value.text}
              </text>
            </g>
          ))}
        </g>
      ))}
      <line className="desk-chart__zero" x1={drawing.zero} x2={drawing.zero} y1={0} y2={drawing.height} />
    </g>
  );
}
