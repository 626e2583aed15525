import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Input } from '#shared/contract.ts';
import { useHost, useRead } from './host.tsx';

const queryKey = ['preferences.get', {}];
type Json = Input<'preferences.set'>['value'];

/** How many choices were made in this window: one that another followed is not the last word. */
let made = 0;

/**
 * A choice of this person's (columns, text size), kept in their store. It takes effect at once and is saved behind;
 * a choice that could not be saved is simply asked for again next time.
 */
export function usePreference<T extends Json>(key: string, otherwise: T): [T, (value: T) => void] {
  const host = useHost();
  const queries = useQueryClient();
  const { data } = useRead('preferences.get', {});
  const set = useCallback(
    (value: T) => {
      const now = (before: object | undefined) => ({ ...before, [key]: value });
      made += 1;
      const own = made;
      // An answer that is under way may be older than the choice, and so may one be that is asked for before the next is kept.
      void queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, now);
      void host.call('preferences.set', { key, value }).then(() => {
        if (own === made) void queries.invalidateQueries({ queryKey });
      });
    },
    [host, queries, key],
  );
  return [(data?.[key] as T | null | undefined) ?? otherwise, set];
}
