import { derivedId } from '#shared/ids.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Pen } from '#shared/records/pen.ts';
import { isKnownType } from '#shared/records/types.ts';
import { isInWhatIsAside } from './aside.ts';
import { namedInLines, placesSettled } from './claim-lines.ts';
import { namedInDisposal } from './disposals.ts';
import { markKey, touchesMark } from './marks.ts';
import { asksMerged } from './merges.ts';
import { askedFor, concernsAbout, wantedVisits } from './needed-concerns.ts';
import { askForPlaces } from './needed-places.ts';
import { wholesOf } from './of-gone.ts';
import { isOfPerson, peopleOf } from './of-person.ts';
import { inTheWay, type Patch, read } from './patch.ts';
import { type Arrival, type Change, type OfficeState, recordKey, storedAt } from './state.ts';

/** What has to be loaded into a state before it can decide: see the maps of `OfficeState` of the same names. */
export type Needed = {
  records: string[];
  answered: string[];
  conflictsOf: string[];
  concernsOf: string[];
  placesIn: string[];
  interestsOf: string[];
  waiting: string[];
  numbers: string[];
  logs: string[];
  allPeople: boolean;
};

export const penKey = (
  { office, penKeys }: Pick<OfficeState, 'office' | 'penKeys'>,
  visit: string,
): string => {
  const known = penKeys.get(visit);
  if (known !== undefined) return known;
  const key = recordKey('pen', derivedId(office, 'pen', visit));
  penKeys.set(visit, key);
  return key;
};

/**
 * What is still to be loaded for changes to be decided; nothing where it is undefined. What a change touches shows step
 * by step, a conflict's record only when the conflict is there, so this is asked again after each loading. Of `records`
 * null is put where there is none, of the other maps an empty list or null.
 */
export const neededBy = (state: OfficeState, arrivals: readonly Arrival[]): Needed | undefined => {
  const [records, answered, conflictsOf] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [waiting, numbers, logs] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const concernsOf = new Set<string>();
  const [placesIn, interestsOf] = [new Set<string>(), new Set<string>()];
  let allPeople = false;
  const record = (key: string) => {
    if (!state.records.has(key)) records.add(key);
    return storedAt(state, key);
  };
  const withConflicts = (key: string) => {
    if (!record(key)) return;
    const known = state.conflictsOf.get(key);
    if (known) for (const one of known) record(one);
    else conflictsOf.add(key);
  };
  const visit = (id: string) => {
    withConflicts(recordKey('visit', id));
    withConflicts(penKey(state, id));
  };
  const coming = withWaiting(state, arrivals);
  for (const { sender, change } of coming) {
    for (const id of [change.id, change.after]) if (id && !state.answered.has(id)) answered.add(id);
    if (!sender.alone) {
      record(recordKey('person', change.by));
      record(recordKey('person', sender.person));
      if (!state.waiting.has(change.id)) waiting.add(change.id);
      if (!state.numbers.has(change.device)) numbers.add(change.device);
    }
    if (!isKnownType(change.type)) continue;
    const key = recordKey(change.type, change.record);
    const current = record(key);
    if (change.type !== 'conflict') withConflicts(key);
    if (change.type === 'visit') visit(change.record);
    const penOf = change.type === 'pen' && visitOfPen(current?.document as Pen | undefined, change);
    if (penOf) visit(penOf);
    if (change.type === 'conflict' && current) {
      const contested = current.document as Conflict;
      withConflicts(recordKey(contested.type, contested.record));
      if (contested.type === 'visit') visit(contested.record);
      if (contested.type === 'caseFile') record(markKey(contested.record));
      if (contested.type === 'claim')
        namedInLines(record(recordKey('claim', contested.record))?.document, placesSettled(change.patch)).map(
          record,
        );
    }
    if (change.type === 'concern')
      suitesOf(current?.document, change).map((id) => record(recordKey('suite', id)));
    if (isOfPerson(change.type))
      peopleOf(current?.document, change.patch).map((id) => record(recordKey('person', id)));
    if (change.type === 'claim') namedInLines(current?.document, change.patch).map(record);
    wholesOf(change).map(record);
    if (change.type === 'caseFile' && touchesMark(current?.document, change.patch))
      record(markKey(change.record));
    if (change.type === 'disposal') namedInDisposal(current?.document, change.patch).map(record);
    if (change.type === 'contact') asksMerged(change.patch, record);
    if (change.type === 'suite' && current && movesPanel(change)) {
      const known = state.concernsOf.get(change.record);
      if (known) known.map(withConflicts);
      else concernsOf.add(change.record);
    }
    if (change.type === 'person' && change.patch[0]?.path.length !== 0 && !state.allPeople) allPeople = true;
    if (current && !state.logs.has(key) && entersWhatIsGone(current.document, change.patch)) logs.add(key);
  }
  askForPlaces(
    state,
    coming.map(({ change }) => change),
    {
      record,
      placesIn: (week) => !state.placesIn.has(week) && placesIn.add(week),
      interestsOf: (person) => !state.interestsOf.has(person) && interestsOf.add(person),
    },
  );
  // What reports raise can be said only once they and their forms are there.
  if (records.size === 0)
    for (const visit of wantedVisits(
      state,
      coming.map(({ change }) => change),
    )) {
      const isThere = askedFor(state, visit).map(record).length > 0 && records.size === 0;
      if (isThere) concernsAbout(state, visit).map(withConflicts);
    }
  const all = { records, answered, conflictsOf, concernsOf, placesIn, interestsOf, waiting, numbers, logs };
  if (!allPeople && Object.values(all).every((set) => set.size === 0)) return undefined;
  const lists = Object.entries(all).map(([name, set]) => [name, [...set]]);
  return { ...(Object.fromEntries(lists) as Omit<Needed, 'allPeople'>), allPeople };
};

/** The changes themselves and all held ones that wait for them, one after the other. */
const withWaiting = (state: OfficeState, arrivals: readonly Arrival[]): Arrival[] => {
  const all = [...arrivals];
  const known = new Set(all.map(({ change }) => change.id));
  for (let i = 0; i < all.length; i++)
    for (const held of state.waiting.get((all[i] as Arrival).change.id) ?? [])
      if (!known.has(held.change.id)) {
        known.add(held.change.id);
        all.push(held);
      }
  return all;
};

/** The report whose pen it is, also before there is one. */
const visitOfPen = (current: Pen | undefined, { patch }: Change): string | undefined => {
  const visit = current?.visit ?? read(patch[0]?.path.length === 0 ? patch[0].now : undefined, ['visit']);
  return typeof visit === 'string' ? visit : undefined;
};

/** The suites at which a concern is, or shall be. */
const suitesOf = (current: unknown, { patch }: Change): string[] => {
  const wanted = patch.map(({ path, now }) =>
    path.length === 0 ? read(now, ['suite']) : path[0] === 'suite' ? now : undefined,
  );
  return [read(current, ['suite']), ...wanted].filter((one) => typeof one === 'string');
};

const movesPanel = ({ patch }: Change): boolean =>
  patch.some(({ path }) => path.length === 0 || path[0] === 'panel');

/** Whether a patch writes within an item of a list that is not there any more, or was put aside. */
const entersWhatIsGone = (document: unknown, patch: Patch): boolean =>
  patch.some(
    (c) => inTheWay(document, c.path)?.at(-1)?.startsWith('#') || isInWhatIsAside(document, c, patch),
  );
