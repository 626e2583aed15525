import { type AnyDimension, type ReturnKind, type ReturnResult, returnKinds } from '#shared/views.ts';

/** One group of a return: "by suite: Hereford". */
export type Group = { readonly by: AnyDimension; readonly key: string };

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

/** A return of a period: of custody visits, where nothing else is said. */
export type Told = { readonly period: string; readonly of?: ReturnKind | undefined };

export const toldOf = ({ return: of, period }: ReturnResult): Told => ({ period: period.id, of });

const named = ({ of }: Told): string | undefined => (of === 'icv' ? undefined : of);

/** Where the return of a period stands. */
export const returnAddress = (told: Told, by?: AnyDimension): string =>
  withQuery(`/returns/${encodeURIComponent(told.period)}`, { return: named(told), by });

/** Where the records behind a figure are listed: of the whole return, or of one group of it; one page after another. */
export const recordsAddress = (told: Told, measure: string, group?: Group, after?: string): string =>
  withQuery(`/returns/${encodeURIComponent(told.period)}/records/${encodeURIComponent(measure)}`, {
    return: named(told),
    by: group?.by,
    key: group?.key,
    after,
  });

/** Where the records that keep a check from holding are listed. */
export const checkAddress = (told: Told, check: string): string =>
  withQuery(`/returns/${encodeURIComponent(told.period)}/records/check:${encodeURIComponent(check)}`, {
    return: named(told),
  });

/** The return that an address is about. */
export const returnOf = (search: URLSearchParams): ReturnKind =>
  returnKinds.find((one) => one === search.get('return')) ?? 'icv';

/** The check that such an address is about; undefined where it is about a figure. */
export const checkOf = (measure: string): string | undefined =>
  measure.startsWith('check:') ? measure.slice('check:'.length) : undefined;
