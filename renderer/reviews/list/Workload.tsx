import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { Table } from '#renderer/kit/index.ts';
import { listAddress } from './listing.ts';

/** Who has how much in hand; nobody is told what they did with it. */
export function Workload(): ReactNode {
  const read = useRead('reviews.workload', {}, { keep: true });
  if (!read.data || read.data.length === 0) return null;
  return (
    <section aria-labelledby="workload">
      <h2 className="govuk-heading-m" id="workload">
        In hand, by person
      </h2>
      <Table
        dense
        caption="Open reviews by person"
        captionHidden
        firstCellIsHeader
        head={[
          'Person',
          { content: 'Looks after', numeric: true },
          { content: 'Examines', numeric: true },
          { content: 'Due in seven days', numeric: true },
          { content: 'Overdue', numeric: true },
        ]}
        rows={read.data.map(({ person, name, looksAfter, examines, due, late }) => ({
          key: person ?? 'nobody',
          cells: [
            { content: person ? <InHand {...{ person, name }} /> : name },
            ...[looksAfter, examines, due, late].map((content) => ({ content, numeric: true })),
          ],
        }))}
      />
    </section>
  );
}

function InHand({ person, name }: { person: string; name: string }): ReactNode {
  return (
    <a className="govuk-link" href={`#${listAddress({ show: 'open', person })}`}>
      {name}
    </a>
  );
}
