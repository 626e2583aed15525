import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { BackLink, PageHeading, Pagination, Table } from '#renderer/kit/index.ts';
import { recordAddress } from '#renderer/sync/addresses.ts';
import { count } from '#shared/numbers.ts';
import { partAddress } from './words.tsx';

/** The records behind a figure of a fact, each with what it says. */
export function RecordsPage(): ReactNode {
  const { period = '', fact = '' } = useParams<{ period: string; fact: string }>();
  const [search] = useSearchParams();
  const part = search.get('part') ?? '';
  const after = search.get('after');
  const { data, error } = useRead(
    'quality.records',
    { period, fact, part, ...(after !== null && { after }) },
    { keep: true },
  );
  return (
    <>
      <BackLink href={`#/quality/pack/${period}`}>Back to the pack</BackLink>
      <PageHeading key={`${fact} ${part} ${after}`} caption={`Records behind a figure, ${period}`}>
        {data?.title ?? 'Records behind a figure'}
      </PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p className="govuk-body">{data.definition}</p>
          {data.total === 0 ? (
            <p className="govuk-body">No records stand behind this figure.</p>
          ) : (
            <Table
              dense
              caption={`${count(data.total)} ${data.total === 1 ? 'record' : 'records'}`}
              captionSize="s"
              firstCellIsHeader
              head={['Record', 'Date', 'What it says']}
              rows={data.rows.map((row) => ({
                key: `${row.type} ${row.id}`,
                cells: [
                  <a key="record" className="govuk-link" href={recordAddress(row.type, row.id) ?? ''}>
                    {row.title}
                  </a>,
                  row.date === null ? '' : dayWords(row.date),
                  row.words,
                ],
              }))}
            />
          )}
          <Pagination
            aria-label="Pages of records"
            previous={after !== null && { text: 'First page', href: partAddress(period, fact, part) }}
            next={
              data.next !== null && { text: 'Next page', href: partAddress(period, fact, part, data.next) }
            }
          />
        </>
      )}
    </>
  );
}
