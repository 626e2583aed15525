import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { capital } from '#shared/text.ts';
import type { ReturnTable } from '#shared/views.ts';

/** The tables of a return, as they stand in it. */
export function ReturnTables({ tables }: { tables: readonly ReturnTable[] }): ReactNode {
  return tables.map((table) => <OneTable key={table.id} table={table} />);
}

function OneTable({ table }: { table: ReturnTable }): ReactNode {
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
          cells: row.map((value, column) => ({ content: cell(value), numeric: numeric[column] })),
        }))}
      />
      {table.note && <p className="govuk-body-s">{table.note}</p>}
    </section>
  );
}
