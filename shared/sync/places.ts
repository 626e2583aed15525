import type { Person } from '#shared/records/person.ts';
import type { Interest } from '#shared/records/person-file.ts';
import type { Setting } from '#shared/records/setting.ts';
import { type Availability, type Shift, type Swap, shiftState, swapState } from '#shared/records/shift.ts';
import type { Suite } from '#shared/records/suite.ts';
import type { RecordType } from '#shared/records/types.ts';
import { placeOf, type RotaRecords, rotaInput, stands } from '#shared/rota/input.ts';
import { objections } from '#shared/rota/objections.ts';
import type { Objection, ObjectionKind } from '#shared/rota/rules.ts';
import { settingKey } from './follow.ts';
import { same } from './patch.ts';
import type { placeReasons, RefusalReason } from './refusals.ts';
import { type OfficeState, recordKey, storedAt } from './state.ts';

/** What is said where a kind of objection keeps somebody out, in the order in which one is told where there are several. */
const reasons = {
  'not two': 'notTwo',
  nobody: 'notAVolunteer',
  training: 'inTraining',
  vetting: 'vettingOut',
  tact: 'notTactAccredited',
  conflict: 'speaksAgainst',
  panel: 'otherPanel',
  busy: 'goesElsewhere',
  away: 'notFree',
  silent: 'saidNothing',
  probation: 'bothOnProbation',
} as const satisfies Partial<Record<ObjectionKind, (typeof placeReasons)[number]>>;

/** Where somebody has said why this stands all the same: of this kind, and of everybody it speaks against. */
export const answeredBy = (
  { despite }: Pick<Shift, 'despite'>,
  { kind, people }: Objection,
): Shift['despite'][number] | undefined =>
  despite.findLast((one) => one.kinds.includes(kind) && people.every((id) => one.people.includes(id)));

/**
 * What a change brings into a planned place that must not stand in it, and that nobody has answered. What stood there
 * before speaks against the place, and is shown; it does not keep anybody from asking for cover.
 * @param agreed those who say by this very change that they go, whatever they had said of the week
 */
export const brings = (
  records: RotaRecords,
  before: Shift | undefined,
  after: Shift,
  agreed: readonly string[] = [],
): Objection[] => {
  if (shiftState(after) !== 'planned') return [];
  const input = rotaInput(records, [after.week]);
  const stood = before && shiftState(before) === 'planned' ? objections(input, placeOf(before)) : [];
  const isAgreed = ({ kind, people }: Objection) =>
    (kind === 'away' || kind === 'silent') && people.every((id) => agreed.includes(id));
  return objections(input, placeOf(after)).filter(
    (one) =>
      one.weight === 'must not' &&
      !stood.some(
        ({ kind, people }) => kind === one.kind && same(people.toSorted(), one.people.toSorted()),
      ) &&
      !isAgreed(one) &&
      !answeredBy(after, one),
  );
};

const documents = <T>(state: OfficeState, type: RecordType): T[] =>
  [...state.records].flatMap(([key, stored]) =>
    key.startsWith(`${type}/`) && stored && stored !== 'purged' ? [stored.document as T] : [],
  );

/** The office's records about one week: its planned places, with those that are being changed as they shall be. */
const recordsOf = (state: OfficeState, changed: readonly Shift[]): RotaRecords => {
  const [{ week }] = changed as [Shift];
  const others = documents<Shift>(state, 'shift').filter(({ id }) => !changed.some((one) => one.id === id));
  return {
    office: state.office,
    setting: storedAt(state, settingKey(state))?.document as Setting | undefined,
    people: documents<Person>(state, 'person'),
    suites: documents<Suite>(state, 'suite'),
    shifts: [...others, ...changed].filter((one) => one.week === week && shiftState(one) === 'planned'),
    availability: documents<Availability>(state, 'availability'),
    interests: documents<Interest>(state, 'interest'),
    visited: [],
  };
};

const reasonOf = (against: readonly Objection[]): RefusalReason | undefined => {
  const kinds = Object.keys(reasons) as (keyof typeof reasons)[];
  const kind = kinds.find((one) => against.some((o) => o.kind === one));
  if (kind) return reasons[kind];
  return against.length > 0 ? 'speaksAgainst' : undefined;
};

/** Why a place of the rota may not stand as somebody means it to. */
export const placeObjection = (
  state: OfficeState,
  by: string,
  before: Shift | undefined,
  after: Shift,
): RefusalReason | undefined => reasonOf(brings(recordsOf(state, [after]), before, after, [by]));

/** Whether somebody takes the place of another, who has not asked for cover or does so no more. */
export const goesInstead = (by: string, before: Shift | undefined, after: Shift): boolean =>
  before !== undefined &&
  shiftState(before) === 'planned' &&
  (['first', 'second'] as const).some(
    (half) => after[half] === by && before[half] !== undefined && before[half] !== by,
  );

/** A place that is not over is with the panel of its suite, whatever anybody says; one that is stays where it was. */
export const withPanelOfSuite = (state: OfficeState, before: Shift | undefined, shift: Shift): Shift => {
  const suite = storedAt(state, recordKey('suite', shift.suite))?.document as Suite | undefined;
  const isOver = before !== undefined && !stands(before) && !stands(shift);
  const panel = suite && !isOver ? suite.panel : (before ?? shift).panel;
  if (panel === shift.panel) return shift;
  const { panel: _, ...rest } = shift;
  return { ...rest, ...(panel && { panel }) };
};

const replaced = (shift: Shift, who: string, by: string): Shift => ({
  ...shift,
  ...(shift.first === who && { first: by }),
  ...(shift.second === who && { second: by }),
  ...(shift.cover && { cover: shift.cover.filter(({ id }) => id !== who) }),
});

/** Both places of an exchange as it leaves them; undefined where one of them is not as the two agreed. */
export const exchanged = (
  { by, with: other }: Pick<Swap, 'by' | 'with'>,
  gives: Shift,
  takes: Shift,
): [Shift, Shift] | undefined => {
  const isIn = (who: string, shift: Shift) =>
    shiftState(shift) === 'planned' && [shift.first, shift.second].includes(who);
  if (isIn(other, gives) && isIn(by, takes)) return [gives, takes];
  return isIn(by, gives) && isIn(other, takes)
    ? [replaced(gives, by, other), replaced(takes, other, by)]
    : undefined;
};

/** Whether a change of an exchange is the word by which both places move. */
const isAccepted = (before: Swap | undefined, after: Swap): boolean =>
  swapState(after) === 'accepted' && (!before || swapState(before) !== 'accepted');

/**
 * What an accepted exchange makes of its two places: both are moved, or neither. Where they came back to a restored hub
 * before it, they stand exchanged already.
 */
export const placesAfter = (
  state: OfficeState,
  before: Swap | undefined,
  after: Swap,
): Map<string, Shift> | RefusalReason => {
  if (!isAccepted(before, after)) return new Map();
  const place = (id: string) => storedAt(state, recordKey('shift', id))?.document as Shift | undefined;
  const [gives, takes] = [place(after.gives), place(after.takes)];
  const moved = gives && takes && exchanged(after, gives, takes);
  if (!moved) return 'movedOn';
  const agreed = [after.by, after.with];
  for (const [i, now] of moved.entries()) {
    const was = [gives, takes][i] as Shift;
    const against = brings(recordsOf(state, [now, ...moved.filter((one) => one !== now)]), was, now, agreed);
    const reason = reasonOf(against);
    if (reason) return reason;
  }
  return new Map(
    moved.flatMap((now, i): [string, Shift][] =>
      now === [gives, takes][i] ? [] : [[recordKey('shift', now.id), now]],
    ),
  );
};
