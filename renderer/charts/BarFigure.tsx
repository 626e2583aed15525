import type { ReactNode } from 'react';
import { ChartWithTable, Table } from '#renderer/kit/index.ts';
import { BarChart } from './BarChart.tsx';
import type { Bars } from './bars.ts';

interface BarFigureProps {
  title: string;
  says: string;
  bars: Bars;
  /** What the categories are: "Suite", "Day". Heads the first column of the table. */
  of: string;
}

/** A bar chart, the sentence that says what it shows, and the same numbers as a table. */
export function BarFigure({ title, says, bars, of }: BarFigureProps): ReactNode {
  return (
    <ChartWithTable
      says={says}
      chart={<BarChart title={title} says={says} bars={bars} />}
      table={
        <Table
          dense
          caption={title}
          captionSize="s"
          firstCellIsHeader
          head={[of, ...bars.series.map((one) => ({ content: one.name, numeric: true }))]}
          rows={bars.categories.map((name, row) => ({
            key: row,
            cells: [name, ...bars.series.map((one) => ({ content: one.words[row], numeric: true }))],
          }))}
        />
      }
    />
  );
}
