import { type Patch, same } from '#shared/sync/patch.ts';
import type { Correction } from './visit.ts';

/** Whether corrections say of each of these changes just what it changes. */
export const covers = (corrections: readonly Correction[], content: Patch): boolean =>
  content.every((c) =>
    corrections.some((correction) =>
      correction.changes.some(
        (said) => same(said.path, c.path) && same(said.was, c.was) && same(said.now, c.now),
      ),
    ),
  );
