import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { shortDate } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { BackLink, PageHeading, Pagination, Table } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';

/** Who opened whose cases, the latest first. Nothing is told of what they say. */
export function OpeningsPage(): ReactNode {
  const mayCases = useMay('cases.list');
  const pages = usePages('case openings');
  const read = useRead('cases.openings', pages.after ? { after: pages.after } : {}, { keep: true });
  const next = read.data?.next;
  return (
    <>
      {mayCases && <BackLink href="#/cases">Correspondence</BackLink>}
      <PageHeading>Who opened whose cases</PageHeading>
      <p className="govuk-body">
        Each time a case is opened by somebody who does not have it, that is written down, once a day.
      </p>
      <Failed failure={read.error} />
      {!read.data && !read.error && <Waiting />}
      {read.data?.rows.length === 0 && (
        <p className="govuk-body">Nobody has opened a case of somebody else.</p>
      )}
      {read.data && read.data.rows.length > 0 && (
        <Table
          dense
          caption="Openings of cases"
          captionHidden
          head={['On', 'Who', 'Case']}
          rows={read.data.rows.map(({ id, on, name, case: of, reference }) => ({
            key: id,
            cells: [
              shortDate(on),
              name ?? 'Somebody who is not known here',
              reference && mayCases ? (
                <a key="case" className="govuk-link" href={`#/cases/${of}`}>
                  {reference}
                </a>
              ) : (
                'One that you may not open'
              ),
            ],
          }))}
        />
      )}
      <Pagination
        aria-label="Pages of openings"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
