/**
 * Who could fill the visits of one week. Exact where two people in conflict are not many: a week's seats are matched to
 * people first (Kuhn's augmenting paths), which settles everything but conflicts, and pairs are looked for only where
 * the seats that are left can still be filled. A fixed number of steps bounds it for any input.
 */

/**
 * One visit of a week. Each seat lists who may sit in it, the preferred first: the first seat of a pair is for
 * somebody experienced; a visit in which somebody stands already has one seat.
 */
export type Slot = { readonly seats: readonly (readonly number[])[] };

/** Whether two people may not go together. */
export type Apart = (a: number, b: number) => boolean;

const mostSteps = 5_000;
const mostSets = 2_000;

/** Seats one after the other by augmenting paths: tells of each whether it too can be filled besides those before it. */
const seating = (seats: readonly (readonly number[])[], taken: ReadonlySet<number>) => {
  const seatOf = new Map<number, number>();
  const seat = (i: number, asked: Set<number>): boolean => {
    const open = (seats[i] as readonly number[]).filter((p) => !taken.has(p) && !asked.has(p));
    const idle = open.find((p) => !seatOf.has(p));
    if (idle !== undefined) {
      seatOf.set(idle, i);
      return true;
    }
    for (const p of open) {
      if (asked.has(p)) continue;
      asked.add(p);
      if (!seat(seatOf.get(p) as number, asked)) continue;
      seatOf.set(p, i);
      return true;
    }
    return false;
  };
  return (i: number): boolean => seat(i, new Set());
};

/** Whether all seats can be filled at once by people who are not taken, conflicts between them left aside. */
const canBeSeated = (slots: readonly Slot[], taken: ReadonlySet<number>): boolean => {
  const seats = slots.flatMap((slot) => slot.seats);
  const next = seating(seats, taken);
  return seats.every((_, i) => next(i));
};

/** No more of these slots than this can be filled at once: there are not people for more seats. */
const mostAtOnce = (slots: readonly Slot[]): number => {
  const seats = slots.flatMap((slot) => slot.seats);
  const next = seating(seats, new Set());
  let people = seats.filter((_, i) => next(i)).length;
  const needs = slots.map((slot) => slot.seats.length).sort((a, b) => a - b);
  for (const [filled, need] of needs.entries()) {
    people -= need;
    if (people < 0) return filled;
  }
  return slots.length;
};

/** Everybody who could fill one slot together, the preferred first. */
function* fillings({ seats }: Slot, taken: ReadonlySet<number>, apart: Apart): Generator<number[]> {
  const [first = [], second] = seats;
  for (const a of first) {
    if (taken.has(a)) continue;
    if (!second) yield [a];
    else for (const b of second) if (b !== a && !taken.has(b) && !apart(a, b)) yield [a, b];
  }
}

const choices = ({ seats }: Slot): number => seats.reduce((all, seat) => all * seat.length, 1);

/** People for every one of these slots, nobody in two; nothing where there is no such arrangement. */
export const arrange = (slots: readonly Slot[], apart: Apart): number[][] | undefined => {
  const taken = new Set<number>();
  const people: number[][] = slots.map(() => []);
  const scarcest = [...slots.entries()].sort(([, a], [, b]) => choices(a) - choices(b));
  let steps = 0;
  const fill = (at: number): boolean => {
    const next = scarcest[at];
    if (!next) return true;
    const rest = scarcest.slice(at + 1).map(([, slot]) => slot);
    for (const filling of fillings(next[1], taken, apart)) {
      if (++steps > mostSteps) return false;
      for (const p of filling) taken.add(p);
      people[next[0]] = filling;
      if (canBeSeated(rest, taken) && fill(at + 1)) return true;
      for (const p of filling) taken.delete(p);
    }
    return false;
  };
  return canBeSeated(slots, taken) && fill(0) ? people : undefined;
};

/** As many of these slots as can be filled at once, by their places in the list; of several such sets, that which has the earlier ones. */
export const fullest = (slots: readonly Slot[], apart: Apart): number[] => {
  const ofSize = (size: number): number[] | undefined => {
    let sets = 0;
    const choose = (at: number, chosen: readonly number[]): number[] | undefined => {
      const all = chosen.map((i) => slots[i] as Slot);
      if (chosen.length === size) return arrange(all, apart) && [...chosen];
      if (chosen.length + slots.length - at < size || ++sets > mostSets) return undefined;
      const isSeated = canBeSeated([...all, slots[at] as Slot], new Set());
      return (isSeated ? choose(at + 1, [...chosen, at]) : undefined) ?? choose(at + 1, chosen);
    };
    return choose(0, []);
  };
  for (let size = mostAtOnce(slots); size > 0; size--) {
    const found = ofSize(size);
    if (found) return found;
  }
  return [];
};
