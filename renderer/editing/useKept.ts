import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { useHost } from '#renderer/app/host.tsx';
import { saved } from '#renderer/app/saved.ts';
import type { Host, RecordType } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { Keeper, type KeeperMeans, type Kept } from './keeper.ts';

export type Keeping<D> = {
  keeper: Keeper<D> | undefined;
  kept: Kept<D> | undefined;
  failure: Failure | null;
};

/** What is kept here as it is worked on, and may be changed elsewhere meanwhile. */
const worked: readonly RecordType[] = ['visit', 'recordCheck', 'availability'];

/** A keeper that tells the status strip how it stands and hears when records change. */
const connected = <D>(host: Host, name: string, base: D, means: KeeperMeans<D>): Keeper<D> => {
  const keeper = new Keeper(base, means);
  keeper.listen(() => {
    const { saved: all, at, failure } = keeper.get();
    if (at) saved.heard({ savedAt: at });
    if (all) saved.done(name);
    else saved.waiting(name, failure);
  });
  const deaf = host.listen((event) => {
    if (event.kind === 'changed' && event.types.some((type) => worked.includes(type))) keeper.refresh();
  });
  const stop = keeper.stop.bind(keeper);
  keeper.stop = () => {
    deaf();
    stop();
    saved.done(name);
  };
  return keeper;
};

const never = () => () => {};

/** What is known of a name: its keeper once the store was read, or why it could not be. */
type Found<D> = { name: string; keeper: Keeper<D> | undefined; failure: Failure | null };

const find = <D>(name: string): Found<D> => ({ name, keeper: drafts.find(name), failure: null });

/**
 * What is kept under a name while it is worked on: in memory as it is typed, in the store as soon as may be. Another name
 * is something else, which is read in turn; what was kept under the one before is sent and stays.
 */
export function useKept<D>(name: string, means: (host: Host) => KeeperMeans<D>): Keeping<D> {
  const host = useHost();
  const [found, setFound] = useState(() => find<D>(name));
  const now = found.name === name ? found : find<D>(name);
  if (now !== found) setFound(now);
  const { keeper, failure } = now;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says which means
  useEffect(() => {
    const own = means(host);
    if (keeper) {
      // What was let go of while its page was away, as behind the lock, is held again as it was.
      const held = drafts.open(name, () => connected(host, name, keeper.get().draft, own));
      if (held !== keeper) setFound({ name, keeper: held, failure: null });
      return;
    }
    let gone = false;
    void own.read().then((draft) => {
      if (gone) return;
      if (!draft.ok) return setFound({ name, keeper: undefined, failure: draft.error });
      const opened = drafts.open(name, () => connected(host, name, draft.value, own));
      setFound({ name, keeper: opened, failure: null });
    });
    return () => {
      gone = true;
    };
  }, [host, name, keeper]);
  const kept = useSyncExternalStore(keeper?.listen ?? never, () => keeper?.get());
  useFlushOnLeaving(keeper);
  return { keeper, kept, failure };
}

/** A window that is closed or put away sends what it holds; a page that is left lets go at once. */
function useFlushOnLeaving<D>(keeper: Keeper<D> | undefined): void {
  useEffect(() => {
    const flush = () => void keeper?.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [keeper]);
}

/**
 * What to call once what was kept is sent: its keeper is then let go. Not while its form stands, for somebody may type on
 * in it, and that is to be kept as well; it goes with the form, and stays where something was typed since.
 */
export function useLetGo<D>(name: string, isEmpty: (draft: D) => boolean): () => void {
  const sent = useRef<string>(undefined);
  const shown = useRef<string>(undefined);
  const letGo = () => {
    const kept = drafts.find<Keeper<D>>(name)?.get();
    if (kept?.saved && isEmpty(kept.draft)) drafts.close(name);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another name is another form
  useEffect(() => {
    shown.current = name;
    return () => {
      shown.current = undefined;
      if (sent.current === name) letGo();
    };
  }, [name]);
  return () => {
    sent.current = name;
    if (shown.current !== name) letGo();
  };
}
