import type { Concern } from '#shared/records/concern.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import type { Shift } from '#shared/records/shift.ts';
import type { Visit } from '#shared/records/visit.ts';
import { visitRules } from '#shared/records/visit-rules.ts';
import type { Actor } from './actor.ts';
import { isInWhatIsAside } from './aside.ts';
import { contest, wantedOf } from './contest.ts';
import { withPanel } from './follow.ts';
import { mayChange } from './may-change.ts';
import { isOfPerson, type OfPerson, withPanelOfPerson } from './of-person.ts';
import {
  applyPatch,
  type Patch,
  type PatchConflict,
  type PatchEntry,
  placesOf,
  read,
  same,
} from './patch.ts';
import { isWithoutPen, penWith } from './pens.ts';
import { withPanelOfSuite } from './places.ts';
import type { RefusalReason } from './refusals.ts';
import { revive } from './revive.ts';
import { type Change, type OfficeState, recordKey, storedAt } from './state.ts';

/** How a change meets what the office holds: the record after it, what could not be applied, and the conflicts of that. */
export type Met = {
  document: { id: string };
  patch: Patch;
  conflicts: PatchConflict[];
  contested: Map<string, Conflict>;
  /** Nothing of the record itself is changed: it stands beside it for those who may. */
  isParked?: true;
};

/** How the change of somebody meets the record as it now stands; a claim that another made first is theirs. */
export const meet = (
  state: OfficeState,
  key: string,
  actor: Actor,
  change: Change,
): Met | { taken: string } | RefusalReason => {
  const current = storedAt(state, key)?.document;
  const { groups, claims = [], firstCome, rules }: RecordKind = registry[change.type];
  if (!current) {
    const { document } = applyPatch<{ id: string } | undefined>(undefined, change.patch, groups);
    if (state.recovering && !change.patch.some(({ path }) => path.length === 0)) return 'notBack';
    if (!document) return 'invalid';
    return {
      document: named(state, change, document),
      patch: change.patch,
      conflicts: [],
      contested: new Map(),
    };
  }
  const asked = placesOf(current, change.patch, groups);
  if (change.type === 'visit') {
    const met = meetReport(state, key, actor, { ...change, patch: asked }, current as Visit);
    if (met) return met;
  }
  const patch = rules ? rules.onward(current as never, asked) : asked;
  if (patch === 'movedOn') return seesCurrent(state, key, change) ? 'lifeCycle' : patch;
  const { document: alive, wanted } = revive(state, key, current, { ...change, patch });
  const { document, conflicts } = applyPatch(alive, patch, groups, (c, all) =>
    isInWhatIsAside(alive, c, all),
  );
  const claimed = conflicts.find(({ path }) => claims.includes(path[0] as string));
  if (claimed) return { taken: takenBy(read(current, claimed.path.slice(0, 1))) };
  if (firstCome && conflicts.length > 0) return 'movedOn';
  // What a pen shows besides its holder is the report's: it follows that and is nobody's word.
  if (change.type === 'pen')
    return { document: named(state, change, document), patch, conflicts: [], contested: new Map() };
  const contested = contest(state, key, [...wanted, ...wantedOf(change, conflicts, groups)]);
  return { document: named(state, change, document), patch, conflicts, contested };
};

/** Who was first: a claim is a person's id, says whose it is, or is the name of an export. */
const takenBy = (claim: unknown): string => String(read(claim, ['person']) ?? claim);

const seesCurrent = (state: OfficeState, key: string, { saw }: Change): boolean =>
  same(storedAt(state, key)?.version, saw ?? undefined);

/** A pen as its report says it, where the office has that; an open concern, and a place of the rota, with the panel of its suite; what somebody says of themselves with theirs. */
const named = (state: OfficeState, { type, record }: Change, document: { id: string }): { id: string } => {
  if (type === 'concern' && registry.concern.schema.safeParse(document).success)
    return withPanel(state, document as Concern);
  if (type === 'shift')
    return withPanelOfSuite(
      state,
      storedAt(state, recordKey(type, record))?.document as Shift,
      document as Shift,
    );
  if (isOfPerson(type)) return withPanelOfPerson(state, document as OfPerson);
  if (type !== 'pen') return document;
  const { visit } = document as Parameters<typeof penWith>[0];
  const report = storedAt(state, recordKey('visit', visit))?.document as Visit | undefined;
  return report ? penWith(document as Parameters<typeof penWith>[0], report) : document;
};

/**
 * What is written where it can only stand beside the report: in a draft whose pen another holds; in a draft that was
 * sent meanwhile; in a report that has gone out of its author's scope since they saw it. All of it is contested, the
 * report stays as it is, and what belongs to its life is not done.
 */
const meetReport = (
  state: OfficeState,
  key: string,
  actor: Actor,
  change: Change,
  current: Visit,
): Met | RefusalReason | undefined => {
  const isOutOfScope = !mayChange(actor, 'visit', current, current);
  const isLate = !seesCurrent(state, key, change) && visitRules.isForDraft(current, change.patch);
  const isPenless = isWithoutPen(state, current, actor.person);
  if (isOutOfScope && change.saw === null) return 'notAllowed';
  if (!isOutOfScope && !isLate && !isPenless) return undefined;
  const { groups } = registry.visit;
  const isSentToo = isLate && !isOutOfScope;
  const patch = isSentToo ? visitRules.onward(current, change.patch) : change.patch;
  if (patch === 'movedOn') return patch;
  const stands = (c: PatchEntry) => same(read(current, c.path), c.now) || same(c.was, c.now);
  // Whoever sent it too late still declared what they sent.
  const isDone = (c: PatchEntry) => isSentToo && c.path[0] === 'declarations';
  const { document, conflicts } = applyPatch(current, patch, groups, (c) => !stands(c) && !isDone(c));
  const said = conflicts.filter((c) => !visitRules.isLife(c));
  if (said.length === 0 && isOutOfScope) return 'notAllowed';
  if (said.length === 0 && isPenless && conflicts.length > 0) return 'penElsewhere';
  // Nobody is told what stands in a report that they may not see any more.
  const told = isOutOfScope ? conflicts.map(({ current: _, ...c }) => c) : conflicts;
  const contested = contest(state, key, wantedOf(change, said, groups));
  return { document, patch: [], conflicts: told, contested, ...(isOutOfScope && { isParked: true }) };
};
