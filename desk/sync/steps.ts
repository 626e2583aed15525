import { readIdentity } from '#db/identity.ts';
import type { Writer } from '#db/sql.ts';
import { reincarnate, toOffer } from '#db/sync/again.ts';
import { digests, repair } from '#db/sync/compare.ts';
import { fileSteps } from '#db/sync/files.ts';
import { writeLog } from '#db/sync/log.ts';
import { readMembership, remember } from '#db/sync/membership.ts';
import { apply } from '#db/sync/pull.ts';
import { answered, counts, toPush } from '#db/sync/push.ts';
import { wipe } from '#db/sync/removal.ts';
import { sealedRest } from '#db/sync/rest.ts';
import type { Sources } from '#shared/ids.ts';
import type { SyncStore } from './port.ts';

/** The steps of sync over a store, each done when it returns: the worker that writes carries them out as its jobs. */
export type SyncSteps = {
  [N in keyof SyncStore]: (...input: Parameters<SyncStore[N]>) => Awaited<ReturnType<SyncStore[N]>>;
};

export const syncSteps = (w: Writer, sources: Sources): SyncSteps => ({
  membership: () => readMembership(w) ?? null,
  remember: (changed) => remember(w, changed),
  number: () => readIdentity(w).number,
  toPush: (after) => toPush(w, sources, after),
  answered: (answers, at, head) => {
    answered(w, answers, at, head);
    wipe(w);
  },
  apply: (stream, page, agreed) => {
    const done = apply(w, sources, stream, page, agreed);
    wipe(w);
    return done;
  },
  digests: (stream) => digests(w, stream),
  repair: (_, key, type, page, first) => {
    const repaired = repair(w, sources, { key, type }, page, first);
    wipe(w);
    return repaired;
  },
  toOffer: (head, after) => toOffer(w, head, after),
  reincarnate: (device, key, token) => reincarnate(w, device, key, token),
  sealedRest: (withFiles) => sealedRest(w, withFiles),
  log: (entry) => writeLog(w, entry),
  counts: () => counts(w),
  ...fileSteps(w),
});
