import { readQuery, whatIsSet, writeQuery } from '#renderer/listing/address.ts';
import { methods, outcomes } from '#shared/records/visit.ts';
import { type VisitFilter, visitShows, visitSorts } from '#shared/visit-views.ts';

export type VisitSort = (typeof visitSorts)[number];

/** What the list of visits shows: which reports, in which order. It is all in the address, so it can be come back to. */
export type Listing = { filter: VisitFilter; sort: VisitSort; descending: boolean };

/** Reads the query of an address. */
export const readListing = (search: string): Listing => {
  const { oneOf, id, date, descending } = readQuery(search);
  const filter = whatIsSet({
    suite: id('suite'),
    panel: id('panel'),
    from: date('from'),
    to: date('to'),
    outcome: oneOf('outcome', outcomes),
    method: oneOf('method', methods),
    show: oneOf('show', visitShows) ?? 'all',
  });
  return { filter, sort: oneOf('sort', visitSorts) ?? 'date', descending };
};

/** The query that says it again. */
export const writeListing = (listing: Listing): string => writeQuery(listing, 'all');
