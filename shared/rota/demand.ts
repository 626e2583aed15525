import type { FixedPlace, Want, Week } from './rota.ts';
import type { View } from './view.ts';

/** One visit that is still to be filled: a whole pair, or the other half of a place in which somebody stands. */
export type Demand = {
  readonly suite: string;
  readonly tact: boolean;
  /** The weeks in which it may be made, and that in which an even spread would have it. */
  readonly weeks: readonly Week[];
  readonly planned: Week;
  readonly half?: FixedPlace;
};

/** Who is alike in everything that matters for filling it. */
export const demandKey = ({ suite, tact, half }: Demand): string =>
  JSON.stringify([suite, tact, half?.id, half?.people[0]]);

/** Visits evenly over the weeks, with those that stand already in the place of the nearest. */
const spread = (weeks: readonly Week[], visits: number, standing: readonly Week[]): Week[] => {
  const even = Array.from({ length: visits }, (_, i) =>
    Math.floor(((2 * i + 1) * weeks.length) / (2 * visits)),
  );
  for (const week of standing) {
    const at = weeks.indexOf(week);
    const nearest = even.reduce(
      (best, index, i) => (Math.abs(index - at) < Math.abs((even[best] as number) - at) ? i : best),
      0,
    );
    even.splice(nearest, 1);
  }
  return even.map((index) => weeks[index] as Week);
};

/** Wants of fewer weeks choose first among the places that stand: what is wanted in one week no other can give. */
const inOrder = (wants: readonly Want[]): Want[] => {
  const key = (w: Want) => JSON.stringify([w.weeks.toSorted(), w.tact ?? false, w.visits]);
  return wants.toSorted((a, b) => a.weeks.length - b.weeks.length || (key(a) < key(b) ? -1 : 1));
};

/** What is wanted and not yet filled, and the places that stand beyond what is wanted. */
export const demandOf = (view: View): { open: Demand[]; beyond: FixedPlace[] } => {
  const open = view.fixed
    .filter(({ people }) => people.length === 1)
    .map(
      (half): Demand => ({
        suite: half.suite,
        tact: half.tact ?? false,
        weeks: [half.week],
        planned: half.week,
        half,
      }),
    );
  const beyond = new Set(view.fixed);
  for (const suite of view.suites)
    for (const want of inOrder(suite.wants)) {
      const weeks = view.weeks.filter((week) => want.weeks.includes(week));
      const tact = want.tact ?? false;
      if (weeks.length === 0) continue;
      const standing = [...beyond]
        .filter((p) => p.suite === suite.id && (p.tact ?? false) === tact && weeks.includes(p.week))
        .slice(0, want.visits);
      for (const place of standing) beyond.delete(place);
      for (const planned of spread(
        weeks,
        want.visits,
        standing.map(({ week }) => week),
      ))
        open.push({ suite: suite.id, tact, weeks, planned });
    }
  return { open, beyond: [...beyond] };
};
