import type { Claim } from '#shared/records/claim.ts';
import {
  type Conflict,
  type ConflictValue,
  isContested,
  type Settlement,
  conflict as schema,
} from '#shared/records/conflict.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { lineObjection } from './claim-lines.ts';
import { effectOf } from './effect.ts';
import { marked } from './marked.ts';
import { applyPatch, isIn, type Patch, type PatchConflict, same } from './patch.ts';
import type { RefusalReason } from './refusals.ts';
import { type Change, type OfficeMeans, type OfficeState, recordKey, storedAt } from './state.ts';
import type { Writes } from './write.ts';

/** What settling makes: the record with what was decided, the conflict with the decision, and what did not fit. */
export type Settled = { writes: Writes; conflicts: PatchConflict[] };

/**
 * People settle what was contested: they name the values they saw and say what shall stand. It is put into the record;
 * where somebody changed that place meanwhile, or settled it before them, their decision is one more value, and the
 * conflict is open again. One unseen value keeps it open, too.
 */
export const settle = (state: OfficeState, change: Change, means: OfficeMeans): Settled | RefusalReason => {
  const before = storedAt(state, recordKey('conflict', change.record))?.document as Conflict | undefined;
  const parent = before && storedAt(state, recordKey(before.type, before.record));
  if (!before || !parent) return 'officeOnly';
  const { document: next } = applyPatch(before, change.patch);
  const parsed = schema.safeParse(next);
  if (!parsed.success) return 'invalid';
  const added = next.settlements.slice(before.settlements.length);
  if (!same({ ...next, settlements: next.settlements.slice(0, before.settlements.length) }, before))
    return 'officeOnly';
  if (added.some(({ by }) => by !== change.by)) return 'notTheirChange';
  if (!added.every((one) => isAbout(before, one))) return 'notContested';
  const decided = added.reduce<Deciding>((so, one) => decide(state, so, one, change, means), {
    conflict: before,
    document: parent.document,
    conflicts: [],
  });
  const writes: Writes = new Map([[recordKey('conflict', before.id), decided.conflict]]);
  if (!same(decided.document, parent.document))
    writes.set(recordKey(before.type, before.record), decided.document);
  return { writes, conflicts: decided.conflicts };
};

/** Whether a settlement names values there are, and says something of the contested places alone. */
const isAbout = ({ type, place, values }: Conflict, { seen, places }: Settlement): boolean => {
  const { groups } = registry[type as RecordType];
  const group = groups.find((one) => one.length > 1 && isIn(one, place));
  const wanted = values.flatMap((value) => value.places.map(({ path }) => path));
  const starts = (path: readonly string[], with_: readonly string[]) =>
    same(path.slice(0, with_.length), with_);
  return (
    seen.some((id) => values.some((value) => value.id === id)) &&
    places.every(
      ({ path }) =>
        starts(path, place) ||
        wanted.some((one) => same(one, path)) ||
        (group !== undefined && isIn(group, path)),
    )
  );
};

type Deciding = { conflict: Conflict; document: { id: string }; conflicts: PatchConflict[] };

const decide = (
  state: OfficeState,
  so: Deciding,
  settlement: Settlement,
  change: Change,
  means: OfficeMeans,
): Deciding => {
  const { type } = so.conflict;
  const kind: RecordKind = registry[type as RecordType];
  const { groups, schema, rules } = kind;
  const settlements = [...so.conflict.settlements, settlement];
  const { document, conflicts } = applyPatch(so.document, settlement.places as Patch, groups);
  const settled = corrected(type, so.document, document, settlement, means);
  const next = marked(kind, change.by, so.document, settled, []);
  const effect = () => effectOf(so.document, next, groups);
  const isAllowed = () =>
    rules?.objection(so.document as never, next as never, effect()) === undefined &&
    (type !== 'claim' || lineObjection(state, so.document as Claim, next as Claim) === undefined);
  if (conflicts.length === 0 && schema.safeParse(document).success && isAllowed())
    return { conflict: { ...so.conflict, settlements }, document: next, conflicts: so.conflicts };
  const { by, device, at } = change;
  const value: ConflictValue = { id: settlement.id, by, device, at, places: settlement.places };
  return {
    conflict: { ...so.conflict, settlements, values: [...so.conflict.values, value] },
    document: so.document,
    conflicts: [...so.conflicts, ...conflicts],
  };
};

const corrected = (
  type: string,
  before: { id: string },
  after: { id: string },
  { by, at }: Settlement,
  means: OfficeMeans,
): { id: string } => {
  const { groups, rules }: RecordKind = registry[type as RecordType];
  if (!rules?.corrected) return after;
  const said = { id: means.newId(), by, at, reason: 'Settled where two answers differed' };
  return rules.corrected(before as never, after as never, said, effectOf(before, after, groups));
};

/** Whether a change leaves its conflict for people to look at. */
export const staysOpen = ({ writes }: Settled, id: string): boolean =>
  isContested(writes.get(recordKey('conflict', id)) as Conflict);
