import { asideOnTheWay, isInWhatIsAside } from './aside.ts';
import type { Wanted } from './contest.ts';
import { inTheWay, type Patch, type PatchEntry, placesOf, putAt, read, same } from './patch.ts';
import type { Change, LogRow, OfficeState } from './state.ts';

/** A record in which what was taken out lives again, and what is wanted of it: that it goes, and what is written in it. */
export type Revived<T> = { document: T; wanted: Wanted[] };

/**
 * Removal against edit: where somebody writes in an item that another took out before them, the item lives until people
 * settle it. What it was is in the log, since whoever removes something says the whole of it.
 */
export const revive = <T extends { id: string }>(
  state: OfficeState,
  key: string,
  document: T,
  change: Change,
): Revived<T> => {
  const entries = placesOf(document, change.patch);
  const gone = new Map<string, string[]>();
  for (const c of entries) {
    const item = goneOnTheWay(document, c, entries);
    if (item) gone.set(item.join('/'), item);
  }
  const log = [...(state.logs.get(key) ?? []), ...state.log.filter((row) => row.key === key)].toReversed();
  return [...gone.values()].reduce<Revived<T>>(
    (so, item) => {
      const now = read(so.document, item);
      const found = removalOf(log, item, now);
      if (!found) return so;
      const { id, by, device, at } = found.row.change;
      const within = entries.filter((c) => same(c.path.slice(0, item.length), item) && !same(c.was, c.now));
      return {
        document: putAt(so.document, item, found.was),
        wanted: [
          ...so.wanted,
          {
            place: item,
            value: { id, by, device, at, places: [{ path: item, was: found.was, ...(now && { now }) }] },
          },
          {
            place: item,
            value: { id: change.id, by: change.by, device: change.device, at: change.at, places: within },
          },
        ],
      };
    },
    { document, wanted: [] },
  );
};

const goneOnTheWay = (document: unknown, c: PatchEntry, all: Patch): string[] | undefined => {
  if (same(c.was, c.now)) return undefined;
  const gone = inTheWay(document, c.path);
  if (gone?.at(-1)?.startsWith('#')) return gone;
  return isInWhatIsAside(document, c, all) ? asideOnTheWay(document, c.path) : undefined;
};

/** The last time an item was taken out or put aside, and what it was until then. */
const removalOf = (newestFirst: readonly LogRow[], item: readonly string[], aside: PatchEntry['now']) => {
  for (const row of newestFirst)
    for (const c of row.patch ?? []) {
      if (aside !== undefined) {
        if (same(c.path, [...item, 'removed']) && c.now !== undefined)
          return { row, was: putAt(aside, ['removed'], undefined) };
      } else if (same(c.path, item.slice(0, c.path.length))) {
        const rest = item.slice(c.path.length);
        const was = read(c.was, rest);
        if (was !== undefined && read(c.now, rest) === undefined) return { row, was };
      }
    }
  return undefined;
};
