import { derivedId } from '#shared/ids.ts';
import type { Conflict, ConflictValue } from '#shared/records/conflict.ts';
import { isIn, type MergeGroups, type PatchConflict } from './patch.ts';
import { type Change, idOf, type OfficeState, recordKey, storedAt, typeOf } from './state.ts';

/** What somebody wanted of a contested place, or of the places that are settled together with it. */
export type Wanted = { place: string[]; value: ConflictValue };

type Places = ConflictValue['places'];

/** What a change wanted that could not be applied, as one value for each place, or merge group. */
export const wantedOf = (
  change: Pick<Change, 'id' | 'by' | 'device' | 'at'>,
  conflicts: readonly PatchConflict[],
  groups: MergeGroups,
): Wanted[] => {
  const placed = conflicts.map(({ current: _, ...entry }) => {
    const group = groups.find((one) => one.length > 1 && isIn(one, entry.path));
    return { place: group ? (group[0] as string).split('.') : entry.path, entry };
  });
  const { id, by, device, at } = change;
  return [...Map.groupBy(placed, ({ place }) => JSON.stringify(place)).values()].map((of) => ({
    place: of[0]?.place as string[],
    value: { id, by, device, at, places: of.map(({ entry }) => entry) as Places },
  }));
};

/** One conflict for each place of a record: whoever makes it makes the same. */
const conflictKey = (state: Pick<OfficeState, 'office'>, key: string, place: readonly string[]): string =>
  recordKey('conflict', derivedId(state.office, 'conflict', `${key} ${JSON.stringify(place)}`));

/** The conflicts of a record with what is wanted now added, those that are new among them, by their keys. */
export const contest = (
  state: OfficeState,
  key: string,
  wanted: readonly Wanted[],
): Map<string, Conflict> => {
  const made = new Map<string, Conflict>();
  for (const { place, value } of wanted) {
    const at = conflictKey(state, key, place);
    const known = made.get(at) ?? (storedAt(state, at)?.document as Conflict | undefined);
    const before: Conflict = known ?? {
      id: idOf(at),
      type: typeOf(key),
      record: idOf(key),
      place,
      values: [],
      settlements: [],
    };
    const isThere = before.values.some(({ id }) => id === value.id);
    made.set(at, isThere ? before : { ...before, values: [...before.values, value] });
  }
  return made;
};
