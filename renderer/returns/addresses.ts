import { type AnyDimension, type ReturnKind, type ReturnResult, returnKinds } from '#shared/views.ts';

/** One group of a return: "by suite: Hereford". */
export type Group = { readonly by: AnyDimension; readonly key: string };

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

/** A return of a period: of custody visits, where nothing else is said; as which of the named returns, where it is one. */
export type Told = {
  readonly period: string;
  readonly of?: ReturnKind | undefined;
  readonly key?: string | undefined;
  /** The period whose return is read, where a figure in it is of another. */
  readonly within?: string | undefined;
};

export const toldOf = ({ return: of, period }: ReturnResult): Told => ({ period: period.id, of });

const ofKind = ({ of }: Told): string | undefined => (of === 'icv' ? undefined : of);

/** All periods of a named return; one of them, as it is prepared; what was signed of it; and what is otherwise by now. */
export const namedAddress = (key: string): string => `/returns/of/${encodeURIComponent(key)}`;
export const prepareAddress = (key: string, period: string): string =>
  `${namedAddress(key)}/${encodeURIComponent(period)}`;
export const issueAddress = (key: string, period: string, number: number): string =>
  `${prepareAddress(key, period)}/issues/${number}`;
export const differencesAddress = (key: string, period: string, number: number): string =>
  `${issueAddress(key, period, number)}/differences`;

/** Where the return of a period stands. */
export const returnAddress = (told: Told, by?: AnyDimension): string =>
  told.key === undefined ? anyPeriodAddress(told, by) : prepareAddress(told.key, told.period);

/** Where the figures of any period are worked out. */
export const anyPeriodAddress = (told: Told, by?: AnyDimension): string =>
  withQuery(`/returns/${encodeURIComponent(told.period)}`, { return: ofKind(told), by });

/** Where the records behind a figure are listed: of the whole return, or of one group of it; one page after another. */
export const recordsAddress = (told: Told, measure: string, group?: Group, after?: string): string =>
  withQuery(`/returns/${encodeURIComponent(told.period)}/records/${encodeURIComponent(measure)}`, {
    return: ofKind(told),
    by: group?.by,
    key: group?.key,
    after,
    named: told.key,
    within: told.within,
  });

/**
 * Where the records that keep a check from holding are listed: of a figure that is far from those before, all that stand
 * behind it.
 */
export const checkAddress = (told: Told, check: string): string => {
  const unusual = /^unusual\.(.+)$/.exec(check)?.[1];
  if (unusual !== undefined) return recordsAddress(told, unusual);
  return withQuery(`/returns/${encodeURIComponent(told.period)}/records/check:${encodeURIComponent(check)}`, {
    return: ofKind(told),
    named: told.key,
  });
};

/** The return that an address is about. */
export const returnOf = (search: URLSearchParams): ReturnKind =>
  returnKinds.find((one) => one === search.get('return')) ?? 'icv';

/** The named return that the way back of an address leads to. */
export const keyOf = (search: URLSearchParams): string | undefined => search.get('named') ?? undefined;

/** The check that such an address is about; undefined where it is about a figure. */
export const checkOf = (measure: string): string | undefined =>
  measure.startsWith('check:') ? measure.slice('check:'.length) : undefined;
