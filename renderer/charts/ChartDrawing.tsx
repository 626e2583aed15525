import type { ReactNode } from 'react';
import { useId } from 'react';
import { type Chart, mostSeries } from '#shared/charts/chart.ts';
import { drawChart } from '#shared/charts/draw.ts';
import type { Fill, Shape } from '#shared/charts/drawing.ts';
import { dashesOf } from '#shared/charts/key.ts';
import { Pattern, patternId } from './Pattern.tsx';
import { useWidth } from './useWidth.ts';

interface ChartDrawingProps {
  chart: Chart;
  /** How wide its place is on paper, in pixels of the page. */
  onPaper: number;
}

/**
 * The drawing of a chart at the width of its place and the size of the reader's letters. Colours stand in the stylesheet,
 * where those of the reader's own replace them; one that needs more room than there is, is scrolled.
 */
export function ChartDrawing({ chart, onPaper }: ChartDrawingProps): ReactNode {
  const { box, width, em } = useWidth(onPaper);
  const id = useId();
  const drawing = drawChart(chart, { width, em });
  const isScrolled = drawing.width > width;
  return (
    <div ref={box} className="desk-chart" {...(isScrolled && { tabIndex: 0 })}>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
        fontSize={drawing.em}
      >
        <title id={`${id}-title`}>{chart.title}</title>
        <desc id={`${id}-desc`}>{chart.says}</desc>
        <defs>
          {filled(chart).map((series) => (
            <Pattern key={series} chart={id} series={series} />
          ))}
        </defs>
        {drawing.shapes.map((shape, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shape is known by its place
          <Drawn key={place} shape={shape} chart={id} em={drawing.em} />
        ))}
      </svg>
    </div>
  );
}

/** The series whose bars are hatched: those of lines and grids are told apart otherwise. */
const filled = ({ kind, series }: Chart): number[] =>
  kind === 'lines' || kind === 'grid' ? [] : series.slice(0, mostSeries).map((_, i) => i);

const fillOf = (fill: Fill, chart: string): { className: string; fill?: string } => {
  if (typeof fill === 'string') return { className: `desk-chart__${fill}` };
  if ('shade' in fill) return { className: `desk-chart__cell desk-chart__cell--${fill.shade}` };
  const className = `desk-chart__bar desk-chart__bar--${fill.series + 1}`;
  return { className, fill: `url(#${patternId(chart, fill.series)})` };
};

const textClasses = {
  name: 'desk-chart__text',
  key: 'desk-chart__text',
  value: 'desk-chart__text desk-chart__value',
};

function Drawn({ shape, chart, em }: { shape: Shape; chart: string; em: number }): ReactNode {
  if (shape.kind === 'rect') {
    const { x, y, width, height, fill } = shape;
    return <rect {...{ x, y, width, height, ...fillOf(fill, chart) }} />;
  }
  if (shape.kind === 'line') {
    const { x1, x2, y1, y2 } = shape;
    return <line className="desk-chart__zero" {...{ x1, x2, y1, y2 }} />;
  }
  if (shape.kind === 'text') {
    const { role, x, y, anchor, onDark, clear, text } = shape;
    const more = `${onDark ? ' desk-chart__text--on-dark' : ''}${clear ? ' desk-chart__text--clear' : ''}`;
    return (
      <text className={textClasses[role] + more} x={x} y={y} textAnchor={anchor}>
        {text}
      </text>
    );
  }
  const { kind, series, d } = shape;
  if (kind === 'mark') return <path className={`desk-chart__mark desk-chart__mark--${series + 1}`} d={d} />;
  return (
    <path
      className={`desk-chart__line desk-chart__line--${series + 1}`}
      d={d}
      strokeDasharray={dashesOf(series, em).join(' ') || undefined}
    />
  );
}
