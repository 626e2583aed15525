import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { shortDate } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Pagination, Table } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import type { ComplaintSample } from '#shared/records/complaint-sample.ts';
import { AcrossReviews } from '../AcrossReviews.tsx';

const answered = ({ answers }: ComplaintSample): string =>
  `${answers.filter(({ answer }) => answer !== undefined).length} of ${answers.length}`;

/** Closed complaints of the force that were looked at to see how they had been handled, the latest first. */
export function SamplesPage(): ReactNode {
  const mayStart = useMay('samples.start');
  const pages = usePages('complaint samples');
  const list = useRead('samples.list', { ...(pages.after && { after: pages.after }) }, { keep: true });
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Dip samples</PageHeading>
      <AcrossReviews />
      <p className="govuk-body">
        Closed complaints of the force, looked at to see how they were handled. They are known by the force’s
        own reference, and name nobody.
      </p>
      {mayStart && (
        <ButtonGroup>
          <ButtonLink href="#/reviews/samples/new">Look at a complaint</ButtonLink>
        </ButtonGroup>
      )}
      <Failed failure={list.error} />
      {!list.data && !list.error && <Waiting />}
      {list.data?.rows.length === 0 && <p className="govuk-body">No complaint has been looked at yet.</p>}
      {list.data && list.data.rows.length > 0 && (
        <Table
          dense
          caption="Complaints looked at"
          captionHidden
          head={['Complaint', 'Looked at', 'Closed', 'Category', 'Answered', 'Fed back']}
          rows={list.data.rows.map((sample) => ({
            key: sample.id,
            cells: [
              <a key="open" className="govuk-link" href={`#/reviews/samples/${sample.id}`}>
                {sample.reference}
              </a>,
              { content: shortDate(sample.on), className: 'desk-nowrap' },
              { content: sample.closed ? shortDate(sample.closed) : '–', className: 'desk-nowrap' },
              sample.category ?? '–',
              answered(sample),
              sample.feedback ? 'Yes' : 'Not yet',
            ],
          }))}
        />
      )}
      <Pagination
        aria-label="Pages of samples"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
