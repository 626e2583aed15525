import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { SaveMade } from '#renderer/files/SaveMade.tsx';
import { BackLink, ButtonGroup, PageHeading, Table, WarningText } from '#renderer/kit/index.ts';
import { outcomeWords } from './parts.ts';

/** The disclosure log: what was asked and answered, naming nobody, as it is published. */
export function LogPage(): ReactNode {
  const { data, error } = useRead('requests.log', {});
  const host = useHost();
  const naming = data?.rows.filter((row) => row.naming.length > 0) ?? [];
  return (
    <>
      <BackLink href="#/cases">Correspondence</BackLink>
      <PageHeading>Disclosure log</PageHeading>
      <Failed failure={error} />
      {!data && !error && <Waiting />}
      {naming.length > 0 && (
        <WarningText>
          Entries that tell who asked, and keep the log from being published:{' '}
          {naming.map((row) => `${row.title} (${row.naming.join(', ')})`).join('; ')}.
        </WarningText>
      )}
      {data?.rows.length === 0 && (
        <p className="govuk-body">
          Nothing is in the log yet. A request is put into it from its own page, in words that name nobody.
        </p>
      )}
      {data && data.rows.length > 0 && (
        <>
          <ButtonGroup>
            <SaveMade make={() => host.call('requests.logFile', { as: 'html' })}>Save as a web page</SaveMade>
            <SaveMade make={() => host.call('requests.logFile', { as: 'csv' })}>Save as CSV</SaveMade>
          </ButtonGroup>
          <Table
            dense
            caption="Requests in the log"
            captionHidden
            head={['Title', 'Summary', 'Under', 'Received', 'Answered', 'Outcome']}
            rows={data.rows.map((row) => ({
              key: row.id,
              cells: [
                <a key="open" className="govuk-link" href={`#/cases/${row.id}/request`}>
                  {row.title}
                </a>,
                row.summary,
                row.regime.replace(' request', ''),
                dayWords(row.received),
                row.answered ? dayWords(row.answered) : 'Not yet',
                row.outcome ? outcomeWords[row.outcome] : 'Not decided',
              ],
            }))}
          />
        </>
      )}
    </>
  );
}
