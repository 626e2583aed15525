const dates = /^\d{4}-\d{2}-\d{2}$/;
const ids = /^[0-9a-f-]{36}$/;

/**
 * What the query of an address says, part by part. Anybody can write an address, so what a part may not say is left
 * out.
 */
export const readQuery = (search: string) => {
  const params = new URLSearchParams(search);
  const like = (name: string, pattern: RegExp): string | undefined => {
    const text = params.get(name);
    return text && pattern.test(text) ? text : undefined;
  };
  return {
    oneOf: <T extends string>(name: string, all: readonly T[]): T | undefined =>
      all.find((one) => one === params.get(name)),
    id: (name: string) => like(name, ids),
    date: (name: string) => like(name, dates),
    /** A list stands in its usual order, the newest first, unless its address says otherwise. */
    descending: params.get('order') !== 'ascending',
  };
};

/** Only what says something: a filter that is not set is absent. */
export const whatIsSet = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

type Listing = {
  filter: { show?: string | undefined };
  sort: string;
  descending: boolean;
};

/** The query that says a list again; what goes without saying is left out. `usual`: what it shows by itself. */
export const writeQuery = ({ filter, sort, descending }: Listing, usual: string): string => {
  const { show, ...others } = filter;
  const entries = Object.entries(others).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const params = new URLSearchParams(entries);
  if (show && show !== usual) params.set('show', show);
  if (sort !== 'date') params.set('sort', sort);
  if (!descending) params.set('order', 'ascending');
  return params.toString();
};
