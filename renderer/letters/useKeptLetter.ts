import { useQueryClient } from '@tanstack/react-query';
import { drafts } from '#renderer/app/drafts.ts';
import type { KeeperMeans } from '#renderer/editing/keeper.ts';
import { later, prefer } from '#renderer/editing/kept.ts';
import { useKept } from '#renderer/editing/useKept.ts';
import type { Host } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';

/** A letter that is not issued yet lies among the person's preferences. */
const means =
  <D>(name: string, begun: () => D) =>
  (host: Host): KeeperMeans<D> => ({
    groups: [],
    later,
    contest: (draft) => draft,
    read: async () => {
      const kept = await host.call('preferences.get', {});
      if (!kept.ok) return kept;
      return ok((kept.value[name] as D | null | undefined) ?? begun());
    },
    send: (_, draft) => prefer(host, name, draft),
  });

export type KeptLetter<D> = {
  draft: D;
  change: (change: Partial<D>) => void;
  /** It is issued or given up, so that nothing is kept of it here. */
  done: () => Promise<void>;
};

/** The letter that is being written about something, kept as it is typed; null until it is read. */
export function useKeptLetter<D extends object>(about: string, begun: () => D): KeptLetter<D> | null {
  const name = `letter:${about}`;
  const queries = useQueryClient();
  const { keeper, kept } = useKept(name, means(name, begun));
  if (!keeper || !kept) return null;
  return {
    draft: kept.draft,
    change: (change) => keeper.change((draft) => ({ ...draft, ...change }), 'soon'),
    done: async () => {
      keeper.change(begun, 'now');
      await keeper.flush();
      drafts.close(name);
      await queries.invalidateQueries({ queryKey: ['preferences.get'] });
    },
  };
}
