import { methods, outcomes } from '#shared/records/visit.ts';
import { type VisitFilter, visitShows, visitSorts } from '#shared/views.ts';

export type VisitSort = (typeof visitSorts)[number];

/** What the list of visits shows: which reports, in which order. It is all in the address, so it can be come back to. */
export type Listing = { filter: VisitFilter; sort: VisitSort; descending: boolean };

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
    suite: like(ids, params.get('suite')),
    panel: like(ids, params.get('panel')),
    from: like(dates, params.get('from')),
    to: like(dates, params.get('to')),
    outcome: oneOf(outcomes, params.get('outcome')),
    method: oneOf(methods, params.get('method')),
    show: oneOf(visitShows, params.get('show')) ?? 'all',
  };
  const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    filter: filter as VisitFilter,
    sort: oneOf(visitSorts, params.get('sort')) ?? 'date',
    descending: params.get('order') !== 'ascending',
  };
};

/** The query that says it again; what goes without saying is left out. */
export const writeListing = ({ filter, sort, descending }: Listing): string => {
  const { show, ...others } = filter;
  const entries = Object.entries(others).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const params = new URLSearchParams(entries);
  if (show && show !== 'all') params.set('show', show);
  if (sort !== 'date') params.set('sort', sort);
  if (!descending) params.set('order', 'ascending');
  return params.toString();
};
