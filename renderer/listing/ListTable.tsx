import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import { type Sorted, sortHeading } from './sorting.ts';

/** A column of a list for staff; `sort` is the order it stands for, where it stands for one. */
export type Column<Row, Sort extends string> = {
  id: string;
  title: string;
  numeric?: boolean;
  sort?: Sort;
  nowrap?: boolean;
  cell: (row: Row) => ReactNode;
};

type ListTableProps<Row, Sort extends string> = {
  caption: string;
  /** What is said where nothing fits. */
  none: string;
  rows: readonly Row[];
  columns: readonly Column<Row, Sort>[];
  /** Nothing where this list has an order of its own. */
  sorted: Sorted<Sort> | undefined;
  onSort: (to: Sorted<Sort>) => void;
  /** The way in which a heading sorts at first: of what happened the latest is looked for, of what is owed the earliest. */
  first: 'ascending' | 'descending';
};

/** A list of records whose columns are chosen and whose headings sort it. */
export function ListTable<Row extends { id: string }, Sort extends string>(
  props: ListTableProps<Row, Sort>,
): ReactNode {
  const { caption, none, rows, columns, sorted, onSort, first } = props;
  if (rows.length === 0) return <p className="govuk-body">{none}</p>;
  const head = columns.map(({ title, numeric, sort }) => ({
    content: title,
    numeric,
    ...sortHeading(sort, sorted, onSort, first),
  }));
  return (
    <Table
      dense
      caption={caption}
      captionHidden
      head={head}
      rows={rows.map((row) => ({
        key: row.id,
        cells: columns.map(({ cell, numeric, nowrap }) => ({
          content: cell(row),
          numeric,
          className: nowrap ? 'desk-nowrap' : undefined,
        })),
      }))}
    />
  );
}
