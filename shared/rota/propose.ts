import { type Demand, demandOf } from './demand.ts';
import { whyGap, whyPair } from './explain.ts';
import { fill } from './fill.ts';
import { type Hands, handsOf } from './hands.ts';
import { type Crowd, improve, type Post } from './improve.ts';
import { evenShare, mostVisits } from './over-use.ts';
import type { Gap, Opening, Place, Proposal, RotaInput, Volunteer, Week } from './rota.ts';
import { isOfPanel } from './rules.ts';
import { type Standing, standingOf } from './standing.ts';
import { type View, viewOf } from './view.ts';
import { arrange } from './week.ts';

type Pair = Post['people'];
type Made = Place & { readonly people: readonly [string, string] };

/**
 * Proposes pairs for every visit that is wanted and stands open, and says of each why, and of each gap why nobody could
 * fill it. First the most visits there are hands for, then the aims of `improve` in their order. The same input gives
 * the same proposal, whatever the order of its lists and wherever it is asked for.
 */
export const propose = (input: RotaInput): Proposal => {
  const view = viewOf(input);
  const hands = handsOf(view);
  const { inWeek, left } = fill(view, hands, demandOf(view).open);

  const before = standingOf(view.fixed);
  const visits = hands.people.map(({ id }) => before.visits(id));
  const made = view.weeks.flatMap((week) => {
    const demands = inWeek.get(week) ?? [];
    return pairsIn(hands, visits, week, demands).map((pair, i) => {
      const demand = demands[i] as Demand;
      const at: Opening = { suite: demand.suite, week, tact: demand.tact };
      return { demand, at, post: postOf(view, hands, at, pair, demand) };
    });
  });
  const standing = view.fixed
    .filter(({ people }) => people.length > 1)
    .map((place) => {
      const [a, b] = place.people.map(hands.numberOf) as Pair;
      return postOf(view, hands, place, [a, b]);
    });
  improve(crowdOf(view, hands), [...standing, ...made.map(({ post }) => post)]);

  const idOf = (p: number) => hands.people[p]?.id as string;
  const places = made.map(({ demand, at, post }): Made => {
    const [a, b] = post.people;
    if (demand.half) return { ...demand.half, people: [demand.half.people[0] as string, idOf(b)] };
    return { ...at, people: [idOf(a), idOf(b)].sort() as [string, string] };
  });
  const filled = new Set(places.map(({ id }) => id));
  const all = standingOf([...view.fixed.filter(({ id }) => !filled.has(id)), ...places]);
  return {
    places: places.sort(inOrder).map((place) => ({ ...place, why: whyPair(view, hands, all, place) })),
    gaps: gapsOf(view, all, left),
  };
};

const key = ({ week, suite, tact, people }: Place): string =>
  JSON.stringify([week, suite, tact ?? false, people]);
const inOrder = (a: Place, b: Place): number => (key(a) < key(b) ? -1 : 1);

/** Visits that nobody makes, as those who look at the rota are told of them. */
export const gapsOf = (view: View, standing: Standing, left: readonly Demand[]): Gap[] =>
  left
    .map(({ suite, weeks, tact, half }): Gap => {
      const gap = { suite, weeks, tact, ...(half && { with: half.people[0] as string }) };
      return { ...gap, why: whyGap(view, standing, gap) };
    })
    .sort((a, b) => (gapKey(a) < gapKey(b) ? -1 : 1));

const gapKey = ({ suite, weeks, tact, with: stands }: Gap): string =>
  JSON.stringify([weeks[0], suite, weeks, tact, stands]);

/** Pairs for the visits of one week, found first among those who go least so far. */
const pairsIn = (hands: Hands, visits: number[], week: Week, demands: readonly Demand[]): Pair[] => {
  const inTurn = (seat: readonly number[]) =>
    seat.toSorted((a, b) => (visits[a] as number) - (visits[b] as number));
  const slots = demands.map((demand) => ({ seats: hands.slot(demand, week).seats.map(inTurn) }));
  const pairs = (arrange(slots, hands.apart) ?? []).map((people, i): Pair => {
    const half = demands[i]?.half;
    const [a, b] = half ? [hands.numberOf(half.people[0] as string), ...people] : people;
    return [a as number, b as number];
  });
  for (const p of pairs.flat()) if (p >= 0) visits[p]!++;
  return pairs;
};

/** Who may be put into a visit and what of the aims depends on it; into one that stands, nobody. */
const postOf = (view: View, hands: Hands, at: Opening, people: Pair, demand?: Demand): Post => {
  const able = (demand && hands.slot(demand, at.week).seats.at(-1)) ?? [];
  const those = (is: (v: Volunteer) => boolean) =>
    new Set(able.filter((p) => is(hands.people[p] as Volunteer)));
  return {
    week: view.weeks.indexOf(at.week),
    people,
    open: demand ? (demand.half ? [1] : [0, 1]) : [],
    able: new Set(able),
    leads: new Set([...hands.people.keys()].filter((p) => hands.isExperienced(p, at.week))),
    strangers: those((v) => !isOfPanel(view, v, at.suite)),
    silent: those((v) => v.availability[at.week] === undefined),
  };
};

const crowdOf = (view: View, hands: Hands): Crowd => {
  const idOf = (p: number) => hands.people[p]?.id ?? '';
  const most = hands.people.map((v) => mostVisits(evenShare(view, v)));
  return {
    size: hands.people.length,
    weeks: view.weeks.length,
    apart: hands.apart,
    went: (p) => view.went(idOf(p)),
    together: (a, b) => view.together(idOf(a), idOf(b)),
    most: (p) => most[p] ?? 0,
  };
};
