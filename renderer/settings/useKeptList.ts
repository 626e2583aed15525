import type { KeeperMeans } from '#renderer/editing/keeper.ts';
import { later, prefer } from '#renderer/editing/kept.ts';
import { useKept } from '#renderer/editing/useKept.ts';
import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { ok } from '#shared/result.ts';

/** A file of bank holidays as it was chosen. */
export type ChosenList = { name: string; text: string };
type Choice = { list: ChosenList | null };

const name = 'newer holidays';

const means = (host: Host): KeeperMeans<Choice> => ({
  groups: [],
  later,
  contest: (draft) => draft,
  read: async () => {
    const kept = await host.call('preferences.get', {});
    return kept.ok ? ok({ list: (kept.value[name] as ChosenList | undefined) ?? null }) : kept;
  },
  send: (_, { list }) => prefer(host, name, list),
});

type KeptList = {
  /** Null where none is chosen; undefined until it is known. */
  list: ChosenList | null | undefined;
  /** Another is chosen, or it is taken for the office or left. */
  choose: (list: ChosenList | null) => void;
  failure: Failure | null;
};

/** The newer list that somebody looks at and has not taken yet, kept like what is typed in a form. */
export const useKeptList = (): KeptList => {
  const { keeper, kept, failure } = useKept(name, means);
  return {
    list: kept?.draft.list,
    choose: (list) => keeper?.change(() => ({ list }), 'now'),
    failure,
  };
};
