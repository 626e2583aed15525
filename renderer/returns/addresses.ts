import type { AnyDimension } from '#shared/views.ts';

/** One group of a return: "by suite: Hereford". */
export type Group = { readonly by: AnyDimension; readonly key: string };

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

/** Where the return of a period stands. */
export const returnAddress = (period: string, by?: AnyDimension): string =>
  withQuery(`/returns/${encodeURIComponent(period)}`, { by });

/** Where the records behind a figure are listed: of the whole return, or of one group of it; one page after another. */
export const recordsAddress = (period: string, measure: string, group?: Group, after?: string): string =>
  withQuery(`/returns/${encodeURIComponent(period)}/records/${encodeURIComponent(measure)}`, {
    by: group?.by,
    key: group?.key,
    after,
  });

/** Where the records that keep a check from holding are listed. */
export const checkAddress = (period: string, check: string): string =>
  `/returns/${encodeURIComponent(period)}/records/check:${encodeURIComponent(check)}`;

/** The check that such an address is about; undefined where it is about a figure. */
export const checkOf = (measure: string): string | undefined =>
  measure.startsWith('check:') ? measure.slice('check:'.length) : undefined;
