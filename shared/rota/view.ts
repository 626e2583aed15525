import { addDays } from '#shared/times.ts';
import type { FixedPlace, Place, RotaInput, RotaSuite, Volunteer, Week } from './rota.ts';

/** The input, looked up by what one asks of it. Every list stands in an order that the input's own does not change. */
export type View = {
  readonly input: RotaInput;
  readonly weeks: readonly Week[];
  readonly volunteers: readonly Volunteer[];
  readonly suites: readonly RotaSuite[];
  /** Places of weeks of this rota in which somebody stands. */
  readonly fixed: readonly FixedPlace[];
  readonly volunteer: (id: string) => Volunteer | undefined;
  readonly suite: (id: string) => RotaSuite | undefined;
  readonly fixedIn: (week: Week) => readonly FixedPlace[];
  /** The Sunday of a week. */
  readonly endOf: (week: Week) => string;
  /** How often two visited together this year before the quarter. */
  readonly together: (a: string, b: string) => number;
  readonly went: (id: string) => number;
};

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);
const placeKey = (p: FixedPlace): string =>
  JSON.stringify([p.week, p.suite, p.tact ?? false, p.id, p.people, p.trainee ?? '']);

const summed = (entries: readonly (readonly [string, number])[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [key, times] of entries) sums.set(key, (sums.get(key) ?? 0) + times);
  return sums;
};

/** Everybody who goes to a place: its pair and who learns beside it. */
export const goers = (place: Place): readonly string[] =>
  place.trainee === undefined ? place.people : [...place.people, place.trainee];

/** The name of somebody; of those the scheme does not know none is given. */
export const nameOf = (view: View, id: string): string => view.volunteer(id)?.name ?? 'somebody';

export const viewOf = (input: RotaInput): View => {
  const weeks = [...new Set(input.weeks)].sort();
  const volunteers = new Map(byId(input.volunteers).map((v) => [v.id, v]));
  const suites = new Map(byId(input.suites).map((s) => [s.id, s]));
  const fixed = input.fixed
    .filter((p) => p.people.length > 0 && weeks.includes(p.week))
    .toSorted((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
  const byWeek = Map.groupBy(fixed, ({ week }) => week);
  const ends = new Map<Week, string>();
  const together = summed(input.history.together.map(({ people, times }) => [pairKey(...people), times]));
  const went = summed(input.history.went.map(({ person, times }) => [person, times]));
  return {
    input,
    weeks,
    volunteers: [...volunteers.values()],
    suites: [...suites.values()],
    fixed,
    volunteer: (id) => volunteers.get(id),
    suite: (id) => suites.get(id),
    fixedIn: (week) => byWeek.get(week) ?? [],
    endOf: (week) => {
      const end = ends.get(week) ?? addDays(week, 6);
      ends.set(week, end);
      return end;
    },
    together: (a, b) => together.get(pairKey(a, b)) ?? 0,
    went: (id) => went.get(id) ?? 0,
  };
};
