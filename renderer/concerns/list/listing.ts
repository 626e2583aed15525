import { readQuery, whatIsSet, writeQuery } from '#renderer/listing/address.ts';
import { type ConcernFilter, concernShows, concernSorts } from '#shared/concern-views.ts';
import { concernAreas, concernSources, severities } from '#shared/records/concern.ts';

export type ConcernSort = (typeof concernSorts)[number];

/** What the list of concerns shows, all of it in the address, so that it can be come back to. */
export type Listing = { filter: ConcernFilter; sort: ConcernSort; descending: boolean };

/** Reads the query of an address. */
export const readListing = (search: string): Listing => {
  const { oneOf, id, date, descending } = readQuery(search);
  const filter = whatIsSet({
    show: oneOf('show', concernShows) ?? 'open',
    suite: id('suite'),
    panel: id('panel'),
    area: oneOf('area', concernAreas),
    severity: oneOf('severity', severities),
    source: oneOf('source', concernSources),
    from: date('from'),
    to: date('to'),
    record: id('record'),
  });
  return { filter, sort: oneOf('sort', concernSorts) ?? 'date', descending };
};

/** The query that says it again. */
export const writeListing = (listing: Listing): string => writeQuery(listing, 'open');
