import { isSmall } from '#shared/volunteers/suppress.ts';

/** A number that is told, or that could be worked out from what is told. */
export type Cell = {
  readonly value: number;
  /** Whether it counts people, so that a small one is kept back. */
  readonly people: boolean;
  /** Whether it is printed. What is not can still be learnt, and must not be where it is small. */
  readonly told: boolean;
  /** What is kept back rather than others for the sake of a small number: a part (0) before a total (2). */
  readonly rank: number;
};

/** Cells, each so many times, that come to nought together: a whole and, less it, its parts. */
export type Tie = readonly (readonly [cell: number, times: number])[];

/** How many numbers may move together where another possibility is looked for, and how many steps it may take. */
const searches = [
  { longest: 4, steps: 200 },
  { longest: 10, steps: 600 },
  { longest: 24, steps: 2_000 },
] as const;
/** How many told numbers are tried one by one before one is kept back without being enough. */
const mostTried = 12;

/** Cells with what ties them: only ties that hold of the numbers, others would say what is not so. */
export const tabled = (cells: readonly Cell[], ties: readonly Tie[]) => {
  const holding = ties.filter(
    (tie) => tie.reduce((sum, [cell, times]) => sum + times * (cells[cell]?.value ?? 0), 0) === 0,
  );
  const within: [tie: number, times: number][][] = cells.map(() => []);
  for (const [at, tie] of holding.entries()) for (const [cell, times] of tie) within[cell]?.push([at, times]);
  return { cells, ties: holding, within };
};
type Table = ReturnType<typeof tabled>;

/**
 * The same with cells that must be one number taken as one: an area of a single suite, the numerator of a share and the
 * count that stands beside it. Whatever is known of one is known of the other, and there is less to be searched.
 */
const oneOfEach = ({ cells, ties }: Table): { table: Table; at: readonly number[] } => {
  const same = cells.map((_, cell) => cell);
  const firstOf = (cell: number): number => {
    let first = cell;
    while (same[first] !== first) first = same[first] as number;
    return first;
  };
  for (const [one, other, ...more] of ties)
    if (one && other && more.length === 0 && one[1] + other[1] === 0)
      same[firstOf(one[0])] = firstOf(other[0]);
  const alike = [...Map.groupBy(cells.keys(), firstOf).values()];
  const at: number[] = [];
  for (const [place, own] of alike.entries()) for (const cell of own) at[cell] = place;
  const merged = alike.map((own): Cell => {
    const all = own.map((cell) => cells[cell] as Cell);
    return {
      value: all[0]?.value ?? 0,
      people: all.some(({ people }) => people),
      told: all.some(({ told }) => told),
      rank: Math.max(...all.map(({ rank }) => rank)),
    };
  });
  const written = new Map(
    ties.flatMap((tie) => {
      const times = new Map<number, number>();
      for (const [cell, by] of tie) times.set(at[cell] as number, (times.get(at[cell] as number) ?? 0) + by);
      const left = [...times].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
      const way = Math.sign(left[0]?.[1] ?? 0);
      return left.length === 0
        ? []
        : [[left.map(([cell, by]) => `${cell}:${by * way}`).join(), left] as const];
    }),
  );
  return { table: tabled(merged, [...written.values()]), at };
};
type Moves = Map<number, number>;

/**
 * What each can be no less than. Of a number of people that is kept back everybody knows that it is not nought, but where
 * a nought had to be kept back beside it.
 */
const floorsOf = ({ cells, ties, within }: Table, unknown: readonly boolean[]) => {
  const known: number[] = [];
  const isNought = (cell: number) => unknown[cell] && cells[cell]?.told && cells[cell]?.value === 0;
  return (cell: number): number => {
    const { told, value } = cells[cell] as Cell;
    known[cell] ??=
      told && value > 0 && !within[cell]?.some(([tie]) => ties[tie]?.some(([other]) => isNought(other)))
        ? 1
        : 0;
    return Math.min(known[cell], value);
  };
};

/** Of each tie the cells that are unknown, found when they are first asked for: of most ties there are few or none. */
const unknownWithin = ({ ties }: Table, unknown: readonly boolean[]): ((tie: number) => Tie) => {
  const found: Tie[] = [];
  return (tie) => {
    found[tie] ??= (ties[tie] ?? []).filter(([cell]) => unknown[cell]);
    return found[tie];
  };
};

/** What a search for another possibility starts from: what is unknown, and by how much each has moved so far. */
type From = {
  readonly unknownIn: (tie: number) => Tie;
  readonly floor: (cell: number) => number;
  readonly moved: ReadonlyMap<number, number>;
};

/**
 * Another way in which the unknown cells could be, with one of them moved: what moves, and by how much. `none` where there
 * is none at all, and nothing where the search ended before it was known.
 */
const otherwise = (
  { cells, within }: Table,
  { unknownIn, floor, moved }: From,
  first: { cell: number; by: number },
  { longest, steps }: (typeof searches)[number],
): Moves | 'none' | undefined => {
  const fits = (cell: number, by: number) =>
    (cells[cell]?.value ?? 0) + (moved.get(cell) ?? 0) + by >= floor(cell);
  const moves: Moves = new Map();
  const off = new Map<number, number>();
  let left: number = steps;
  let isCut = false;
  const shift = (cell: number, by: number) => {
    for (const [tie, times] of within[cell] ?? []) {
      const now = (off.get(tie) ?? 0) + times * by;
      if (now === 0) off.delete(tie);
      else off.set(tie, now);
    }
  };
  const isWay = (cell: number, step: number) =>
    !moves.has(cell) && Number.isInteger(step) && fits(cell, step);
  const waysOf = (tie: number, by: number, enough: number): number => {
    let ways = 0;
    for (const [cell, times] of unknownIn(tie)) {
      if (isWay(cell, -by / times)) ways += 1;
      if (ways >= enough) break;
    }
    return ways;
  };
  const settled = (): boolean => {
    if (off.size === 0) return true;
    if (moves.size >= longest || left-- <= 0) {
      isCut = true;
      return false;
    }
    let [fewest, narrowest] = [Number.POSITIVE_INFINITY, -1];
    for (const [tie, by] of off) {
      const ways = waysOf(tie, by, fewest);
      if (ways < fewest) [fewest, narrowest] = [ways, tie];
      if (fewest === 0) return false;
    }
    const by = off.get(narrowest) ?? 0;
    const tried = unknownIn(narrowest)
      .map(([cell, times]) => [cell, -by / times] as const)
      .filter(([cell, step]) => isWay(cell, step))
      .sort(([a], [b]) => (within[a]?.length ?? 0) - (within[b]?.length ?? 0));
    for (const [cell, step] of tried) {
      moves.set(cell, step);
      shift(cell, step);
      if (settled()) return true;
      shift(cell, -step);
      moves.delete(cell);
    }
    return false;
  };
  if (!fits(first.cell, first.by)) return 'none';
  moves.set(first.cell, first.by);
  shift(first.cell, first.by);
  if (settled()) return moves;
  return isCut ? undefined : 'none';
};

/**
 * Whether a number, by all that is told and by what ties it, could be so many numbers: then
 * the cells that move with it, and otherwise nothing. What is found is another set of numbers that fits, so that a yes is
 * never wrong; a no can be, where the search ends before it finds one, and then more is kept back than had to be.
 */
export const isOpen = (
  table: Table,
  unknown: readonly boolean[],
  cell: number,
  many: number,
): ReadonlySet<number> | undefined => {
  const used = new Set<number>([cell]);
  const [unknownIn, floor] = [unknownWithin(table, unknown), floorsOf(table, unknown)];
  let missing = many - 1;
  for (const by of [-1, 1]) {
    const moved = new Map<number, number>();
    while (missing > 0) {
      let moves: Moves | 'none' | undefined;
      for (const search of searches)
        moves ??= otherwise(table, { unknownIn, floor, moved }, { cell, by }, search);
      if (!moves || moves === 'none') break;
      missing -= 1;
      for (const [one, step] of moves) {
        moved.set(one, (moved.get(one) ?? 0) + step);
        used.add(one);
      }
    }
  }
  return missing === 0 ? used : undefined;
};

const costOf = (cells: readonly Cell[], cell: number): number => {
  const { rank, value } = cells[cell] as Cell;
  return (rank + Number(value === 0)) * 1e9 + Math.abs(value);
};
/** A total. What costs less is a part, or a nought among parts. */
const costOfTotals = 2e9;

/** The cells that are unknown with one of them, as far as ties reach over what is unknown, and what is told beside them. */
const around = ({ cells, ties, within }: Table, unknown: readonly boolean[], from: number, most: number) => {
  const seen = new Set<number>([from]);
  const beside = new Set<number>();
  for (const cell of seen)
    for (const [tie] of within[cell] ?? [])
      for (const [other] of ties[tie] ?? []) {
        if (unknown[other]) seen.add(other);
        else if (costOf(cells, other) < most) beside.add(other);
      }
  return { seen, beside: [...beside].toSorted((a, b) => costOf(cells, a) - costOf(cells, b) || a - b) };
};

type Wanted = { readonly cell: number; readonly many: number; readonly most: number };

/** Of what is told beside a cell, what is kept back next for its sake: what is enough by itself, or else what stands alone against it. */
const nextFor = (table: Table, unknown: boolean[], { cell, many, most }: Wanted): number | undefined => {
  const { seen, beside } = around(table, unknown, cell, most);
  for (const one of beside.slice(0, mostTried)) {
    unknown[one] = true;
    const enough = isOpen(table, unknown, cell, many);
    unknown[one] = false;
    if (enough) return one;
  }
  const isAlone = (tie: number) => (table.ties[tie] ?? []).filter(([one]) => unknown[one]).length === 1;
  const alone = [...seen]
    .flatMap((one) => (table.within[one] ?? []).map(([tie]) => tie))
    .find((tie) => isAlone(tie) && (table.ties[tie] ?? []).some(([one]) => beside.includes(one)));
  if (alone === undefined) return beside[0];
  return beside.find((one) => (table.ties[alone] ?? []).some(([other]) => other === one));
};

/**
 * Which cells are kept back so that no small number of people is told or can be worked out from what is: each could, by
 * everything that is told, be as many numbers as there are small ones, or two at least where it would take a total
 * otherwise. The smallest told number that hides it goes with it: of the parts, then a nought among them, then a total.
 * Whatever turned out not to be needed is told after all.
 *
 * This guards against whoever knows the numbers told, everything that ties them, and that what is kept back is not nought.
 * It does not guard against whoever knows one of the numbers from elsewhere, nor against guessing from how likely
 * numbers are.
 */
export const hiddenAmong = (whole: Table, least: number): readonly boolean[] => {
  const { table, at } = oneOfEach(whole);
  const hidden = hiddenWithin(table, least);
  return whole.cells.map((_, cell) => hidden[at[cell] as number] === true);
};

const hiddenWithin = (table: Table, least: number): readonly boolean[] => {
  const { cells } = table;
  const small = cells.flatMap(({ people, value }, at) => (people && isSmall(value, least) ? [at] : []));
  const unknown = cells.map(({ told, people, value }) => !told || (people && isSmall(value, least)));
  const shownBy = new Map<number, { cells: ReadonlySet<number>; many: number }>();
  const secondary: number[] = [];
  const protect = (cell: number, many: number, most: number): boolean => {
    for (;;) {
      const shown = isOpen(table, unknown, cell, many);
      if (shown) shownBy.set(cell, { cells: shown, many });
      const next = shown ? undefined : nextFor(table, unknown, { cell, many, most });
      if (next === undefined) return shown !== undefined;
      unknown[next] = true;
      secondary.push(next);
    }
  };
  for (const cell of small)
    if (!protect(cell, least - 1, costOfTotals)) protect(cell, 2, Number.POSITIVE_INFINITY);
  for (const one of secondary.toSorted((a, b) => costOf(cells, b) - costOf(cells, a))) {
    unknown[one] = false;
    const again = [...shownBy].filter(([, shown]) => shown.cells.has(one));
    const shown = again.map(([cell, { many }]) => [cell, many, isOpen(table, unknown, cell, many)] as const);
    if (shown.some(([, , found]) => !found)) unknown[one] = true;
    else for (const [cell, many, found] of shown) if (found) shownBy.set(cell, { cells: found, many });
  }
  return unknown;
};
