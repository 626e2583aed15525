import type { Claim } from '#shared/records/claim.ts';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Contact } from '#shared/records/contact.ts';
import type { Disposal } from '#shared/records/disposal.ts';
import type { Pen } from '#shared/records/pen.ts';
import type { Person } from '#shared/records/person.ts';
import { type RecordKind, registry } from '#shared/records/registry.ts';
import type { Shift, Swap } from '#shared/records/shift.ts';
import { isKnownType, type RecordType } from '#shared/records/types.ts';
import { roles } from '#shared/roles.ts';
import { hasLeft } from './access.ts';
import { type Actor, actorOf } from './actor.ts';
import { lineObjection } from './claim-lines.ts';
import { hasComeAlready } from './contained.ts';
import { disposalObjection } from './disposals.ts';
import { marked } from './marked.ts';
import { mayChange } from './may-change.ts';
import { meet } from './meet.ts';
import { mergesCrosswise } from './merges.ts';
import { penKey } from './needed.ts';
import { arrive } from './numbers.ts';
import { isOfWhatIsGone } from './of-gone.ts';
import { isOfItsOwner } from './of-person.ts';
import { goesInstead, placeObjection, placesAfter } from './places.ts';
import { numbering } from './references.ts';
import { comingAgain, passing, type RefusalReason } from './refusals.ts';
import { settle, staysOpen } from './settle.ts';
import {
  type Answer,
  type Arrival,
  type Change,
  type OfficeMeans,
  type OfficeState,
  recordKey,
  type Sender,
  type Stored,
  storedAt,
} from './state.ts';
import { type Writes, write } from './write.ts';

export { canonical } from './canonical.ts';
export { type Needed, neededBy } from './needed.ts';
export {
  type Answer,
  type Arrival,
  type Change,
  type Given,
  type LogRow,
  type OfficeMeans,
  type OfficeState,
  officeState,
  recordKey,
  type Sender,
  type Stored,
} from './state.ts';

/**
 * The one acceptance: whether a change may be made, how it merges, and which version, reference and receipt it gets.
 * Run by the hub and by a stand-alone store alike. It decides on `state` alone and writes its decision there; the
 * caller has loaded what the changes touch and stores what they did, in one transaction.
 */
export const accept = (state: OfficeState, { sender, change }: Arrival, means: OfficeMeans): Answer => {
  const before = state.answered.get(change.id);
  if (before) {
    arrive(state, sender, change);
    return { kind: 'duplicate', first: before };
  }
  const answer = decide(state, sender, change, means);
  if (isFinal(answer)) state.answered.set(change.id, answer);
  // It comes again, and what follows it waits for that.
  if (answer.kind === 'refused' && comingAgain.includes(answer.reason))
    state.numbers.get(change.device)?.missing.add(change.number);
  return answer;
};

/** Whether an answer ends the matter, and is stored. */
export const isFinal = (answer: Answer): boolean =>
  answer.kind !== 'held' && !(answer.kind === 'refused' && passing.includes(answer.reason));

const refused = (reason: RefusalReason): Answer => ({ kind: 'refused', reason });

const decide = (state: OfficeState, sender: Sender, change: Change, means: OfficeMeans): Answer => {
  const actor = authorOf(state, sender, change, means.now().slice(0, 10));
  if (typeof actor === 'string') return refused(actor);
  const arrived = arrive(state, sender, change);
  if (arrived === 'reused') return refused('numberReused');
  if (!isKnownType(change.type)) return refused('unknownType');
  const key = recordKey(change.type, change.record);
  if (state.records.get(key) === 'purged' || isOfWhatIsGone(state, change)) return { kind: 'purged' };
  if (arrived === 'early') return { kind: 'held', waitsFor: change.after as string };
  return change.type === 'conflict'
    ? decideSettling(state, sender, actor, change, means)
    : untilAllIsBack(state, change, decideChange(state, sender, actor, change, means));
};

/**
 * While a hub that was put back is given again what it lost, somebody who took a place that another had made free may
 * come before them: what was agreed then is judged once more when that is there too.
 */
const untilAllIsBack = (state: OfficeState, { type, saw }: Change, answer: Answer): Answer => {
  const { firstCome }: RecordKind = registry[type];
  const isFromBefore = state.recovering && saw !== null && saw.epoch < state.epoch;
  return firstCome && isFromBefore && answer.kind === 'refused' ? refused('notBack') : answer;
};

/**
 * Whose rights a change is made with: its author's, also where a coordinator or an administrator brings it in. A
 * stand-alone store is its one person's, who holds all roles.
 */
const authorOf = (
  state: OfficeState,
  sender: Sender,
  { by }: Change,
  today: string,
): Actor | RefusalReason => {
  if (sender.alone) return { person: by, roles };
  const person = (id: string) => storedAt(state, recordKey('person', id))?.document as Person | undefined;
  const [author, bringer] = [person(by), person(sender.person)];
  if (!bringer) return 'unknownPerson';
  if (hasLeft(bringer, today)) return 'hasLeft';
  const mayBring = bringer.roles.some((role) => role === 'coordinator' || role === 'administrator');
  if (by !== sender.person && !mayBring) return 'notTheirChange';
  // What somebody wrote who has left since then is theirs still, where one who may brings it in.
  return author ? actorOf(author) : 'unknownPerson';
};

/** Settling writes in a record no more than whoever settles might have written there themselves. */
const maySettle = (
  { alone }: Sender,
  actor: Actor,
  type: RecordType,
  before: { id: string },
  after: { id: string },
): boolean => {
  const { rules }: RecordKind = registry[type];
  const isTheirs = rules?.isBy(actor.person, before as never, after as never) ?? true;
  return alone === true || (mayChange(actor, type, before, after) && isTheirs);
};

const decideSettling = (
  state: OfficeState,
  sender: Sender,
  actor: Actor,
  change: Change,
  means: OfficeMeans,
): Answer => {
  const current = storedAt(state, recordKey('conflict', change.record));
  if (!current) return refused('officeOnly');
  const { type, record } = current.document as Conflict;
  const key = recordKey(type, record);
  if (state.records.get(key) === 'purged') return { kind: 'purged' };
  const parent = storedAt(state, key)?.document;
  if (!parent || !mayChange(actor, type as RecordType, parent, parent)) return refused('notAllowed');
  const settled = settle(state, change, means);
  if (typeof settled === 'string') return refused(settled);
  const next = settled.writes.get(key);
  if (next && !maySettle(sender, actor, type as RecordType, parent, next)) return refused('notAllowed');
  const given = write(state, idsOf(change), recordKey('conflict', change.record), settled.writes, means);
  if (settled.conflicts.length > 0)
    return { kind: 'conflict', ...given, conflicts: settled.conflicts, contested: [change.record] };
  const merged = staysOpen(settled, change.record) || changedMeanwhile(current, change);
  return { kind: merged ? 'merged' : 'accepted', ...given };
};

const decideChange = (
  state: OfficeState,
  sender: Sender,
  actor: Actor,
  change: Change,
  means: OfficeMeans,
): Answer => {
  const key = recordKey(change.type, change.record);
  const current = storedAt(state, key);
  if (current && hasComeAlready(state, current, change, means.now().slice(0, 10))) {
    const as = new Map([[key, current.document]]);
    return { kind: 'merged', ...write(state, idsOf(change), key, as, means) };
  }
  const met = meet(state, key, actor, change);
  if (typeof met === 'string') return refused(met);
  if ('taken' in met) return { kind: 'taken', by: met.taken };
  const { conflicts, contested } = met;
  const kind: RecordKind = registry[change.type];
  const document = marked(kind, change.by, current?.document, met.document, met.patch);
  if (!kind.schema.safeParse(document).success || document.id !== change.record) return refused('invalid');
  const objection = met.isParked
    ? undefined
    : objectionTo(state, sender, actor, change, current?.document, document, met.patch);
  if (objection) return refused(objection);
  const moved: Writes | RefusalReason =
    change.type === 'swap'
      ? placesAfter(state, current?.document as Swap | undefined, document as Swap)
      : new Map();
  if (typeof moved === 'string') return refused(moved);
  const settled = received(state, kind, document, means);
  const writes: Writes = new Map([[key, settled], ...moved, ...contested]);
  const given = write(state, idsOf(change), key, writes, means);
  if (conflicts.length > 0 || contested.size > 0) {
    const ids = [...contested.values()].map(({ id }) => id);
    return { kind: 'conflict', ...given, conflicts, contested: ids };
  }
  return { kind: changedMeanwhile(current, change) ? 'merged' : 'accepted', ...given };
};

/** A record as the office takes it in: with its number and its other marks, where its type has any. */
const received = (
  state: OfficeState,
  { rules }: RecordKind,
  document: { id: string },
  { now, newId }: OfficeMeans,
): { id: string } =>
  rules
    ? rules.receive(document as never, { at: now(), newId, reference: numbering(state, rules.series) })
    : document;

const objectionTo = (
  state: OfficeState,
  sender: Sender,
  actor: Actor,
  { type, record, by }: Change,
  before: { id: string } | undefined,
  after: { id: string },
  patch: Change['patch'],
): RefusalReason | undefined => {
  const { rules }: RecordKind = registry[type];
  const objection = rules?.objection(before as never, after as never, patch);
  if (objection) return objection;
  if (type === 'pen' && recordKey(type, record) !== penKey(state, (after as Pen).visit)) return 'invalid';
  if (!isOfItsOwner(state, type, after)) return 'invalid';
  const unreported =
    type === 'claim' ? lineObjection(state, before as Claim | undefined, after as Claim) : undefined;
  if (unreported) return unreported;
  if (type === 'contact' && mergesCrosswise(state, after as Contact)) return 'mergedCrosswise';
  const undone =
    type === 'disposal'
      ? disposalObjection(state, by, before as Disposal | undefined, after as Disposal)
      : undefined;
  if (undone) return undone;
  const inPlace = () =>
    type === 'shift' ? placeObjection(state, by, before as Shift | undefined, after as Shift) : undefined;
  if (sender.alone) return inPlace();
  if (!mayChange(actor, type, before, after))
    return type === 'shift' && goesInstead(by, before as Shift | undefined, after as Shift)
      ? 'coverEnded'
      : 'notAllowed';
  if (rules && !rules.isBy(by, before as never, after as never)) return 'notTheirChange';
  if (type === 'person' && endsCoordination(state, before as Person | undefined, after as Person))
    return 'lastCoordinator';
  return inPlace();
};

/** Whether nobody would be left who may change suites, people and settings, or give that role to anybody again. */
const endsCoordination = (state: OfficeState, before: Person | undefined, after: Person): boolean => {
  const isCoordinator = (p: Person | undefined) =>
    p?.roles.includes('coordinator') === true && p.volunteer?.status !== 'left' && !p.volunteer?.left;
  if (!isCoordinator(before) || isCoordinator(after)) return false;
  return ![...state.records].some(([key, stored]) => {
    if (!key.startsWith('person/') || !stored || stored === 'purged') return false;
    return stored.document.id !== after.id && isCoordinator(stored.document as Person);
  });
};

const idsOf = ({ id, device, number, by, at }: Change) => ({ id, device, number, by, at });

/** Whether the record had moved on since its author saw it: told apart so that people can be shown a merge. */
const changedMeanwhile = (current: Stored | undefined, { saw }: Change): boolean =>
  current?.version.n !== saw?.n || current?.version.epoch !== saw?.epoch;
