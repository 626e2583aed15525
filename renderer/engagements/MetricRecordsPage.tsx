import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { BackLink, PageHeading, Pagination } from '#renderer/kit/index.ts';
import { usePages } from '#renderer/listing/pages.ts';
import { Records } from '#renderer/returns/RecordsPage.tsx';
import { caseDimensions } from '#shared/views.ts';

/** The cases, engagements and questions behind a figure of the metrics. Of a case its number alone is said. */
export function MetricRecordsPage(): ReactNode {
  const { period = '', measure = '' } = useParams<{ period: string; measure: string }>();
  const [search] = useSearchParams();
  const by = caseDimensions.find((one) => one === search.get('by'));
  const key = search.get('key');
  const part = by && key !== null ? { by, key } : undefined;
  const pages = usePages(`behind ${period} ${measure} ${key ?? ''}`);
  const { data, error } = useRead(
    'returns.records',
    { return: 'correspondence', period, measure, ...part, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const next = data?.next;
  return (
    <>
      <BackLink href={`#/figures/metrics/${encodeURIComponent(period)}`}>Back to the metrics</BackLink>
      <PageHeading key={`${measure} ${pages.after}`} caption={`Records behind a figure, ${period}`}>
        {data ? [data.title, part?.key].filter(Boolean).join(', ') : 'Records behind a figure'}
      </PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p className="govuk-body">{data.definition}</p>
          <Records data={data} first={!pages.after} />
        </>
      )}
      <Pagination
        aria-label="Pages of records"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}
