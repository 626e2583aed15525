import { z } from 'zod';
import { json } from '#shared/json.ts';

/**
 * One changed place of a document: what stood there and what shall stand there. An absent key means that nothing
 * stood or shall stand there, which is not the same as null. A segment `#id` names the item of a list by its id.
 * An entry whose `was` and `now` are the same changes nothing, but says what its author saw beside what they changed.
 */
export const patchEntry = z.object({
  path: z.array(z.string().max(200)).max(20),
  was: json().optional(),
  now: json().optional(),
});
export type PatchEntry = z.infer<typeof patchEntry>;
export const patch = z.array(patchEntry).max(2_000);
export type Patch = z.infer<typeof patch>;
type Json = PatchEntry['now'];

/**
 * Fields of a type that only make sense together, as dotted paths. A group of one path is a branch that is always
 * taken whole (a column of the ladder; `*` stands for any key); a group of several is touched as one.
 */
export type MergeGroups = readonly (readonly string[])[];

/** What could not be applied: the place, what its author saw and wants, and what stands there now. */
export type PatchConflict = { path: string[]; was?: Json; now?: Json; current?: Json };

export type Branch = { [key: string]: Json };
type Item = Branch & { id: string };

export const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a value is a list of items that have ids, which are merged one by one. */
export const isList = (value: unknown): value is Item[] =>
  Array.isArray(value) && value.every((item) => isBranch(item) && typeof item.id === 'string');

/** What an object itself has under a key: every object inherits something under `__proto__`, say. */
const own = (branch: Branch, key: string): Json => (Object.hasOwn(branch, key) ? branch[key] : undefined);

/** Whether two JSON values are the same; a key that is undefined is the same as one that is absent. */
export const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isBranch(a) || !isBranch(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(own(a, key), own(b, key)));
};

const matches = (pattern: string, path: readonly string[]): boolean => {
  const parts = pattern.split('.');
  return parts.length === path.length && parts.every((part, i) => part === '*' || part === path[i]);
};

/** Whether a place is one of a merge group. */
export const isIn = (group: readonly string[], path: readonly string[]): boolean =>
  group.some((pattern) => matches(pattern, path));

/** Whether a place is a branch that is always taken whole. */
export const takenWhole = (groups: MergeGroups, path: readonly string[]): boolean =>
  groups.some((group) => group.length === 1 && matches(group[0] as string, path));

/** A change of one place; absent is not null. */
export const patchEntryOf = (path: string[], was: Json, now: Json): PatchEntry => ({
  path,
  ...(was === undefined ? {} : { was }),
  ...(now === undefined ? {} : { now }),
});

/** The change that puts a value where nothing stood: a whole record, an item of a list. */
export const putting = (path: string[], now: unknown): PatchEntry =>
  patchEntryOf(path, undefined, now as Json);

/**
 * What changed between two documents, place by place, so that two people's changes to different places can both
 * stand. Where one field of a merge group changed, its other fields come along unchanged, as what the author saw.
 */
export const diff = (was: unknown, now: unknown, groups: MergeGroups = []): Patch => {
  const changes = [...differences([], was as Json, now as Json, groups)];
  return [...changes, ...companions(changes, now, groups)];
};

function* differences(path: string[], was: Json, now: Json, groups: MergeGroups): Generator<PatchEntry> {
  if (same(was, now)) return;
  const whole = takenWhole(groups, path) || (now === undefined && path.length > 0);
  const [before = isBranch(now) ? {} : [], after = isBranch(was) ? {} : []] = [was, now];
  if (!whole && isBranch(before) && isBranch(after)) {
    if (was === undefined && Object.keys(after).length === 0) yield patchEntryOf(path, was, now);
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* differences([...path, key], own(before, key), own(after, key), groups);
  } else if (!whole && isList(before) && isList(after) && (was !== undefined || after.length > 0)) {
    const older = new Map(before.map((item) => [item.id, item]));
    const newer = new Map(after.map((item) => [item.id, item]));
    for (const id of new Set([...older.keys(), ...newer.keys()])) {
      const [old, next] = [older.get(id), newer.get(id)];
      if (old && next) yield* differences([...path, `#${id}`], old as Json, next as Json, groups);
      else yield patchEntryOf([...path, `#${id}`], old as Json, next as Json);
    }
  } else yield patchEntryOf(path, was, now);
}

const companions = (changes: Patch, document: unknown, groups: MergeGroups): Patch =>
  groups
    .filter((group) => group.length > 1 && changes.some((c) => isIn(group, c.path)))
    .flatMap((group) =>
      group
        .map((p) => p.split('.'))
        .filter((path) => !changes.some((c) => same(c.path, path)))
        .map((path) => {
          const value = read(document, path);
          return patchEntryOf(path, value, value);
        }),
    );

const withId = (list: readonly Item[], id: string): Item | undefined => list.find((item) => item?.id === id);

/** What lies at a path; undefined where nothing does. */
export const read = (document: unknown, path: readonly string[]): Json =>
  path.reduce<unknown>((value, key) => {
    if (key.startsWith('#') && Array.isArray(value)) return withId(value, key.slice(1));
    return isBranch(value) ? own(value, key) : undefined;
  }, document) as Json;

/**
 * A document with a patch applied. A place that still is what the author saw takes what they want; one that already
 * is what they want stays; any other is a conflict, together with the rest of its merge group, and stays as it is
 * until people settle it. No history is needed to decide. Neither document nor patch is altered; the document given
 * shares with both what it has of them, so none of them is to be written in.
 * @param isContested what is a conflict although there would be room for it
 */
export const applyPatch = <T>(
  document: T,
  changes: Patch,
  groups: MergeGroups = [],
  isContested: (entry: PatchEntry, all: Patch) => boolean = () => false,
): { document: T; conflicts: PatchConflict[] } => {
  const root = changes.find((c) => c.path.length === 0);
  if (root && document === undefined) return { document: root.now as T, conflicts: [] };
  const entries = placesOf(document, changes, groups);
  const refused = entries.filter((c) => !fits(document, c) || isContested(c, entries));
  const spoilt = groups.filter((group) => group.length > 1 && refused.some((c) => isIn(group, c.path)));
  const contested = (c: PatchEntry) =>
    refused.includes(c) || (!same(c.was, c.now) && spoilt.some((group) => isIn(group, c.path)));
  const next = entries
    .filter((c) => !contested(c))
    .reduce(
      (so, c) => (same(read(so, c.path), c.now) ? so : written(so, c.path, c.now)),
      (document ?? {}) as Branch,
    ) as T;
  const conflicts = entries
    .filter(contested)
    .map((c): PatchConflict => ({ ...c, ...present('current', read(document, c.path)) }));
  return { document: next, conflicts };
};

/** The entries of a patch as they meet a document: of a record or an item that is there already, place by place. */
export const placesOf = (document: unknown, changes: Patch, groups: MergeGroups = []): Patch => {
  const root = changes.find((c) => c.path.length === 0);
  return (root ? diff(root.was, root.now, groups) : changes).flatMap((c) =>
    isThereAlready(document, c)
      ? placesOf(document, [...differences(c.path, {}, c.now, groups)], groups)
      : [c],
  );
};

/**
 * An item that is added although it is there: its author's own adding came through, only the answer did not. What they
 * wrote in it since is then put in place by place.
 */
const isThereAlready = (document: unknown, { path, was, now }: PatchEntry): boolean =>
  was === undefined &&
  path.at(-1)?.startsWith('#') === true &&
  isBranch(now) &&
  isBranch(read(document, path));

const present = <K extends string>(key: K, value: Json): { [P in K]?: Json } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: Json };

const fits = (document: unknown, c: PatchEntry): boolean => {
  const current = read(document, c.path);
  return same(current, c.now) || (same(current, c.was) && inTheWay(document, c.path) === undefined);
};

/**
 * What keeps a place from being written without taking anything else away: the path on the way to it at which lies
 * something that is no branch or list, or the item of a list that is not there any more. Undefined where there is room.
 */
export const inTheWay = (document: unknown, path: readonly string[]): string[] | undefined => {
  for (let i = 0; i < path.length; i++) {
    const at = path.slice(0, i);
    const within = read(document, at);
    if (within === undefined) {
      if (path[i - 1]?.startsWith('#')) return at;
    } else if (!(path[i]?.startsWith('#') ? Array.isArray(within) : isBranch(within))) return at;
  }
  return undefined;
};

/** A document with a value at a path, whatever stood there; undefined takes away what is there. */
export const putAt = <T>(document: T, path: readonly string[], value: Json): T =>
  (path.length === 0 ? value : written((document ?? {}) as Branch, path, value)) as T;

/**
 * A branch with a value at a path, undefined taking away what is there: branches and lists on the way are made or
 * copied, and all others are shared with the branch passed in, since a long report is written word by word.
 */
const written = (branch: Branch, path: readonly string[], value: Json): Branch => {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    if (value !== undefined) return put(branch, key, structuredClone(value));
    const { [key]: _, ...others } = branch;
    return others;
  }
  const within = own(branch, key);
  if (rest[0]?.startsWith('#')) {
    const list = Array.isArray(within) ? (within as Item[]) : [];
    return put(branch, key, withItem(list, rest as [string, ...string[]], value) as Json);
  }
  return put(branch, key, written(isBranch(within) ? within : {}, rest, value) as Json);
};

/** An own property always, also for a key such as `__proto__` out of a hostile message. */
const put = (branch: Branch, key: string, value: Json): Branch =>
  Object.defineProperty({ ...branch }, key, { value, writable: true, enumerable: true, configurable: true });

/** A list out of a hostile message may hold anything; whether it may stay is for the schema to say. */
const withItem = (list: Item[], [segment, ...rest]: readonly [string, ...string[]], value: Json): Item[] => {
  const id = segment.slice(1);
  if (rest.length === 0) {
    const others = list.filter((item) => item?.id !== id);
    if (value === undefined) return others;
    const at = list.findIndex((item) => item?.id === id);
    return at < 0 ? ordered([...others, value as Item]) : ordered(list.with(at, value as Item));
  }
  // What is not there any more cannot be changed within; a conflict has been made of it before.
  return list.map((item) => (item?.id === id ? (written(item, rest, value) as Item) : item));
};

/** Lists whose items carry an order key are kept in it; others in the order in which items were added. */
const ordered = (list: Item[]): Item[] =>
  list.every((item) => typeof item?.order === 'string')
    ? list.toSorted((a, b) => ((a.order as string) < (b.order as string) ? -1 : 1))
    : list;
