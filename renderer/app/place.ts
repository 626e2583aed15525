import { useSyncExternalStore } from 'react';

/**
 * Where one is, kept behind the `#` of the address together with its query (`#/visits?show=unfinished`), so that plain
 * links work, a window can be reloaded from any host, and a filter is part of the place. The router's own hash hook
 * puts the query before the `#`, where links do not reach it.
 */
const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** Path and query of an address after `#`. */
export const split = (hash: string): { path: string; search: string } => {
  const [path = '', ...search] = hash.replace(/^#?\/?/, '').split('?');
  return { path: `/${path}`, search: search.join('?') };
};

const path = () => split(location.hash).path;
const search = () => split(location.hash).search;

/** Goes to a place such as `/visits?show=unfinished`. */
export const go = (to: string, { replace = false }: { replace?: boolean } = {}): void => {
  const oldURL = location.href;
  history[replace ? 'replaceState' : 'pushState'](null, '', `#${to}`);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }));
};

/** Says later whether one is still where one is now: whoever went on meanwhile is not fetched back. */
export const here = (): (() => boolean) => {
  const { hash } = location;
  return () => location.hash === hash;
};

/** The way on from here once something is done that takes a while; it leads nowhere once one has gone elsewhere. */
export const onward = (): typeof go => {
  const stays = here();
  return (to, options) => {
    if (stays()) go(to, options);
  };
};

/** The router's location hook. */
export const usePlace = (): [string, typeof go] => [useSyncExternalStore(subscribe, path), go];
usePlace.searchHook = (): string => useSyncExternalStore(subscribe, search);
usePlace.hrefs = (to: string): string => `#${to}`;
