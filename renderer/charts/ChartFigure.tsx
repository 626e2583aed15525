import type { ReactNode } from 'react';
import { ChartWithTable, Table } from '#renderer/kit/index.ts';
import { type Chart, chartTable } from '#shared/charts/chart.ts';
import { ChartDrawing } from './ChartDrawing.tsx';

/** A table of more columns than this is as wide as the chart, and stands beneath it. */
const mostBeside = 2;

/** A chart, the sentence that says what it shows, and the same numbers as a table. */
export function ChartFigure({ chart }: { chart: Chart }): ReactNode {
  const { head, rows } = chartTable(chart);
  const [of, ...names] = head;
  return (
    <ChartWithTable
      says={chart.says}
      below={chart.series.length > mostBeside}
      chart={<ChartDrawing chart={chart} />}
      table={
        <Table
          dense
          caption={chart.title}
          captionSize="s"
          firstCellIsHeader
          head={[of, ...names.map((content) => ({ content, numeric: true }))]}
          rows={rows.map(([name, ...cells], row) => ({
            key: row,
            cells: [name, ...cells.map((content) => ({ content, numeric: true }))],
          }))}
        />
      }
    />
  );
}
