import type { ReactNode } from 'react';
import { Table } from '#renderer/kit/index.ts';
import type { ClaimRow } from '#shared/claim-views.ts';
import { monthWords } from '#shared/times.ts';
import { money, StateTag } from './words.tsx';

type ClaimsTableProps = {
  caption: string;
  captionHidden?: boolean;
  rows: readonly ClaimRow[];
  none: string;
  /** All of them are one's own: no need to say whose. */
  own?: boolean;
};

/** Claims, each with its month, where it stands and what it comes to. */
export function ClaimsTable({ caption, captionHidden, rows, none, own }: ClaimsTableProps): ReactNode {
  if (rows.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <Table
      dense
      caption={caption}
      captionSize="m"
      captionHidden={captionHidden}
      firstCellIsHeader
      head={[
        'Month',
        ...(own ? [] : ['Claimant']),
        'Number',
        'Where it stands',
        { content: 'Miles', numeric: true },
        { content: 'Amount', numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="open" className="govuk-link desk-nowrap" href={`#/claims/${row.id}`}>
            {monthWords(row.month)}
            {!own && <span className="govuk-visually-hidden">, {row.person}</span>}
          </a>,
          ...(own ? [] : [row.person]),
          { content: row.reference ?? '', className: 'desk-nowrap' },
          <StateTag key="state" state={row.state} />,
          { content: row.miles || '', numeric: true },
          { content: money(row.pence), numeric: true },
        ],
      }))}
    />
  );
}
