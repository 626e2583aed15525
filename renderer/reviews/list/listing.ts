import { readQuery, whatIsSet } from '#renderer/listing/address.ts';
import { reviewStates } from '#shared/records/review.ts';
import { routes } from '#shared/records/review-parts.ts';
import { type ReviewFilter, reviewShows } from '#shared/review-views.ts';

/** What the list of reviews shows, all of it in the address, so that it can be come back to. */
export const readFilter = (search: string): ReviewFilter => {
  const { oneOf, id } = readQuery(search);
  return whatIsSet({
    show: oneOf('show', reviewShows) ?? 'open',
    state: oneOf('state', reviewStates),
    route: oneOf('route', routes),
    person: id('person'),
    applicant: id('applicant'),
  });
};

/** The query that says it again; what goes without saying is left out. */
export const writeFilter = ({ show, ...others }: ReviewFilter): string => {
  const params = new URLSearchParams(
    Object.entries(others).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  if (show !== 'open') params.set('show', show);
  return params.toString();
};

/** Where a list of reviews is looked at. */
export const listAddress = (filter: ReviewFilter): string => {
  const query = writeFilter(filter);
  return `/reviews${query && `?${query}`}`;
};
