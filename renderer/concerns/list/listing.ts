import { type ConcernFilter, concernShows, concernSorts } from '#shared/concern-views.ts';
import { concernAreas, concernSources, severities } from '#shared/records/concern.ts';

export type ConcernSort = (typeof concernSorts)[number];

/** What the list of concerns shows, all of it in the address, so that it can be come back to. */
export type Listing = { filter: ConcernFilter; sort: ConcernSort; descending: boolean };

const dates = /^\d{4}-\d{2}-\d{2}$/;
const ids = /^[0-9a-f-]{36}$/;

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((v) => v === text);
const like = (pattern: RegExp, text: string | null): string | undefined =>
  text && pattern.test(text) ? text : undefined;

/** Reads the query of an address. Anybody can write an address, so what it may not say is left out. */
export const readListing = (search: string): Listing => {
  const params = new URLSearchParams(search);
  const given = {
    show: oneOf(concernShows, params.get('show')) ?? 'open',
    suite: like(ids, params.get('suite')),
    panel: like(ids, params.get('panel')),
    area: oneOf(concernAreas, params.get('area')),
    severity: oneOf(severities, params.get('severity')),
    source: oneOf(concernSources, params.get('source')),
    from: like(dates, params.get('from')),
    to: like(dates, params.get('to')),
    record: like(ids, params.get('record')),
  };
  const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    filter: filter as ConcernFilter,
    sort: oneOf(concernSorts, params.get('sort')) ?? 'date',
    descending: params.get('order') !== 'ascending',
  };
};

/** The query that says it again; what goes without saying is left out. */
export const writeListing = ({ filter, sort, descending }: Listing): string => {
  const { show, ...others } = filter;
  const entries = Object.entries(others).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const params = new URLSearchParams(entries);
  if (show && show !== 'open') params.set('show', show);
  if (sort !== 'date') params.set('sort', sort);
  if (!descending) params.set('order', 'ascending');
  return params.toString();
};
