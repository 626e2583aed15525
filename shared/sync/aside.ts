import { diff, type MergeGroups, type Patch, type PatchEntry, read, same } from './patch.ts';

/**
 * What somebody changed, as it is sealed. Putting an item aside is taking it out: it holds for exactly what its author
 * saw in it, so it says the whole item, and what somebody else wrote in it meanwhile contests that.
 */
export const changeOf = (base: unknown, screen: unknown, groups: MergeGroups = []): Patch => {
  const patch = diff(base, screen, groups);
  const taken = patch.filter(takesOut).map(({ path }) => path.slice(0, -1));
  if (taken.length === 0) return patch;
  const isWithin = ({ path }: PatchEntry) => taken.some((item) => same(path.slice(0, item.length), item));
  return [
    ...patch.filter((c) => !isWithin(c)),
    ...taken.map((path) => ({ path, was: read(base, path), now: read(screen, path) })),
  ];
};

const isMark = ({ path }: PatchEntry): boolean =>
  path.at(-1) === 'removed' && path.at(-2)?.startsWith('#') === true;
const takesOut = (c: PatchEntry): boolean => isMark(c) && c.was === undefined && c.now !== undefined;
const bringsBack = (c: PatchEntry): boolean => isMark(c) && c.was !== undefined && c.now === undefined;

/** The path of the item on the way to a place, not the place itself, that was put aside. */
export const asideOnTheWay = (document: unknown, path: readonly string[]): string[] | undefined => {
  const at = path.findIndex(
    (segment, i) =>
      segment.startsWith('#') &&
      i < path.length - 1 &&
      path[i + 1] !== 'removed' &&
      read(document, [...path.slice(0, i + 1), 'removed']) !== undefined,
  );
  return at < 0 ? undefined : path.slice(0, at + 1);
};

/** Whether somebody writes in what another put aside, and does not bring it back by the same change. */
export const isInWhatIsAside = (document: unknown, c: PatchEntry, all: Patch): boolean => {
  const aside = same(c.was, c.now) ? undefined : asideOnTheWay(document, c.path);
  return (
    aside !== undefined &&
    !same(read(document, c.path), c.now) &&
    !all.some((one) => bringsBack(one) && same(one.path.slice(0, -1), aside))
  );
};
