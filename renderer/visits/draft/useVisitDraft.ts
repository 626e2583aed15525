import { useEffect, useState, useSyncExternalStore } from 'react';
import { drafts } from '#renderer/app/drafts.ts';
import { useHost, useRead } from '#renderer/app/host.tsx';
import { saved } from '#renderer/app/saved.ts';
import type { Host, Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { Draft } from './draft.ts';
import { Keeper, type KeeperMeans, type Kept } from './keeper.ts';
import { correctionMeans, reportMeans } from './means.ts';

export type DraftKeeper = Keeper<Draft>;

/** A draft that is open: itself, the form and the names it needs, and who keeps it. */
export type OpenDraft = {
  id: string;
  keeper: DraftKeeper;
  kept: Kept<Draft>;
  report: Output<'visits.get'>;
  settings: Setting;
};

/** A keeper that tells the status strip how it stands and hears when records change. */
const connected = (host: Host, name: string, base: Draft, means: KeeperMeans<Draft>): DraftKeeper => {
  const keeper = new Keeper(base, means);
  keeper.listen(() => {
    const { saved: all, at, failure } = keeper.get();
    if (at) saved.heard({ savedAt: at });
    if (all) saved.done(name);
    else saved.waiting(name, failure);
  });
  const deaf = host.listen((event) => {
    if (event.kind === 'changed' && event.types.includes('visit')) keeper.refresh();
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

function useDraft(name: string, means: (host: Host) => KeeperMeans<Draft>) {
  const host = useHost();
  const [keeper, setKeeper] = useState(() => drafts.find<DraftKeeper>(name));
  const [failure, setFailure] = useState<Failure | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says which means
  useEffect(() => {
    if (keeper) return;
    let gone = false;
    const own = means(host);
    void own.read().then((draft) => {
      if (gone) return;
      if (draft.ok) setKeeper(drafts.open(name, () => connected(host, name, draft.value, own)));
      else setFailure(draft.error);
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
function useFlushOnLeaving(keeper: DraftKeeper | undefined): void {
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

export type Opening = { open: OpenDraft | null; failure: Failure | null };

const useOpening = (id: string, name: string, means: (host: Host) => KeeperMeans<Draft>): Opening => {
  const { keeper, kept, failure } = useDraft(name, means);
  const report = useRead('visits.get', { id });
  const settings = useRead('settings.get', {});
  const open =
    keeper && kept && report.data && settings.data
      ? { id, keeper, kept, report: report.data, settings: settings.data }
      : null;
  return { open, failure: failure ?? report.error ?? settings.error };
};

/** The draft report of that id: kept in memory, saved at every change. */
export const useVisitDraft = (id: string): Opening =>
  useOpening(id, `visit:${id}`, (host) => reportMeans(host, id));

/** The correction that is being written for a received report. */
export const useCorrection = (id: string): Opening =>
  useOpening(id, correctionName(id), (host) => correctionMeans(host, id));

export const correctionName = (id: string): string => `correction:${id}`;
