import { useQueryClient } from '@tanstack/react-query';
import { drafts } from '#renderer/app/drafts.ts';
import type { KeeperMeans } from '#renderer/editing/keeper.ts';
import { later, prefer } from '#renderer/editing/kept.ts';
import { newRecordId } from '#renderer/editing/newRecordId.ts';
import { useKept } from '#renderer/editing/useKept.ts';
import type { Host } from '#shared/contract.ts';
import type { escalatedTo } from '#shared/records/concern.ts';
import { ok } from '#shared/result.ts';

/** A letter while it is written: what it is to be, its words once there are any, and what is said to be no name. */
export type LetterDraft = {
  id: string;
  about: string[];
  template: string;
  /** Null until somebody chooses. */
  addressee: (typeof escalatedTo)[number] | null;
  /** How they are addressed, as typed; null until somebody types it. */
  to: string | null;
  /** As typed; blank for the day that is worked out. */
  due: string;
  words: { subject: string; body: string; due: string } | null;
  notNames: string[];
};

const nameOf = (concern: string) => `letter:${concern}`;

const begun = (concern: string): LetterDraft => ({
  id: newRecordId(),
  about: [concern],
  template: '',
  addressee: null,
  to: null,
  due: '',
  words: null,
  notNames: [],
});

/** A letter that is not issued yet lies among the person's preferences. */
const means =
  (concern: string) =>
  (host: Host): KeeperMeans<LetterDraft> => ({
    groups: [],
    later,
    contest: (draft) => draft,
    read: async () => {
      const kept = await host.call('preferences.get', {});
      if (!kept.ok) return kept;
      return ok((kept.value[nameOf(concern)] as LetterDraft | null | undefined) ?? begun(concern));
    },
    send: (_, draft) => prefer(host, nameOf(concern), draft),
  });

export type OpenLetter = {
  draft: LetterDraft;
  change: (change: Partial<LetterDraft>) => void;
  /** It is issued or given up, so that nothing is kept of it here. */
  done: () => Promise<void>;
};

/** The letter that is being written about a concern, kept as it is typed; null until it is read. */
export function useLetterDraft(concern: string): OpenLetter | null {
  const name = nameOf(concern);
  const queries = useQueryClient();
  const { keeper, kept } = useKept(name, means(concern));
  if (!keeper || !kept) return null;
  return {
    draft: kept.draft,
    change: (change) => keeper.change((draft) => ({ ...draft, ...change }), 'soon'),
    done: async () => {
      keeper.change(() => begun(concern), 'now');
      await keeper.flush();
      drafts.close(name);
      await queries.invalidateQueries({ queryKey: ['preferences.get'] });
    },
  };
}
