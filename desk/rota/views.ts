import { readRecord } from '#db/records.ts';
import { isLost } from '#db/rota.ts';
import type { OutgoingTable } from '#db/schema.ts';
import { isJoined } from '#db/sync/membership.ts';
import { answerOf, isAsked } from '#db/sync/outgoing.ts';
import { isolated } from '#shared/bidi.ts';
import type { Output } from '#shared/contract.ts';
import { type Shift, type Swap, shiftState, swapState } from '#shared/records/shift.ts';
import { isWithOffice } from '#shared/records/visit.ts';
import { placeOf, stands } from '#shared/rota/input.ts';
import { objections } from '#shared/rota/objections.ts';
import type { Gap, Place } from '#shared/rota/rota.ts';
import type { Objection } from '#shared/rota/rules.ts';
import type { RotaObjection, RotaPerson, RotaPlace } from '#shared/rota-views.ts';
import type { Answer } from '#shared/sync/accept.ts';
import { answeredBy } from '#shared/sync/places.ts';
import { reasonWords } from '#shared/sync/words.ts';
import { type Known, nameOf, suiteNameOf } from './know.ts';

export const personView = (known: Known, id: string): RotaPerson => ({ id, name: nameOf(known, id) });
const personOrNone = (known: Known, id: string | undefined) =>
  id === undefined ? null : personView(known, id);

export const objectionView =
  (place: Pick<Shift, 'despite'> | undefined) =>
  (one: Objection): RotaObjection => ({
    weight: one.weight,
    kind: one.kind,
    people: [...one.people],
    text: one.text,
    despite: (place && answeredBy(place, one)?.reason) ?? null,
  });

/** What speaks against a place as it is, or as somebody means to have it. */
export const against = (known: Known, place: Place, shift?: Shift): RotaObjection[] =>
  objections(known.input, place).map(objectionView(shift));

/** Whether the office has a report of it. */
export const isReported = (known: Pick<Known, 'reports'>, s: Pick<Shift, 'id'>): boolean =>
  (known.reports.get(s.id) ?? []).some(({ state }) => isWithOffice(state));

const seeks = (s: Shift): boolean =>
  shiftState(s) === 'planned' && (!s.first || !s.second || (s.cover ?? []).length > 0);

/** Whether something of a record is on its way to the office, which has not settled it. */
export const isUnsettled = (known: Pick<Known, 'r'>, sent: readonly OutgoingTable[], id: string): boolean =>
  isJoined(known.r) && sent.some((row) => row.record === id && isAsked(row));

export const placeView = (known: Known, s: Shift): RotaPlace => ({
  id: s.id,
  week: s.week,
  suite: s.suite,
  suiteName: suiteNameOf(known, s.suite),
  panel: s.panel ?? null,
  tact: s.tact ?? false,
  state: shiftState(s),
  first: personOrNone(known, s.first),
  second: personOrNone(known, s.second),
  trainee: personOrNone(known, s.trainee),
  cover: (s.cover ?? []).map(({ id }) => id),
  seeks: seeks(s),
  objections: known.plans && stands(s) ? against(known, placeOf(s), s) : [],
  why: s.events.at(-1)?.why ?? null,
  reports: (known.reports.get(s.id) ?? []).map(({ id, state, visitor }) => ({
    id,
    state,
    by: visitor === null ? null : personView(known, visitor),
  })),
  unsettled: isUnsettled(known, known.sent, s.id),
});

export const gapView = (known: Known, { suite, weeks, tact, with: stands, why }: Gap) => ({
  suite,
  suiteName: suiteNameOf(known, suite),
  weeks: [...weeks],
  tact,
  with: personOrNone(known, stands),
  why,
});

export const swapView = (
  known: Known,
  s: Swap,
  sent: readonly OutgoingTable[],
): Output<'rota.get'>['swaps'][number] => {
  const place = (id: string) => {
    const found = known.shifts.find((one) => one.id === id) ?? readRecord(known.r, 'shift', id)?.document;
    return found ? placeView(known, found) : null;
  };
  return {
    id: s.id,
    state: swapState(s),
    by: personView(known, s.by),
    with: personView(known, s.with),
    gives: place(s.gives),
    takes: place(s.takes),
    words: s.words ?? null,
    unsettled: isUnsettled(known, sent, s.id),
  };
};

/** What the office did not make of what was done here, in a sentence. */
export const lostView = (known: Known, row: OutgoingTable): Output<'rota.mine'>['lost'] => {
  const answer = answerOf(row);
  if (!isLost(row) || !answer) return [];
  const swap = row.type === 'swap' ? readRecord(known.r, 'swap', row.record)?.document : undefined;
  const place = swap?.gives ?? row.record;
  const shift = known.shifts.find(({ id }) => id === place);
  const about = shift ? placeView(known, shift) : null;
  return [{ change: row.change_id, place: about, text: lostWords(known, answer) }];
};

const lostWords = (known: Known, answer: Answer): string => {
  if (answer.kind === 'taken') {
    const name = nameOf(known, answer.by) ?? 'Somebody else';
    return `${isolated(name)} was first: the office heard of it before, and the place is theirs.`;
  }
  return answer.kind === 'refused' ? reasonWords(answer.reason) : reasonWords(answer.kind);
};
