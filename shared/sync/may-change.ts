import type { Claim } from '#shared/records/claim.ts';
import type { Pen } from '#shared/records/pen.ts';
import type { Person } from '#shared/records/person.ts';
import type { Interest } from '#shared/records/person-file.ts';
import { isDipSample, type RecordCheck } from '#shared/records/record-check.ts';
import { goersOf, type Shift, type Swap, shiftState } from '#shared/records/shift.ts';
import type { RecordType } from '#shared/records/types.ts';
import { isWithOffice, namesOf, type Visit, visitState } from '#shared/records/visit.ts';
import type { Role } from '#shared/roles.ts';
import { same } from './patch.ts';

/** Who changes something, with the rights they have now. */
export type Actor = { person: string; roles: readonly Role[]; panel?: string | undefined };

export const actorOf = ({ id, roles, panel }: Person): Actor => ({ person: id, roles, panel });

const holds = ({ roles }: Actor, ...wanted: Role[]): boolean => wanted.some((role) => roles.includes(role));

/** Whoever runs the panel, or the whole scheme. */
const runs = (actor: Actor, panel: string | undefined): boolean =>
  holds(actor, 'coordinator') ||
  (holds(actor, 'panel-coordinator') && panel !== undefined && actor.panel === panel);

type Rule<D> = (actor: Actor, before: D | undefined, after: D) => boolean;

const byRole =
  (...roles: Role[]): Rule<unknown> =>
  (actor) =>
    holds(actor, ...roles);

/** The moves of a report that its own visitors make; every other is the office's, made by whoever runs the panel. */
const visitorsMoves: readonly string[] = ['draft', 'ready', 'discarded', 'answered'];

const mayChangeVisit: Rule<Visit> = (actor, before, after) => {
  if (!before)
    return after.imported
      ? holds(actor, 'coordinator')
      : holds(actor, 'visitor', 'panel-coordinator', 'coordinator');
  if (runs(actor, before.panel)) return true;
  const added = after.events.slice(before.events.length).filter(({ to }) => to !== 'received');
  return (
    namesOf(before).includes(actor.person) &&
    holds(actor, 'visitor', 'panel-coordinator') &&
    (!isWithOffice(visitState(before)) || added.every(({ to }) => visitorsMoves.includes(to)))
  );
};

/** A pen goes to somebody who went; whoever holds it hands it over, and whoever runs the panel takes it from anybody. */
const mayChangePen: Rule<Pen> = (actor, before, after) => {
  const isRunning = runs(actor, (before ?? after).panel);
  if (!before)
    return (
      after.visitors.includes(after.holder.person) && (isRunning || after.holder.person === actor.person)
    );
  const moves = before.holder.person !== after.holder.person;
  return (
    (isRunning || before.holder.person === actor.person) &&
    (!moves || after.visitors.includes(after.holder.person))
  );
};

const byPanel: Rule<{ panel?: string | undefined }> = (actor, before, after) =>
  runs(actor, after.panel) && (before === undefined || runs(actor, before.panel));

/** A custody record is read by a visitor of the scheme or its staff, and written on by whoever reads it. */
const mayChangeCheck: Rule<RecordCheck> = (actor, before, after) =>
  (isDipSample(before) === isDipSample(after) || holds(actor, 'coordinator')) &&
  (runs(actor, (before ?? after).panel) ||
    ((before ?? after).checker === actor.person && holds(actor, 'visitor', 'panel-coordinator')));

type OfPerson = { person: string; panel?: string | undefined };

/** What somebody says of themselves is theirs to say, and of whoever runs their panel where they tell it them. */
const ofTheirOwn: Rule<OfPerson> = (actor, before, after) =>
  (before ?? after).person === after.person &&
  (after.person === actor.person || runs(actor, (before ?? after).panel));

/** Declared by whom it concerns; whether it is a conflict is for the coordinator to find. */
const mayChangeInterest: Rule<Interest> = (actor, before, after) =>
  ofTheirOwn(actor, before, after) && (same(before?.checked, after.checked) || holds(actor, 'coordinator'));

/** A rota is planned by whoever runs the panel; a volunteer moves nobody in it but themselves. */
const mayChangeShift: Rule<Shift> = (actor, before, after) => {
  if (byPanel(actor, before, after)) return true;
  if (!before || !holds(actor, 'visitor', 'panel-coordinator')) return false;
  const { first, second, cover, ...rest } = after;
  const { first: wasFirst, second: wasSecond, cover: wasCover, ...was } = before;
  const mayMove = (from: string | undefined, to: string | undefined) =>
    from === to ||
    (to === actor.person && (from === undefined || wasCover?.some(({ id }) => id === from) === true));
  const others = (list: Shift['cover']) => (list ?? []).filter(({ id }) => id !== actor.person);
  const left = others(wasCover).filter(({ id }) => goersOf(after).includes(id));
  return (
    same(rest, was) &&
    shiftState(before) === 'planned' &&
    mayMove(wasFirst, first) &&
    mayMove(wasSecond, second) &&
    same(others(cover), left)
  );
};

/** Asked by whoever gives a place, answered by whom they ask. */
const mayChangeSwap: Rule<Swap> = (actor, before, after) => {
  if (!before) return after.by === actor.person && after.events.length === 0;
  const added = after.events.slice(before.events.length).map(({ to }) => to);
  const theirs = actor.person === before.with ? ['accepted', 'declined'] : ['withdrawn'];
  return [before.by, before.with].includes(actor.person) && added.every((to) => theirs.includes(to));
};

/** Written by whom it pays; decided by the coordinator, and never by themselves. */
const mayChangeClaim: Rule<Claim> = (actor, before, after) => {
  const added = after.events.slice(before?.events.length ?? 0).map(({ to }) => to);
  const office = ['returned', 'approved', 'paid'];
  if (added.some((to) => office.includes(to)))
    return holds(actor, 'coordinator') && after.person !== actor.person;
  return after.person === actor.person && (before === undefined || before.person === actor.person);
};

const rules = {
  setting: byRole('coordinator'),
  suite: byRole('coordinator'),
  panel: byRole('coordinator'),
  form: byRole('coordinator'),
  person: byRole('coordinator', 'administrator'),
  throughput: byRole('panel-coordinator', 'coordinator'),
  visit: mayChangeVisit,
  concern: byPanel,
  concernNote: byPanel,
  template: byRole('coordinator'),
  letter: byPanel,
  suiteSheet: byPanel,
  recordCheck: mayChangeCheck,
  sample: byPanel,
  plan: byRole('coordinator'),
  planItem: byRole('coordinator'),
  personContact: ofTheirOwn,
  personFile: byRole('coordinator'),
  interest: mayChangeInterest,
  // Whoever answers is not kept, so that it cannot be asked who answered what.
  monitoring: byRole('visitor', 'panel-coordinator', 'coordinator'),
  shift: mayChangeShift,
  availability: ofTheirOwn,
  swap: mayChangeSwap,
  session: byPanel,
  claim: mayChangeClaim,
  criterion: byRole('coordinator'),
  pen: mayChangePen,
  // Whoever may change the contested record settles it: acceptance asks for that one.
  conflict: () => false,
} satisfies Record<RecordType, Rule<never>>;

/**
 * Whether somebody may make of a record what they want to make of it, by their role, their panel and where the record
 * stands. What a report's life allows anybody is said by `visitRules`.
 */
export const mayChange = (
  actor: Actor,
  type: RecordType,
  before: { id: string } | undefined,
  after: { id: string },
): boolean => (rules[type] as Rule<{ id: string }>)(actor, before, after);
