import type { ReactNode } from 'react';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { dayWords } from '#renderer/dates.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonLink, PageHeading, Table, Tag } from '#renderer/kit/index.ts';
import { count } from '#shared/numbers.ts';
import { SchemePlaces } from './SchemePlaces.tsx';

/** The suites of the scheme, and how this year's visits stand against what was aimed at. */
export function SuitesPage(): ReactNode {
  const suites = useRead('suites.list', {});
  const may = useMay('suites.save');
  return (
    <>
      <PageHeading>Suites</PageHeading>
      <SchemePlaces />
      {may && (
        <ButtonLink href="#/suites/new" kind="secondary">
          Add a suite
        </ButtonLink>
      )}
      <Failed failure={suites.error} />
      {!suites.data && !suites.error && <Waiting />}
      {suites.data?.length === 0 && (
        <p className="govuk-body">
          {may ? 'There are no suites yet. Add one, or import a file.' : 'No suite is on this laptop yet.'}
        </p>
      )}
      {suites.data && suites.data.length > 0 && (
        <Table
          dense
          caption="Custody suites, this year so far"
          captionSize="s"
          firstCellIsHeader
          head={[
            'Suite',
            'Area',
            'Panel',
            'Status',
            { content: 'Visits this year', numeric: true },
            { content: 'Target', numeric: true },
            'Last visit',
          ]}
          rows={suites.data.map((suite) => ({
            key: suite.id,
            cells: [
              <a key="name" className="govuk-link" href={`#/suites/${suite.id}`}>
                {suite.name}
              </a>,
              suite.area ?? '',
              suite.panelName ?? '',
              <SuiteStatusTag key="status" status={suite.status} />,
              { content: count(suite.visits), numeric: true },
              {
                content: suite.target === null ? 'none set' : count(Math.round(suite.target)),
                numeric: true,
              },
              suite.lastVisit === null ? 'none yet' : dayWords(suite.lastVisit),
            ],
          }))}
        />
      )}
    </>
  );
}

function SuiteStatusTag({ status }: { status: string }): ReactNode {
  if (status === 'open') return <Tag colour="green">Open</Tag>;
  return <Tag colour="grey">{status === 'reserve' ? 'In reserve' : 'Closed'}</Tag>;
}
