import type { ReactNode } from 'react';
import { monthWords } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { ThroughputCell } from './ThroughputCell.tsx';

interface ThroughputGridProps {
  grid: Output<'throughput.list'>;
  year: string;
  readOnly: boolean;
}

/** Months down, suites across, one box each. */
export function ThroughputGrid({ grid, year, readOnly }: ThroughputGridProps): ReactNode {
  const { months, suites, figures } = grid;
  if (suites.length === 0) return <p className="govuk-body">There are no suites yet.</p>;
  const supplied = new Map(figures.map((figure) => [`${figure.suite} ${figure.month}`, figure]));
  return (
    <Table
      dense
      className="desk-throughput"
      caption={`People detained, ${year}`}
      captionSize="s"
      firstCellIsHeader
      head={['Month', ...suites.map((suite) => suite.name)]}
      rows={months.map((month) => ({
        key: month,
        cells: [
          monthWords(month),
          ...suites.map(({ id, name }) => (
            <ThroughputCell
              key={id}
              suite={id}
              month={month}
              label={`${name}, ${monthWords(month)}`}
              supplied={supplied.get(`${id} ${month}`)}
              readOnly={readOnly}
            />
          )),
        ],
      }))}
    />
  );
}
