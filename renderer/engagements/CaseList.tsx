import type { ReactNode } from 'react';
import { shortDate } from '#renderer/dates.ts';
import { Table } from '#renderer/kit/index.ts';
import type { Output } from '#shared/contract.ts';
import { capital } from '#shared/text.ts';

export type LinkedCase = Output<'themes.cases'>['rows'][number];

/** What a case is called where it is linked; of one that is kept from whoever reads no more than its number. */
export const caseTitle = ({ reference, kind, received }: LinkedCase): string => {
  const number = reference ?? 'no number yet';
  if (kind === null || received === null) return `${number}: one that you may not open`;
  return `${number}: ${capital(kind)}, ${shortDate(received)}`;
};

/** Cases by their numbers. What is in them is read where they are opened. */
export function CaseList({ cases }: { cases: readonly LinkedCase[] }): ReactNode {
  if (cases.length === 0) return <p className="govuk-body">There is no such case.</p>;
  return (
    <Table
      dense
      caption="Cases"
      captionHidden
      firstCellIsHeader
      head={['Case', 'Kind', 'Received']}
      rows={cases.map(({ id, reference, kind, received }) => ({
        key: id,
        cells: [
          kind === null ? (
            (reference ?? 'No number yet')
          ) : (
            <a key="open" className="govuk-link" href={`#/cases/${id}`}>
              {reference ?? 'No number yet'}
            </a>
          ),
          kind === null ? 'One that you may not open' : capital(kind),
          received === null ? '–' : { content: shortDate(received), className: 'desk-nowrap' },
        ],
      }))}
    />
  );
}
