import type { Claim } from '#shared/records/claim.ts';
import { familiesOf, familyOf, type Letter, letterFamilies, type Template } from '#shared/records/letter.ts';
import { makesReturns, type NamedReturn } from '#shared/records/named-return.ts';
import type { Pen } from '#shared/records/pen.ts';
import type { PeriodReturn } from '#shared/records/period-return.ts';
import type { Interest } from '#shared/records/person-file.ts';
import { isDipSample, type RecordCheck } from '#shared/records/record-check.ts';
import { type ReturnWords, tellsOfVisits } from '#shared/records/return-words.ts';
import type { Setting } from '#shared/records/setting.ts';
import { goersOf, type Shift, type Swap, shiftState } from '#shared/records/shift.ts';
import type { RecordType } from '#shared/records/types.ts';
import { isWithOffice, namesOf, type Visit, visitState } from '#shared/records/visit.ts';
import type { Role } from '#shared/roles.ts';
import { type Actor, holds, type Rule, runs } from './actor.ts';
import { mayChangeCase, mayChangeDisposal, mayChangeReview } from './may-change-casework.ts';
import { same } from './patch.ts';

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

/** Whoever writes a kind of letter keeps its words, and makes no other kind of them. */
const mayChangeTemplate: Rule<Template> = (actor, before, after) =>
  [before, after].every((one) => !one || holds(actor, ...letterFamilies[familyOf(one.of)].templatesBy));

/** A letter tells of one part of the office's work, and is written by whoever does that. */
const mayChangeLetter: Rule<Letter> = (actor, before, after) => {
  const [family, ...others] = familiesOf(after);
  if (family === undefined || others.length > 0) return false;
  return family === 'scheme'
    ? byPanel(actor, before, after)
    : holds(actor, ...letterFamilies[family].writtenBy);
};

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

/**
 * Declared by whom it concerns; whether it is a conflict, and when it has ended, is for the coordinator to find, and
 * what they looked at is not put in other words afterwards.
 */
const mayChangeInterest: Rule<Interest> = (actor, before, after) =>
  ofTheirOwn(actor, before, after) &&
  (holds(actor, 'coordinator') ||
    (before?.checked === undefined && after.checked === undefined && after.ended === before?.ended));

/** A rota is planned by whoever runs the panel; a volunteer moves nobody in it but themselves. */
const mayChangeShift: Rule<Shift> = (actor, before, after) => {
  if (byPanel(actor, before, after)) return true;
  if (!before || !holds(actor, 'visitor', 'panel-coordinator')) return false;
  // The panel is its suite's, and nobody's word.
  const { first, second, cover, panel: _, ...rest } = after;
  const { first: wasFirst, second: wasSecond, cover: wasCover, panel: __, ...was } = before;
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

/** Written by whom it pays, decided by the coordinator; that nobody decides on their own is in `claimRules`. */
const mayChangeClaim: Rule<Claim> = (actor, before, after) => {
  const added = after.events.slice(before?.events.length ?? 0).map(({ to }) => to);
  const office = ['returned', 'approved', 'paid'];
  const isDecided =
    added.some((to) => office.includes(to)) ||
    !same(before?.approved, after.approved) ||
    !same(before?.paidWith, after.paidWith);
  if (!isDecided) return after.person === actor.person && (before ?? after).person === actor.person;
  const isSaidByClaimant = !same(before?.lines, after.lines) || !added.every((to) => office.includes(to));
  return holds(actor, 'coordinator') && !isSaidByClaimant;
};

/** The settings of reviews and correspondence are the caseworkers', all others the coordinator's. */
const ofCasework: readonly string[] = ['reviews', 'cases', 'bankHolidays'];
const mayChangeSetting: Rule<Setting> = (actor, before, after) => {
  if (holds(actor, 'coordinator')) return true;
  const others = (s: Setting) => Object.entries(s).filter(([name]) => !ofCasework.includes(name));
  return (
    before !== undefined &&
    holds(actor, 'caseworker') &&
    same(Object.fromEntries(others(before)), Object.fromEntries(others(after)))
  );
};

/** What is written in a return is its readers': custody visits are the scheme's. */
const mayChangeReturnWords: Rule<ReturnWords> = (actor, before, after) =>
  (before ?? after).of === after.of &&
  tellsOfVisits(before ?? after) === tellsOfVisits(after) &&
  holds(actor, tellsOfVisits(after) ? 'coordinator' : 'caseworker');

/** Whoever reads the figures of a kind says what its returns consist of, prepares them and signs them off. */
const mayChangeNamedReturn: Rule<NamedReturn> = (actor, before, after) =>
  (before ?? after).of === after.of && holds(actor, makesReturns(after.of));
const mayChangePeriodReturn: Rule<PeriodReturn> = (actor, before, after) =>
  (before ?? after).return === after.return && holds(actor, makesReturns(after.return));

const rules = {
  setting: mayChangeSetting,
  suite: byRole('coordinator'),
  panel: byRole('coordinator'),
  form: byRole('coordinator'),
  person: byRole('coordinator', 'administrator'),
  throughput: byRole('panel-coordinator', 'coordinator'),
  visit: mayChangeVisit,
  concern: byPanel,
  concernNote: byPanel,
  template: mayChangeTemplate,
  letter: mayChangeLetter,
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
  handover: byRole('coordinator'),
  review: mayChangeReview,
  recommendation: byRole('caseworker', 'decider'),
  contact: byRole('caseworker'),
  reviewNote: byRole('caseworker'),
  complaintSample: byRole('caseworker'),
  scheduleTotals: byRole('caseworker'),
  returnWords: mayChangeReturnWords,
  namedReturn: mayChangeNamedReturn,
  periodReturn: mayChangePeriodReturn,
  caseFile: mayChangeCase,
  caseOpening: (actor, before, after) => !before && (after as { by?: string }).by === actor.person,
  // It follows from its case, and is nobody's word.
  caseMark: () => false,
  engagement: byRole('caseworker', 'decider'),
  assuranceRequest: byRole('caseworker', 'decider'),
  monthlyFigure: byRole('caseworker'),
  disposal: mayChangeDisposal,
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
