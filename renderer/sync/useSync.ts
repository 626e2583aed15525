import { type Reading, useRead } from '#renderer/app/host.tsx';
import type { SyncStatus } from '#shared/sync/views.ts';

/** Where sync stands; asked again whenever the application says that it has changed. */
export const useSyncStatus = (): Reading<'sync.status'> => useRead('sync.status', {});

/** Whether anything is ever sent from here: a store that is its own office receives at once. */
export const isSent = (status: SyncStatus | undefined): status is SyncStatus =>
  status !== undefined && status.mode !== 'alone';

/** What waits, by the record it belongs to. */
export const useWaiting = (wanted = true): Reading<'sync.waiting'> => useRead('sync.waiting', {}, { wanted });
