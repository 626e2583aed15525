import type { Failure } from '#shared/errors.ts';
import { fail, type Result } from '#shared/result.ts';
import { applyPatch, type Patch } from '#shared/sync/patch.ts';

/**
 * Saves something that is kept as a whole: what was typed is put into what stands there now, so that somebody else's
 * answers to other questions stay; where both changed the same place nothing is saved, and both are shown.
 */
export const mergedWith = async <T>(
  reload: () => Promise<Result<T, Failure>>,
  patch: Patch,
  save: (merged: T) => Promise<Result<unknown, Failure>>,
): Promise<Result<unknown, Failure>> => {
  const now = await reload();
  if (!now.ok) return now;
  const { document, conflicts } = applyPatch(now.value, patch);
  return conflicts.length > 0
    ? fail({ tag: 'changedElsewhere', paths: conflicts.map(({ path }) => path.join('.')) })
    : save(document);
};
