import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { cellWords } from '#shared/returns/cells.ts';
import { keptBack } from '#shared/returns/keep-back.ts';
import { toldOver } from '#shared/returns/over.ts';
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
            content: <Cell {...{ table, told, row, column }} words={cellWords(value)} />,
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

/** Where the records behind a cell are listed: of a part that its row is named after, or of the period that it tells of. */
const addressOf = (
  table: ReturnTable,
  told: Told,
  row: ReturnTable['rows'][number],
  column: number,
): string | undefined => {
  const { figures, rows } = table;
  const at = toldOver(table, rows.indexOf(row), column);
  if (at) return recordsAddress({ ...told, period: at.period.id, within: told.period }, at.measure);
  const measure = figures?.measures[column];
  return figures && measure
    ? recordsAddress(told, measure, { by: figures.by, key: String(row[0]) })
    : undefined;
};

/** A cell of a table; where it is a figure, the way to the records behind it. */
function Cell({ table, told, row, column, words }: CellProps): ReactNode {
  const { columns } = table;
  const key = String(row[0]);
  const address = addressOf(table, told, row, column);
  if (!address || !row[column] || words === keptBack) return words;
  return (
    <a className="govuk-link" href={`#${address}`}>
      {words}
      <span className="govuk-visually-hidden">
        {' '}
        {columns[column]}, {key}: open the records
      </span>
    </a>
  );
}
