import type { Correction } from '#shared/records/visit.ts';
import { applyPatch, type Patch, read, same } from '#shared/sync/patch.ts';
import type { Columns, ImportRow } from './importer.ts';

type Corrected = { corrections?: readonly Correction[] };

/** Corrections made by an import carry the name of its file. */
const byImport = (correction: Correction): boolean => typeof correction.file === 'string';

type Change = { readonly was: unknown; readonly now: unknown };

/**
 * What a correction changed at a place; undefined where nothing. A ladder is corrected as a whole, so a correction
 * may speak of a place and leave it as it was.
 */
const changeAt = (correction: Correction, path: readonly string[]): Change | undefined => {
  const spoken = correction.changes.find((c) => c.path.every((segment, i) => segment === path[i]));
  if (!spoken) return undefined;
  const rest = path.slice(spoken.path.length);
  const change = { was: read(spoken.was, rest), now: read(spoken.now, rest) };
  return same(change.was, change.now) ? undefined : change;
};

/**
 * What the files imported so far last said stands at a place: what the newest import that corrected it put there,
 * else what stood there before anybody corrected it.
 */
const lastImported = (existing: Corrected, path: readonly string[]): unknown => {
  const corrections = existing.corrections ?? [];
  const byFile = corrections.findLast((c) => byImport(c) && changeAt(c, path));
  if (byFile) return changeAt(byFile, path)?.now;
  const first = corrections.find((c) => changeAt(c, path));
  return first ? changeAt(first, path)?.was : read(existing, path);
};

/**
 * A record as it stands with what a row says in it: only the places that columns of the file decide, and of these
 * only what differs from what files said before. Importing the same file again therefore changes nothing, also
 * where people have corrected the record since. Gives back `existing` itself where nothing is new.
 */
export const onto = <T extends object>(existing: T, fresh: T, row: ImportRow, columns: Columns): T => {
  const changes: Patch = [];
  for (const name in columns) {
    if (row[name] === undefined) continue;
    for (const path of columns[name]?.fills ?? []) {
      const now = read(fresh, path);
      const was = read(existing, path);
      if (same(now, was) || same(now, lastImported(existing, path))) continue;
      changes.push({
        path: [...path],
        ...(was === undefined ? {} : { was }),
        ...(now === undefined ? {} : { now }),
      });
    }
  }
  return changes.length === 0 ? existing : applyPatch(existing, changes).document;
};
