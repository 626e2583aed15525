import { asideOnTheWay, changeOf, isInWhatIsAside } from './aside.ts';
import {
  applyPatch,
  inTheWay,
  isIn,
  isList,
  type MergeGroups,
  type Patch,
  type PatchEntry,
  placesOf,
  putAt,
  read,
  same,
} from './patch.ts';

/**
 * What somebody wrote on top of `base`, put on top of a newer document of the office. On screen all their words stay.
 * The new base is the office's document, except where the office changed what they had changed: there it keeps what its
 * author really saw. So `changeOf` the two gives the same change as before, and what is contested is a conflict at the
 * office and never a silent overwrite.
 */
export const rebase = <T>(
  base: T | undefined,
  screen: T,
  below: T | undefined,
  groups: MergeGroups = [],
): { base: T | undefined; document: T } => {
  if (below === undefined) return { base: undefined, document: screen };
  if (base === undefined) return rebase({} as T, screen, below, groups);
  const patch = placesOf(below, changeOf(base, screen, groups), groups);
  const { document, conflicts } = applyPatch(below, patch, groups, (c, all) =>
    isInWhatIsAside(below, c, all),
  );
  const spoilt = groups.filter((group) => group.length > 1 && conflicts.some((c) => isIn(group, c.path)));
  const isContested = ({ path }: PatchEntry) =>
    conflicts.some((c) => same(c.path, path)) || spoilt.some((group) => isIn(group, path));
  return patch.filter(isContested).reduce(
    (so, c) => {
      const gone = listOf(
        so.document,
        inTheWay(so.document, c.path) ?? inTheWay(so.base, c.path) ?? asideOnTheWay(so.base, c.path),
      );
      return gone
        ? {
            base: putAt(so.base, gone, read(base, gone)),
            document: putAt(so.document, gone, read(screen, gone)),
          }
        : { base: putAt(so.base, c.path, c.was), document: putAt(so.document, c.path, c.now) };
    },
    { base: below, document },
  );
};

/**
 * A document of the office with changes on top that it has not answered yet, as their author sees it: every word they
 * wrote, where there is room for it. What somebody else wrote in since is not taken out.
 */
export const overlay = <T>(below: T | undefined, patch: Patch, groups: MergeGroups = []): T | undefined => {
  const { document } = applyPatch<T | undefined>(below, patch, groups);
  return placesOf(below, patch, groups).reduce(
    (so, { path, was, now }) =>
      now === undefined || same(was, now) || isPutAside(now) || inTheWay(so, path)
        ? so
        : putAt(so, path, now),
    document,
  );
};

/** Where a list became something else, the whole of it is in the way, and not only the item that was in it. */
const listOf = (document: unknown, gone: string[] | undefined): string[] | undefined => {
  if (!gone?.at(-1)?.startsWith('#')) return gone;
  const list = read(document, gone.slice(0, -1));
  return list === undefined || isList(list) ? gone : gone.slice(0, -1);
};

const isPutAside = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'removed' in value && value.removed !== undefined;
