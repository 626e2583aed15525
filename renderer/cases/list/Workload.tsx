import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { Table } from '#renderer/kit/index.ts';
import { caseListAddress } from './listing.ts';

/** Who has how much in hand; nobody is told what they did with it. */
export function CaseWorkload(): ReactNode {
  const read = useRead('cases.workload', {}, { keep: true });
  if (!read.data || read.data.length === 0) return null;
  const numeric = (content: string) => ({ content, numeric: true });
  return (
    <section aria-labelledby="workload">
      <h2 className="govuk-heading-m" id="workload">
        In hand, by person
      </h2>
      <Table
        dense
        caption="Open cases by person"
        captionHidden
        firstCellIsHeader
        head={['Person', numeric('Open'), numeric('Due in seven days'), numeric('Overdue')]}
        rows={read.data.map(({ person, name, open, due, late }) => ({
          key: person ?? 'nobody',
          cells: [
            {
              content: (
                <a
                  className="govuk-link"
                  href={`#${caseListAddress({
                    filter: person ? { show: 'open', person } : { show: 'unassigned' },
                  })}`}
                >
                  {name}
                </a>
              ),
            },
            ...[open, due, late].map((content) => ({ content, numeric: true })),
          ],
        }))}
      />
    </section>
  );
}
