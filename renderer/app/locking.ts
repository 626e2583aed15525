import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Answer, Host, Input } from '#shared/contract.ts';
import { drafts } from './drafts.ts';
import { useHost } from './host.tsx';
import { useOnce } from './once.ts';
import { useApp } from './state.ts';

const status = ['store.status', {}];

/** How the store stands is known in one place, the answer to store.status; this writes it there. */
const stands = (queries: QueryClient, state: 'locked' | 'open') =>
  queries.setQueryData(status, (before: object | undefined) => before && { ...before, state });

/** The store was locked, by this window or another: nothing of it stays in view. */
export const locked = (queries: QueryClient): void => {
  stands(queries, 'locked');
  void queries.invalidateQueries({ queryKey: status });
};

/**
 * Saves what is typed and locks; what could not be saved stays in this window's memory and is saved on unlocking.
 * Asked again while it is at it, it does not begin anew: a second lock would fall on the person coming back.
 */
export function useLock(): () => Promise<void> {
  const host = useHost();
  const queries = useQueryClient();
  return useOnce(async () => {
    await Promise.race([drafts.flush(), new Promise((resolve) => setTimeout(resolve, 3_000))]);
    await host.call('store.lock', {});
    locked(queries);
  });
}

/** Lets the person in and gives them back the page they left; another person starts with nothing of theirs. */
export const enter = async (host: Host, queries: QueryClient): Promise<void> => {
  const session = await host.call('session.get', {});
  const { who, turn } = useApp.getState();
  const now = session.ok ? session.value : null;
  if (who && who.person.id !== now?.person.id) {
    drafts.clear();
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== status[0] });
    location.hash = '#/';
    useApp.setState({ turn: turn + 1 });
  }
  useApp.setState({ who: now });
  stands(queries, 'open');
  await queries.invalidateQueries();
  drafts.resume();
};

/** Unlocks with what was given: a passphrase, the recovery code, or nothing for the keychain. */
export function useUnlock(): (input: Input<'store.unlock'>) => Promise<Answer<'store.unlock'>> {
  const host = useHost();
  const queries = useQueryClient();
  return useMemo(
    () => async (input) => {
      const answer = await host.call('store.unlock', input);
      if (answer.ok) await enter(host, queries);
      return answer;
    },
    [host, queries],
  );
}
