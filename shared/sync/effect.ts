import {
  isBranch,
  isList,
  type MergeGroups,
  type Patch,
  type PatchEntry,
  patchEntryOf,
  putAt,
  read,
  same,
  takenWhole,
} from './patch.ts';

type Json = PatchEntry['now'];

/**
 * What really changed in a record, for its log: so exact that `undo` gives the document before, to the last empty
 * branch and the order of every list. What is new within something new comes after an entry that makes it empty.
 */
export const effectOf = (before: unknown, after: unknown, groups: MergeGroups = []): Patch => [
  ...changes([], before as Json, after as Json, groups),
];

function* changes(path: string[], was: Json, now: Json, groups: MergeGroups): Generator<PatchEntry> {
  if (same(was, now)) return;
  const isNewItem = was === undefined && path.at(-1)?.startsWith('#') === true;
  const isWhole = takenWhole(groups, path) || now === undefined || isNewItem;
  const empty = isBranch(now) ? {} : [];
  const older = was === undefined ? empty : was;
  const isMerged = (isBranch(older) && isBranch(now)) || (isList(older) && isList(now));
  if (isWhole || !isMerged) {
    yield patchEntryOf(path, was, now);
    return;
  }
  if (was === undefined && path.length > 0) yield patchEntryOf(path, was, empty as Json);
  const inner = [...within(path, older as Json, now, groups)];
  const back = undo(
    putAt({} as Json, ['it'], now),
    inner.map((c) => ({ ...c, path: ['it', ...c.path.slice(path.length)] })),
  );
  if (same(read(back, ['it']), older)) yield* inner;
  else yield patchEntryOf(path, older as Json, now);
}

function* within(path: string[], was: Json, now: Json, groups: MergeGroups): Generator<PatchEntry> {
  const segments = (value: Json) =>
    isList(value) ? value.map(({ id }) => `#${id}`) : Object.keys(value as object);
  for (const segment of new Set([...segments(was), ...segments(now)]))
    yield* changes([...path, segment], read(was, [segment]), read(now, [segment]), groups);
}

/** A document before what changed in it. */
export const undo = <T>(document: T, effect: Patch): T =>
  effect.toReversed().reduce((later, { path, was }) => putAt(later, path, was), document);
