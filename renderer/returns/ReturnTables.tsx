import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import type { ReturnTable } from '#shared/views.ts';
import { recordsAddress, type Told } from './addresses.ts';

/** The tables of a return, as they stand in it. */
export function ReturnTables({ tables, told }: ReturnTablesProps): ReactNode {
  return tables.map((table) => <OneTable key={table.id} {...{ table, told }} />);
}

type ReturnTablesProps = { tables: readonly ReturnTable[]; told: Told };

function OneTable({ table, told }: { table: ReturnTable; told: Told }): ReactNode {
  const isNumber = (value: unknown) => typeof value === 'number' || /^\d+%$/.test(String(value));
  const numeric = table.columns.map((_, column) => table.rows.some((row) => isNumber(row[column])));
  const cell = (value: string | number | null | undefined) =>
    typeof value === 'number' ? count(value) : (value ?? 'n/a');
  return (
    <section className="desk-return-table">
      <Table
        dense
        caption={table.title}
        captionSize="s"
        firstCellIsHeader
        head={table.columns.map((name, column) => ({
          content: capital(name),
          numeric: numeric[column],
        }))}
        rows={table.rows.map((row, index) => ({
          key: index,
          cells: row.map((value, column) => ({
            content: <Cell {...{ table, told, row, column }} words={cell(value)} />,
            numeric: numeric[column],
          })),
        }))}
      />
      {table.note && <p className="govuk-body-s">{table.note}</p>}
    </section>
  );
}

type CellProps = {
  table: ReturnTable;
  told: Told;
  row: ReturnTable['rows'][number];
  column: number;
  words: string;
};

/** A cell of a table; where it is a figure, the way to the records behind it. */
function Cell({ table: { figures, columns }, told, row, column, words }: CellProps): ReactNode {
  const measure = figures?.measures[column];
  const key = String(row[0]);
  if (!figures || !measure || !row[column]) return words;
  return (
    <a className="govuk-link" href={`#${recordsAddress(told, measure, { by: figures.by, key })}`}>
      {words}
      <span className="govuk-visually-hidden">
        {' '}
        {columns[column]}, {key}: open the records
      </span>
    </a>
  );
}
