import { QueryClient, QueryClientProvider, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Answer, CallName, Host, Input, Output, RecordType } from '#shared/contract.ts';
import { contract } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { saved } from './saved.ts';
import { watched } from './watched.ts';

const HostContext = createContext<Host | null>(null);

/** The record types whose change makes the answer of a read stale; undefined for what is asked anew each time. */
const staleBy = (name: CallName): readonly RecordType[] | undefined => {
  const call = contract[name];
  return 'of' in call ? call.of : undefined;
};

/**
 * Keeps answers until a record they rest on changes. Nothing here waits for a network as a browser understands it:
 * the application behind the window is on the same laptop, so an offline laptop asks as ever.
 */
const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (_, failure) => (failure as unknown as Failure).tag === 'unreachable',
        retryDelay: 2_000,
      },
    },
  });

/** Asks again whatever rests on one of the changed types. */
const forget = (queries: QueryClient, types: readonly RecordType[]): void => {
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => staleBy(queryKey[0] as CallName)?.some((t) => types.includes(t)) ?? false,
  });
};

/** Asks again how sync stands, what waits for it and what it did. */
const forgetSync = (queries: QueryClient): void => {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('sync.') });
};

/** Gives the application behind the window to every component below, and keeps their answers fresh. */
export function HostProvider({ host, children }: { host: Host; children: ReactNode }): ReactNode {
  const [queries] = useState(makeQueries);
  const careful = useMemo(
    () => watched(host, () => void queries.invalidateQueries({ queryKey: ['store.status'] })),
    [host, queries],
  );
  useEffect(
    () =>
      host.listen((event) => {
        if (event.kind === 'changed') forget(queries, event.types);
        // What was written waits to be sent, so that where sync stands has changed with it.
        if (event.kind === 'changed' || event.kind === 'sync') forgetSync(queries);
      }),
    [host, queries],
  );
  return (
    <HostContext value={careful}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </HostContext>
  );
}

export const useHost = (): Host => {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost outside HostProvider');
  return host;
};

/** What a read answers: `data` once it is there, `error` with the failure to show in a `Failed`. */
export type Reading<N extends CallName> = UseQueryResult<Output<N>, Failure>;

/**
 * Asks and keeps asking: the answer is refreshed when a record it rests on changes. While a new input is answered,
 * `data` is empty unless the caller wants the old answer meanwhile (`keep`, for lists that turn a page).
 */
export function useRead<N extends CallName>(
  name: N,
  input: Input<N>,
  { wanted = true, keep = false }: { wanted?: boolean; keep?: boolean } = {},
): Reading<N> {
  const host = useHost();
  return useQuery<Output<N>, Failure>({
    queryKey: [name, input],
    queryFn: async () => {
      const answer = await host.call(name, input);
      if (!answer.ok) throw answer.error;
      return answer.value;
    },
    enabled: wanted,
    staleTime: staleBy(name) ? Number.POSITIVE_INFINITY : 0,
    ...(keep && { placeholderData: (before: Output<N> | undefined) => before as never }),
  });
}

/** A call that does something when asked to, whether it is under way, and what went wrong the last time. */
export type Writing<N extends CallName> = {
  run(input: Input<N>): Promise<Answer<N>>;
  busy: boolean;
  failure: Failure | null;
};

export function useWrite<N extends CallName>(name: N): Writing<N> {
  const host = useHost();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(
    async (input: Input<N>): Promise<Answer<N>> => {
      setBusy(true);
      setFailure(null);
      const answer = await host.call(name, input);
      setBusy(false);
      if (!answer.ok) setFailure(answer.error);
      else saved.heard(answer.value);
      return answer;
    },
    [host, name],
  );
  return { run, busy, failure };
}
