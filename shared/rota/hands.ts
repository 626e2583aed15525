import { draw } from '#shared/checks/sampling.ts';
import type { Demand } from './demand.ts';
import type { Opening, Volunteer, Week } from './rota.ts';
import { areInConflict, goesWith, isExperienced, mayGo } from './rules.ts';
import { goers, type View } from './view.ts';
import type { Apart, Slot } from './week.ts';

/** The volunteers as numbers, in an order drawn from the seed, and who of them could fill what. */
export type Hands = {
  readonly people: readonly Volunteer[];
  /** The number of a volunteer; -1 for somebody the input does not know. */
  readonly numberOf: (id: string) => number;
  readonly apart: Apart;
  readonly isExperienced: (person: number, week: Week) => boolean;
  /** Who may go by the rules they meet alone, wherever else they go that week. */
  readonly able: (at: Opening) => readonly number[];
  /** Who could fill a visit in a week, besides those who go somewhere that week already. */
  readonly slot: (demand: Demand, week: Week) => Slot;
};

const remembered = <K, V>(keyOf: (of: K) => string, make: (of: K) => V): ((of: K) => V) => {
  const known = new Map<string, V>();
  return (of) => {
    const key = keyOf(of);
    if (!known.has(key)) known.set(key, make(of));
    return known.get(key) as V;
  };
};

export const handsOf = (view: View): Hands => {
  const ids = view.volunteers.map(({ id }) => id);
  const people = draw(ids, ids.length, view.input.seed).map((id) => view.volunteer(id) as Volunteer);
  const numbers = new Map(people.map(({ id }, i) => [id, i]));
  const numberOf = (id: string) => numbers.get(id) ?? -1;
  const conflicts = people.map((a) => people.map((b) => areInConflict(a, b)));
  const apart: Apart = (a, b) => conflicts[a]?.[b] ?? false;
  const isExperiencedIn = (p: number, week: Week) => {
    const volunteer = people[p];
    return volunteer !== undefined && isExperienced(volunteer, week);
  };
  const able = remembered(
    ({ suite, week, tact }: Opening) => JSON.stringify([suite, week, tact ?? false]),
    (at) => [...people.keys()].filter((p) => mayGo(view, people[p] as Volunteer, at)),
  );
  return {
    people,
    numberOf,
    apart,
    isExperienced: isExperiencedIn,
    able,
    slot: ({ suite, tact, half }, week) => {
      const placed = new Set(view.fixedIn(week).flatMap(goers).map(numberOf));
      const idle = able({ suite, week, tact }).filter((p) => !placed.has(p));
      if (!half) return { seats: [idle.filter((p) => isExperiencedIn(p, week)), idle] };
      const stands = half.people[0] as string;
      return { seats: [idle.filter((p) => goesWith(view, people[p] as Volunteer, stands, week))] };
    },
  };
};
