import { type ReactNode, useState } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { usePreference } from '#renderer/app/preference.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Pagination, Status } from '#renderer/kit/index.ts';
import { ColumnChoice } from '#renderer/listing/ColumnChoice.tsx';
import { usePages } from '#renderer/listing/pages.ts';
import { Queues } from '#renderer/listing/Queues.tsx';
import { type CaseFilter, caseShows } from '#shared/case-views.ts';
import { AcrossCases } from '../AcrossCases.tsx';
import { Bulk } from './Bulk.tsx';
import { CaseTable } from './CaseTable.tsx';
import { caseColumns, usualColumns } from './columns.tsx';
import { FilterForm } from './FilterForm.tsx';
import { caseListAddress, readCaseListing } from './listing.ts';
import { CaseWorkload } from './Workload.tsx';

const queueWords: Record<CaseFilter['show'], string> = {
  open: 'Open',
  mine: 'Mine',
  unassigned: 'Given to nobody',
  due: 'Due in seven days',
  late: 'Overdue',
  force: 'Waiting for the force',
  approval: 'Awaiting approval',
  hold: 'On hold',
  risk: 'At risk',
  closed: 'Closed',
  all: 'All',
};

/** The queues of cases: what is owed first stands first. The address remembers which one, and how it is narrowed. */
export function CasesPage(): ReactNode {
  const listing = readCaseListing(useSearch());
  const { filter, sort, descending } = listing;
  const mayWrite = useMay('cases.create');
  const [chosenColumns, setColumns] = usePreference<string[]>('cases.columns', usualColumns);
  const [chosen, setChosen] = useState<string[]>([]);
  const pages = usePages(`cases ${caseListAddress(listing)}`);
  const counts = useRead('cases.queues', {}, { keep: true }).data;
  const list = useRead(
    'cases.list',
    { filter, sort, descending, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const isQueue = filter.show !== 'all' && filter.show !== 'closed';
  const rows = list.data?.rows ?? [];
  const there = chosen.filter((id) => rows.some((row) => row.id === id));
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Correspondence</PageHeading>
      <AcrossCases />
      {mayWrite && (
        <ButtonGroup>
          <ButtonLink href="#/cases/new">Write down what came in</ButtonLink>
        </ButtonGroup>
      )}
      <Queues
        of="cases"
        queues={caseShows}
        words={queueWords}
        counts={counts}
        current={filter.show}
        address={(show) => caseListAddress({ filter: { ...filter, show } })}
      />
      <FilterForm
        filter={filter}
        onFilter={(to) => go(caseListAddress({ ...listing, filter: to }), { replace: true })}
      />
      <Failed failure={list.error} />
      <Status message={list.data && `${rows.length} shown`} />
      <ColumnChoice all={caseColumns} chosen={chosenColumns} onChosen={setColumns} />
      {rows.length > 0 && (
        <CaseTable
          caption={`Cases: ${queueWords[filter.show]}`}
          rows={rows}
          columns={caseColumns.filter(({ id }) => chosenColumns.includes(id))}
          {...(isQueue && { sorted: { sort, descending } })}
          onSort={(to) => go(caseListAddress({ filter, ...to }), { replace: true })}
          {...(mayWrite && isQueue && { chosen: there, onChosen: setChosen })}
        />
      )}
      {list.data && rows.length === 0 && <p className="govuk-body">There is no case here.</p>}
      {!list.data && !list.error && <Waiting />}
      <Pagination
        aria-label="Pages of cases"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
      {mayWrite && isQueue && <Bulk ids={there} onDone={() => setChosen([])} />}
      {mayWrite && <CaseWorkload />}
    </>
  );
}
