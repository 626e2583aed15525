import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { applyPatch, diff, type Patch, type PatchEntry, read, same } from '#shared/sync/patch.ts';

const groupsOf = (type: RecordType) => registry[type].groups;

type Branch = Record<string, unknown>;
const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a value at a place, whatever stands there now: the patch says of itself that it saw just that. */
const forced = <T>(document: T, path: string[], now: PatchEntry['now']): T => {
  const was = read(document, path);
  if (same(was, now)) return document;
  return applyPatch(document, [
    { path, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) },
  ]).document;
};

/**
 * The first part of a path that has to be put back before anything can be written behind it: an item that is gone from
 * its list, or a value that stands where a branch stood.
 */
const blocked = (document: unknown, path: readonly string[]): string[] | undefined => {
  for (let length = 1; length < path.length; length += 1) {
    const part = path.slice(0, length);
    const there = read(document, part);
    const wanted = path[length]?.startsWith('#') ? Array.isArray(there) : isBranch(there);
    const isItem = part.at(-1)?.startsWith('#');
    if (!wanted && (there !== undefined || isItem)) return part;
  }
  return undefined;
};

/** Whatever is in the way of a place is put back as `source` has it. */
const withRoom = <T>(document: T, path: readonly string[], source: unknown): T => {
  const part = blocked(document, path);
  return part ? forced(document, part, read(source, part)) : document;
};

/** A patch place by place: that of a whole record is taken apart. */
const entriesOf = (type: RecordType, patch: Patch): Patch => {
  const root = patch.find((c) => c.path.length === 0);
  return root ? diff(root.was, root.now, groupsOf(type)) : patch;
};

/**
 * A document with what its author typed on top, whatever it says by now: on their own screen people read their own
 * words until the office has answered.
 * @param screen the document as the author had it: what has gone from under their words is put back from it
 */
export const overlaid = <T>(type: RecordType, below: T | undefined, patch: Patch, screen: T): T => {
  if (below === undefined) return screen;
  return entriesOf(type, patch)
    .filter((c) => !same(c.was, c.now))
    .reduce((so, c) => forced(withRoom(so, c.path, screen), c.path, c.now), below);
};

/**
 * The same words on a newer document of the office: the new screen, and what it is to be compared with when it is
 * sent. Where its author wrote, or relied on what stood there, that is what they really saw, so that the office can
 * tell a contested place from one that only they changed.
 */
export const rebased = <T>(
  type: RecordType,
  below: T,
  { base, screen }: { base: T; screen: T },
): { base: T; screen: T } => {
  const patch = diff(base, screen, groupsOf(type));
  const seen = patch.reduce((so, c) => forced(withRoom(so, c.path, base), c.path, c.was), below);
  const next = patch.reduce((so, c) => forced(withRoom(so, c.path, screen), c.path, c.now), seen);
  return { base: seen, screen: next };
};
