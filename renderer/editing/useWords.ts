import { useQueryClient } from '@tanstack/react-query';
import { useRead } from '#renderer/app/host.tsx';
import type { Host } from '#shared/contract.ts';
import { ok } from '#shared/result.ts';
import type { KeeperMeans } from './keeper.ts';
import { later, prefer } from './kept.ts';
import { useKept, useLetGo } from './useKept.ts';

type Words = { words: string };

/** What words about a report, a concern, a recommendation or a place of the rota are for: they are kept, and sent, by the move they go with. */
export type WordsFor =
  | 'queried'
  | 'answered'
  | 'accepted'
  | 'update'
  | 'note'
  | 'coordinator'
  | 'returned'
  | 'addressed'
  | 'resolved'
  | 'closed'
  | 'cancelled'
  | 'missed'
  | 'withdrawn'
  | 'setAside';

const nameOf = (id: string, to: WordsFor) => `words:${to}:${id}`;

/** Words that are not sent yet lie among the person's preferences, each under its own name. */
const means =
  (key: string) =>
  (host: Host): KeeperMeans<Words> => ({
    groups: [],
    later,
    contest: (draft, conflicts) => ({ words: String(conflicts[0]?.now ?? draft.words) }),
    read: async () => {
      const kept = await host.call('preferences.get', {});
      return kept.ok ? ok({ words: String(kept.value[key] ?? '') }) : kept;
    },
    send: (_, { words }) => prefer(host, key, words || null),
  });

/** Words somebody is writing about a record; null until what they wrote before is read. */
export type WrittenWords = {
  text: string;
  write: (text: string) => void;
  /** The field is left: what waits is kept at once. */
  hurry: () => void;
  /** They were sent, so nothing is kept of them here. */
  sent: () => Promise<void>;
} | null;

/** Words about a record, kept as they are typed, so that closing loses none of them. */
export function useWords(id: string, to: WordsFor): WrittenWords {
  const name = nameOf(id, to);
  const queries = useQueryClient();
  const { keeper, kept } = useKept(name, means(name));
  const letGo = useLetGo<Words>(name, ({ words }) => words === '');
  if (!keeper || !kept) return null;
  return {
    text: kept.draft.words,
    write: (words) => keeper.change(() => ({ words }), 'soon'),
    hurry: () => keeper.hurry(),
    sent: async () => {
      keeper.change(() => ({ words: '' }), 'now');
      await keeper.flush();
      letGo();
      await queries.invalidateQueries({ queryKey: ['preferences.get'] });
    },
  };
}

/** Which of these words somebody began to write about a record and has not sent, as it was when the page opened. */
export function useBegun<T extends WordsFor>(id: string, all: readonly T[]): T | undefined {
  const kept = useRead('preferences.get', {}).data;
  return all.find((to) => Boolean(kept?.[nameOf(id, to)]));
}
