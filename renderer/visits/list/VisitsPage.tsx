import { type ReactNode, useState } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { usePreference } from '#renderer/app/preference.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { Button, PageHeading, Pagination, Status } from '#renderer/kit/index.ts';
import { ColumnChoice } from '#renderer/listing/ColumnChoice.tsx';
import { ListTable } from '#renderer/listing/ListTable.tsx';
import { usePages } from '#renderer/listing/pages.ts';
import { SheetLink } from '../report/Papers.tsx';
import { useStartVisit } from '../start.ts';
import { Undo } from '../Undo.tsx';
import { usual } from './columns.tsx';
import { FilterForm } from './FilterForm.tsx';
import { type Listing, readListing, writeListing } from './listing.ts';
import { useColumns } from './useColumns.tsx';

/** All reports, filtered, sorted and paged; the address remembers how. */
export function VisitsPage(): ReactNode {
  const search = useSearch();
  const listing = readListing(search);
  const start = useStartVisit();
  const reads = useMay('visits.readThrough');
  const columns = useColumns(!reads);
  const [starting, setStarting] = useState(false);
  const [chosen, setChosen] = usePreference<string[]>('visits.columns', usual);
  const pages = usePages(writeListing(listing));
  const list = useRead(
    'visits.list',
    { ...listing, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const count = useRead('visits.count', { filter: listing.filter }, { keep: true });

  const change = (some: Partial<Listing>) =>
    go(`/visits${query({ ...listing, ...some })}`, { replace: true });
  const begin = () => {
    setStarting(true);
    void start().finally(() => setStarting(false));
  };
  const found = count.data && reports(count.data.count);
  const next = list.data?.next;
  return (
    <>
      <Undo />
      <PageHeading>Visits</PageHeading>
      <Button type="button" disabled={starting} onClick={begin}>
        Start a visit report
      </Button>
      <SheetLink />
      {reads && (
        <p className="govuk-body desk-screen-only">
          <a className="govuk-link" href="#/visits/out">
            Drafts that visitors still write
          </a>
        </p>
      )}
      <FilterForm filter={listing.filter} onFilter={(filter) => change({ filter })} />
      <Failed failure={list.error ?? count.error} />
      <Status message={found} />
      <p className="govuk-body desk-count">{found ?? 'Counting…'}</p>
      <ColumnChoice all={columns} chosen={chosen} onChosen={setChosen} />
      {list.data ? (
        <ListTable
          caption="Visit reports"
          none="No report fits. Take away a filter to see more."
          rows={list.data.rows}
          columns={columns.filter((c) => chosen.includes(c.id))}
          sorted={listing}
          onSort={change}
          first="descending"
        />
      ) : (
        !list.error && <Waiting />
      )}
      <Pagination
        aria-label="Pages of visits"
        previous={pages.previous && { ...words(listing).back, onClick: pages.previous }}
        next={next ? { ...words(listing).on, onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}

const query = (listing: Listing) => {
  const text = writeListing(listing);
  return text && `?${text}`;
};

const reports = (count: number) => (count === 1 ? '1 report' : `${count.toLocaleString('en-GB')} reports`);

/** What lies on the next page and on the one before, in words that fit the order. */
const words = ({ sort, descending }: Listing) => {
  if (sort !== 'date') return { back: { text: 'Back' }, on: { text: 'More' } };
  const [newer, older] = [{ text: 'Newer' }, { text: 'Older' }];
  return descending ? { back: newer, on: older } : { back: older, on: newer };
};
