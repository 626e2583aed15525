import { draw } from '#shared/checks/sampling.ts';
import { type Demand, demandKey } from './demand.ts';
import type { Hands } from './hands.ts';
import type { Week } from './rota.ts';
import { goers, type View } from './view.ts';
import { arrange, fullest } from './week.ts';

/** Which visits are made in which week, and those that nobody could make. Who makes them is not said yet. */
export type Filled = {
  readonly inWeek: ReadonlyMap<Week, readonly Demand[]>;
  readonly left: readonly Demand[];
};

/**
 * As many visits as there are hands for. Week by week the most that can be made at once; where not all can, somebody
 * who stands alone and TACT visits come first, then the suites that went without before. A visit that is not bound to
 * its week then moves to another where it fits, also by having another such visit make room for it.
 */
export const fill = (view: View, hands: Hands, open: readonly Demand[]): Filled => {
  const inWeek = new Map<Week, readonly Demand[]>(view.weeks.map((week) => [week, []]));
  const standing = (week: Week) => inWeek.get(week) ?? [];
  const left = new Set<Demand>();

  for (const week of view.weeks) {
    const wanted = inTurn(
      view,
      open.filter(({ planned }) => planned === week),
      left,
    );
    const filled = new Set(
      fullest(
        wanted.map((demand) => hands.slot(demand, week)),
        hands.apart,
      ).map((i) => wanted[i] as Demand),
    );
    inWeek.set(week, [...filled]);
    for (const demand of wanted) if (!filled.has(demand)) left.add(demand);
  }

  const known = new Map<string, boolean>();
  const fits = (week: Week, demands: readonly Demand[]): boolean => {
    const key = JSON.stringify([week, ...demands.map(demandKey).sort()]);
    const fit =
      known.get(key) ??
      arrange(
        demands.map((demand) => hands.slot(demand, week)),
        hands.apart,
      ) !== undefined;
    known.set(key, fit);
    return fit;
  };

  const house = (demand: Demand, asked: Set<string>): boolean => {
    const weeks = likeliest(view, demand, standing).filter((week) => fits(week, [demand]));
    for (const week of weeks)
      if (fits(week, [...standing(week), demand])) {
        inWeek.set(week, [...standing(week), demand]);
        return true;
      }
    for (const week of weeks) {
      const key = `${week} ${demandKey(demand)}`;
      if (asked.has(key)) continue;
      asked.add(key);
      const before = standing(week);
      for (const other of before) {
        if (other.weeks.length === 1 || demandKey(other) === demandKey(demand)) continue;
        const after = [...before.filter((d) => d !== other), demand];
        if (!fits(week, after)) continue;
        inWeek.set(week, after);
        if (house(other, asked)) return true;
        inWeek.set(week, before);
      }
    }
    return false;
  };

  // Room that one visit found may be room for another that had none before.
  for (let found = true; found; ) {
    found = false;
    const hopeless = new Set<string>();
    for (const demand of [...left]) {
      const key = `${demandKey(demand)} ${demand.weeks.join()}`;
      if (hopeless.has(key)) continue;
      if (house(demand, new Set())) {
        left.delete(demand);
        hopeless.clear();
        found = true;
      } else hopeless.add(key);
    }
  }
  return { inWeek, left: [...left] };
};

/** Who is served first where not all can be. */
const inTurn = (view: View, wanted: readonly Demand[], left: ReadonlySet<Demand>): Demand[] => {
  const ids = view.suites.map(({ id }) => id);
  const drawn = draw(ids, ids.length, view.input.seed);
  const without = (suite: string) => [...left].filter((d) => d.suite === suite).length;
  const turn = (d: Demand) => [d.half ? 0 : 1, d.tact ? 0 : 1, -without(d.suite), drawn.indexOf(d.suite)];
  const turns = new Map(wanted.map((d) => [d, turn(d)]));
  return wanted.toSorted((a, b) => {
    const [left, right] = [turns.get(a) as number[], turns.get(b) as number[]];
    const at = left.findIndex((value, i) => value !== right[i]);
    return at < 0 ? 0 : (left[at] as number) - (right[at] as number);
  });
};

/** The weeks a visit may be in: where the suite has the fewest visits first, then the nearest to where it was planned. */
const likeliest = (view: View, demand: Demand, standing: (week: Week) => readonly Demand[]): Week[] => {
  const isHere = ({ suite }: { suite: string }) => suite === demand.suite;
  const visits = (week: Week) =>
    standing(week).filter(isHere).length +
    view.fixedIn(week).filter((p) => isHere(p) && goers(p).length > 1).length;
  const away = (week: Week) => Math.abs(view.weeks.indexOf(week) - view.weeks.indexOf(demand.planned));
  return demand.weeks.toSorted((a, b) => visits(a) - visits(b) || away(a) - away(b) || (a < b ? -1 : 1));
};
