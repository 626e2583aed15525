import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { Failed, Waiting } from '#renderer/app/Failed.tsx';
import { useRead } from '#renderer/app/host.tsx';
import { go } from '#renderer/app/place.ts';
import { usePreference } from '#renderer/app/preference.ts';
import { useMay } from '#renderer/editing/useMay.ts';
import { ButtonGroup, ButtonLink, PageHeading, Pagination, Status } from '#renderer/kit/index.ts';
import { ColumnChoice } from '#renderer/listing/ColumnChoice.tsx';
import { ListTable } from '#renderer/listing/ListTable.tsx';
import { usePages } from '#renderer/listing/pages.ts';
import { count } from '#shared/numbers.ts';
import { ImmediateBanner } from '../ImmediateBanner.tsx';
import { columns, usual } from './columns.tsx';
import { FilterForm } from './FilterForm.tsx';
import { type Listing, readListing, writeListing } from './listing.ts';

/** Concerns, filtered, sorted and paged; the address remembers how. What is open comes first. */
export function ConcernsPage(): ReactNode {
  const listing = readListing(useSearch());
  const mayRaise = useMay('concerns.raise');
  const [chosen, setChosen] = usePreference<string[]>('concerns.columns', usual);
  const pages = usePages(`concerns ${writeListing(listing)}`);
  const list = useRead(
    'concerns.list',
    { ...listing, ...(pages.after && { after: pages.after }) },
    { keep: true },
  );
  const counted = useRead('concerns.count', { filter: listing.filter }, { keep: true });

  const change = (some: Partial<Listing>) =>
    go(`/concerns${query({ ...listing, ...some })}`, { replace: true });
  const found = counted.data && concerns(counted.data.count);
  const next = list.data?.next;
  return (
    <>
      <PageHeading>Concerns</PageHeading>
      <ImmediateBanner />
      {mayRaise && (
        <ButtonGroup>
          <ButtonLink href="#/concerns/new">Raise a concern</ButtonLink>
          <ButtonLink href="#/concerns/new?reprisal=yes" kind="secondary">
            Report a reprisal
          </ButtonLink>
          <a className="govuk-link" href="#/concerns/immediate">
            Immediate and serious matters
          </a>
          <a className="govuk-link" href="#/concerns/said">
            You said, they did, we checked
          </a>
          <a className="govuk-link" href="#/concerns/sheets">
            Monthly sheets
          </a>
          <a className="govuk-link" href="#/templates">
            Templates
          </a>
        </ButtonGroup>
      )}
      <FilterForm filter={listing.filter} onFilter={(filter) => change({ filter })} />
      <Failed failure={list.error ?? counted.error} />
      <Status message={found} />
      <p className="govuk-body desk-count">{found ?? 'Counting…'}</p>
      <ColumnChoice all={columns} chosen={chosen} onChosen={setChosen} />
      {list.data ? (
        <ListTable
          caption="Concerns"
          none="No concern fits. Take away a filter to see more."
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
        aria-label="Pages of concerns"
        previous={pages.previous && { text: 'Back', onClick: pages.previous }}
        next={next ? { text: 'More', onClick: () => pages.next(next) } : undefined}
      />
    </>
  );
}

const query = (listing: Listing) => {
  const text = writeListing(listing);
  return text && `?${text}`;
};

const concerns = (number: number) => (number === 1 ? '1 concern' : `${count(number)} concerns`);
