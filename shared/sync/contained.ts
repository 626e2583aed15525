import type { Person } from '#shared/records/person.ts';
import { registry } from '#shared/records/registry.ts';
import type { Correction } from '#shared/records/visit.ts';
import { keysHeldBy } from './access.ts';
import { undo } from './effect.ts';
import { isBranch, isList, type MergeGroups, type Patch, placesOf, read, same } from './patch.ts';
import { type Change, type OfficeState, recordKey, type Stored, storedAt } from './state.ts';

/**
 * Whether a change from before the hub was put back has come already with a record that another laptop gave back: all
 * that it wants stands there, or stood until its own author wrote something else that stands. Nothing is left of it to
 * be judged. Nobody learns by this what stands in a record that they do not see.
 */
export const hasComeAlready = (
  state: OfficeState,
  { document, keys }: Stored,
  change: Change,
  today: string,
): boolean => {
  const { type, record, saw, by, patch } = change;
  if (state.epoch === 1 || (saw && saw.epoch >= state.epoch)) return false;
  const author = storedAt(state, recordKey('person', by))?.document as Person | undefined;
  if (!author || !keysHeldBy(author, today).some((key) => keys.includes(key))) return false;
  const { groups } = registry[type];
  const later = state.coming
    .slice(state.coming.findIndex(({ id }) => id === change.id) + 1)
    .filter((one) => one.record === record && one.type === type && one.by === by);
  const form = later.reduceRight((so, one) => {
    const after = one.patch.some(({ path }) => path.length === 0)
      ? undefined
      : formWith(so, one.patch, groups);
    return after ? undo(after, one.patch) : so;
  }, document);
  return formWith(form, patch, groups) !== undefined;
};

/** The newest form of a record in which all stands that a patch wants: as it is, or before one of its corrections. */
const formWith = <T>(document: T, patch: Patch, groups: MergeGroups): T | undefined => {
  if (isContained(document, patch, groups)) return document;
  let form = document;
  for (const { changes } of (document as { corrections?: Correction[] })?.corrections?.toReversed() ?? []) {
    form = undo(form, changes as Patch);
    if (isContained(form, patch, groups)) return form;
  }
  return undefined;
};

/** Whether everything that a patch wants stands in a document, and it wants anything at all. */
export const isContained = (document: unknown, patch: Patch, groups: MergeGroups = []): boolean => {
  const wanted = placesOf(document, patch, groups).filter((c) => !same(c.was, c.now));
  return wanted.length > 0 && wanted.every((c) => stands(document, c));
};

const stands = (document: unknown, { path, was, now }: Patch[number]): boolean => {
  const current = read(document, path);
  if (same(current, now) || isOfficesMark(path)) return true;
  // What begins empty says that there is a place, and nothing of what comes into it.
  const isEmpty = was === undefined && isBranchOrList(now) && Object.keys(now).length === 0;
  return isEmpty && isBranchOrList(current);
};

const isBranchOrList = (value: unknown): value is object => isBranch(value) || isList(value);

/** Where the office says itself what stands there on receiving: from where a move was made, a correction's number. */
const isOfficesMark = ([list, item, field, ...more]: readonly string[]): boolean =>
  item?.startsWith('#') === true &&
  more.length === 0 &&
  ((list === 'events' && field === 'from') || (list === 'corrections' && field === 'number'));
