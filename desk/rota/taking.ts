import type { Shift } from '#shared/records/shift.ts';
import { goersOf, shiftState } from '#shared/records/shift.ts';
import { mondayOf } from '#shared/rota/input.ts';
import type { Objection } from '#shared/rota/rules.ts';
import { brings } from '#shared/sync/places.ts';
import { objectionWords } from '#shared/sync/refusals.ts';
import type { Known } from './know.ts';

/** A place with somebody in its empty half, or in the place of whoever looks for cover; none where there is no room. */
export const takenBy = (shift: Shift, person: string, instead?: string): Shift | undefined => {
  if (shiftState(shift) !== 'planned' || goersOf(shift).includes(person)) return undefined;
  const leaving = instead ?? (shift.first && shift.second ? shift.cover?.[0]?.id : undefined);
  if (leaving === undefined) return { ...shift, [shift.first ? 'second' : 'first']: person };
  const half = (['first', 'second'] as const).find((one) => shift[one] === leaving);
  if (!half || !shift.cover?.some(({ id }) => id === leaving)) return undefined;
  const { cover, ...rest } = shift;
  const left = cover.filter(({ id }) => id !== leaving);
  return { ...rest, [half]: person, ...(left.length > 0 && { cover: left }) };
};

/**
 * What keeps somebody from it in words they may hear: what is known of others, and what the coordinator found of
 * anybody’s interests, is nobody else’s business.
 */
export const toldTo = (person: string, plans: boolean, against: readonly Objection[]): string[] => [
  ...new Set(
    against.map(({ kind, people, text }) => {
      if (kind === 'nobody' && people.every((one) => one === person)) return notPlaced;
      return plans || (kind !== 'conflict' && people.every((one) => one === person)) || kind === 'probation'
        ? text
        : hidden;
    }),
  ),
];

const notPlaced = 'You are not among the volunteers whom the rota can place';
const hidden = objectionWords.speaksAgainst.replace(/\. .*$/u, '');

/** Whether the reader may take a place, and what keeps them from it. */
export const takingOf = (
  known: Known,
  shift: Shift,
  instead?: string,
): { may: boolean; against: string[]; after?: Shift } => {
  const { person } = known.ctx.identity;
  const after = shift.week < mondayOf(known.ctx.today) ? undefined : takenBy(shift, person, instead);
  if (!after) return { may: false, against: [] };
  const others = known.shifts.filter((one) => shiftState(one) === 'planned' && one.id !== shift.id);
  const against = brings({ ...known.records, shifts: [...others, after] }, shift, after, [person]);
  return { may: against.length === 0, against: toldTo(person, known.plans, against), after };
};
