import type { ReactNode } from 'react';
import { Checkboxes, Table } from '#renderer/kit/index.ts';
import { type Sorted, sortHeading } from '#renderer/listing/sorting.ts';
import type { CaseRow } from '#shared/case-views.ts';
import type { caseColumns } from './columns.tsx';
import type { CaseSort } from './listing.ts';

type CaseTableProps = {
  caption: string;
  rows: readonly CaseRow[];
  columns: readonly (typeof caseColumns)[number][];
  /** How a queue is sorted; what is closed stands with the latest first. */
  sorted?: Sorted<CaseSort>;
  onSort: (sorted: Sorted<CaseSort>) => void;
  /** Those chosen for what is done to many at once. */
  chosen?: readonly string[];
  onChosen?: (ids: string[]) => void;
};

/** Cases as a table, with headings that sort and boxes to choose some of them. */
export function CaseTable(props: CaseTableProps): ReactNode {
  const { caption, rows, columns, sorted, onSort, chosen, onChosen } = props;
  const box = (row: CaseRow) => (
    <Checkboxes
      name={`choose-${row.id}`}
      small
      values={chosen?.includes(row.id) ? [row.id] : []}
      onValues={(values) =>
        onChosen?.([...(chosen ?? []).filter((id) => id !== row.id), ...values.filter((v) => v === row.id)])
      }
      items={[
        {
          value: row.id,
          text: <span className="govuk-visually-hidden">Choose {row.reference ?? row.kind}</span>,
        },
      ]}
    />
  );
  return (
    <Table
      dense
      caption={caption}
      captionHidden
      head={
        [
          ...(chosen ? [{ content: <span className="govuk-visually-hidden">Chosen</span> }] : []),
          ...columns.map(({ title, sort }) => ({ content: title, ...sortHeading(sort, sorted, onSort) })),
        ] as Parameters<typeof Table>[0]['head']
      }
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          ...(chosen ? [{ content: box(row) }] : []),
          ...columns.map(({ cell, nowrap }) => ({
            content: cell(row),
            className: nowrap ? 'desk-nowrap' : undefined,
          })),
        ],
      }))}
    />
  );
}
