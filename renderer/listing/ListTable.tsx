import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';

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
  sort: Sort;
  descending: boolean;
  onSort: (sort: Sort, descending: boolean) => void;
};

/** A list of records whose columns are chosen and whose headings sort it. */
export function ListTable<Row extends { id: string }, Sort extends string>(
  props: ListTableProps<Row, Sort>,
): ReactNode {
  const { caption, none, rows, columns, sort: sorted, descending, onSort } = props;
  if (rows.length === 0) return <p className="govuk-body">{none}</p>;
  const head = columns.map(({ title, numeric, sort }) => {
    if (!sort) return { content: title, numeric };
    const current = sorted === sort;
    return {
      content: title,
      numeric,
      sort: current ? (descending ? ('descending' as const) : ('ascending' as const)) : ('none' as const),
      onSort: () => onSort(sort, current ? !descending : true),
    };
  });
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
