import { useRead } from '#renderer/app/host.tsx';
import type { Keeper, KeeperMeans, Kept } from '#renderer/editing/keeper.ts';
import { useKept } from '#renderer/editing/useKept.ts';
import type { Host, Output } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { Draft } from './draft.ts';
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

export type Opening = { open: OpenDraft | null; failure: Failure | null };

const useOpening = (id: string, name: string, means: (host: Host) => KeeperMeans<Draft>): Opening => {
  const { keeper, kept, failure } = useKept(name, means);
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
