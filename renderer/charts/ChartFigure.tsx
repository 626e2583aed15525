import type { ReactNode } from 'react';
import { ChartWithTable, Table } from '#renderer/kit/index.ts';
import { type Chart, chartTable } from '#shared/charts/chart.ts';
import { ChartDrawing } from './ChartDrawing.tsx';

/** A table of more columns than this is as wide as the chart, and stands beneath it. */
const mostBeside = 2;
/** The widths of both places on an upright page of A4. */
const onPaper = { beside: 370, whole: 640 };

/** A chart, the sentence that says what it shows, and the same numbers as a table. */
export function ChartFigure({ chart }: { chart: Chart }): ReactNode {
  const { head, rows } = chartTable(chart);
  const [of, ...names] = head;
  const below = chart.series.length > mostBeside;
  return (
    <ChartWithTable
      says={chart.says}
      below={below}
      chart={<ChartDrawing chart={chart} onPaper={below ? onPaper.whole : onPaper.beside} />}
      table={
        <Table
          dense
          caption={`${chart.title}: the numbers of the chart`}
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
