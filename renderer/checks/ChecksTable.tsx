import type { ReactNode } from 'react';
import { Table, Tag } from '#renderer/kit/index.ts';
import type { CheckRow } from '#shared/check-views.ts';
import { capital } from '#shared/text.ts';
import { dayWords } from '#shared/times.ts';

const stateTags = {
  draft: <Tag>Draft</Tag>,
  done: 'Done',
  discarded: <Tag colour="grey">Put aside</Tag>,
} as const;

/** Record checks as a list: a draft opens where it is written, what is done where it is read. */
export function ChecksTable({ rows }: { rows: readonly CheckRow[] }): ReactNode {
  if (rows.length === 0) return <p className="govuk-body">There are no record checks here.</p>;
  return (
    <Table
      dense
      caption="Record checks"
      captionHidden
      firstCellIsHeader
      head={['Check', 'Read on', 'Custody record', 'Suite', 'Cohort', 'Read by', 'Where it stands']}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a
            key="open"
            className="govuk-link"
            href={`#/checks/${row.id}${row.state === 'draft' ? '/edit' : ''}`}
          >
            {row.reference ?? (row.state === 'draft' ? 'Draft' : 'Check')}
            <span className="govuk-visually-hidden">
              {row.custodyNumber ? `, record ${row.custodyNumber}` : `, without a number ${row.id.slice(-4)}`}
            </span>
          </a>,
          row.date ? dayWords(row.date) : '',
          row.custodyNumber ?? '',
          row.suite ?? '',
          capital(row.cohort ?? ''),
          row.checker ?? '',
          stateTags[row.state],
        ],
      }))}
    />
  );
}
