import { readQuery, whatIsSet } from '#renderer/listing/address.ts';
import { type CaseFilter, caseShows, caseSorts } from '#shared/case-views.ts';
import { caseKinds } from '#shared/records/case-parts.ts';

export type CaseSort = (typeof caseSorts)[number];
export type CaseListing = { filter: CaseFilter; sort: CaseSort; descending: boolean };

/** What the list of cases shows, all of it in the address, so that it can be come back to. */
export const readCaseListing = (search: string): CaseListing => {
  const { oneOf, id, date } = readQuery(search);
  const params = new URLSearchParams(search);
  const text = (key: string) => params.get(key)?.trim().slice(0, 200) || undefined;
  return {
    filter: whatIsSet({
      show: oneOf('show', caseShows) ?? 'open',
      kind: oneOf('kind', caseKinds),
      person: id('person'),
      from: id('from'),
      area: text('area'),
      theme: text('theme'),
      since: date('since'),
      until: date('until'),
    }),
    sort: oneOf('sort', caseSorts) ?? 'due',
    descending: params.get('down') === '1',
  };
};

/** Where a list of cases is looked at; what goes without saying is left out. */
export const caseListAddress = ({
  filter: { show, ...others },
  sort = 'due',
  descending = false,
}: Pick<CaseListing, 'filter'> & Partial<CaseListing>): string => {
  const params = new URLSearchParams(
    Object.entries(others).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  if (show !== 'open') params.set('show', show);
  if (sort !== 'due') params.set('sort', sort);
  if (descending) params.set('down', '1');
  const query = params.toString();
  return `/cases${query && `?${query}`}`;
};
