import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { VisitRow } from '#shared/views.ts';
import type { Column } from './columns.tsx';
import type { Listing, VisitSort } from './listing.ts';

type VisitsTableProps = {
  rows: readonly VisitRow[];
  columns: readonly Column[];
  listing: Listing;
  onSort: (sort: VisitSort, descending: boolean) => void;
};

export function VisitsTable({ rows, columns, listing, onSort }: VisitsTableProps): ReactNode {
  if (rows.length === 0) return <p className="govuk-body">No report fits. Take away a filter to see more.</p>;
  const head = columns.map(({ title, numeric, sort }) => {
    if (!sort) return { content: title, numeric };
    const current = listing.sort === sort;
    return {
      content: title,
      numeric,
      sort: current
        ? listing.descending
          ? ('descending' as const)
          : ('ascending' as const)
        : ('none' as const),
      onSort: () => onSort(sort, current ? !listing.descending : true),
    };
  });
  return (
    <Table
      dense
      caption="Visit reports"
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
