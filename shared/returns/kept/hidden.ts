import { isSmall } from '#shared/volunteers/suppress.ts';

/** A number that is told, or that could be worked out from what is told. */
export type Cell = {
  readonly value: number;
  /** Whether it counts people, so that a small one is kept back. */
  readonly people: boolean;
  /** Whether it is printed. What is not can still be learnt, and must not be where it is small. */
  readonly told: boolean;
  /** What is kept back rather than others for the sake of a small number: a part (0) before a total. */
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
type Moves = Map<number, number>;

/** What can be no less: of a number of people that is kept back everybody knows that it is not nought. */
const leastOf = ({ told, value }: Cell): number => Math.min(told ? 1 : 0, value);

/** Another way in which the unknown cells could be, with one of them moved: what moves, and by how much. */
const otherwise = (
  { cells, ties, within }: Table,
  unknown: readonly boolean[],
  values: readonly number[],
  first: { cell: number; by: number },
  { longest, steps }: (typeof searches)[number],
): Moves | undefined => {
  const fits = (cell: number, by: number) => (values[cell] ?? 0) + by >= leastOf(cells[cell] as Cell);
  const moves: Moves = new Map();
  const off = new Map<number, number>();
  let left: number = steps;
  const shift = (cell: number, by: number) => {
    for (const [tie, times] of within[cell] ?? []) {
      const now = (off.get(tie) ?? 0) + times * by;
      if (now === 0) off.delete(tie);
      else off.set(tie, now);
    }
  };
  const waysOf = (tie: number, by: number): [cell: number, by: number][] =>
    (ties[tie] ?? []).flatMap(([cell, times]): [number, number][] => {
      const step = -by / times;
      const free = unknown[cell] && !moves.has(cell) && Number.isInteger(step);
      return free && fits(cell, step) ? [[cell, step]] : [];
    });
  const settled = (): boolean => {
    if (off.size === 0) return true;
    if (moves.size >= longest || left-- <= 0) return false;
    let fewest: [number, number][] | undefined;
    for (const [tie, by] of off) {
      const ways = waysOf(tie, by);
      if (!fewest || ways.length < fewest.length) fewest = ways;
      if (fewest.length === 0) return false;
    }
    const tried = (fewest ?? []).toSorted(([a], [b]) => (within[a]?.length ?? 0) - (within[b]?.length ?? 0));
    for (const [cell, by] of tried) {
      moves.set(cell, by);
      shift(cell, by);
      if (settled()) return true;
      shift(cell, -by);
      moves.delete(cell);
    }
    return false;
  };
  if (!fits(first.cell, first.by)) return undefined;
  moves.set(first.cell, first.by);
  shift(first.cell, first.by);
  return settled() ? moves : undefined;
};

/**
 * Whether a small number, by all that is told and by what ties it, could be as many numbers as there are small ones: then
 * the cells that move with it, and otherwise nothing. What is found is another set of numbers that fits, so that a yes is
 * never wrong; a no can be, where the search ends before it finds one, and then more is kept back than had to be.
 */
export const isOpen = (
  table: Table,
  unknown: readonly boolean[],
  cell: number,
  least: number,
): ReadonlySet<number> | undefined => {
  const used = new Set<number>([cell]);
  let missing = least - 2;
  for (const by of [-1, 1]) {
    const values = table.cells.map(({ value }) => value);
    while (missing > 0) {
      let moves: Moves | undefined;
      for (const search of searches) moves ??= otherwise(table, unknown, values, { cell, by }, search);
      if (!moves) break;
      missing -= 1;
      for (const [moved, step] of moves) {
        values[moved] = (values[moved] ?? 0) + step;
        used.add(moved);
      }
    }
  }
  return missing === 0 ? used : undefined;
};

/** The cells that are unknown with one of them, as far as ties reach over what is unknown, and what is told beside them. */
const around = ({ cells, ties, within }: Table, unknown: readonly boolean[], from: number) => {
  const seen = new Set<number>([from]);
  const beside = new Set<number>();
  for (const cell of seen)
    for (const [tie] of within[cell] ?? [])
      for (const [other] of ties[tie] ?? []) {
        if (unknown[other]) seen.add(other);
        else if (cells[other]?.value !== 0) beside.add(other);
      }
  return { seen, beside: [...beside].toSorted((a, b) => costOf(cells, a) - costOf(cells, b) || a - b) };
};

const costOf = (cells: readonly Cell[], cell: number): number =>
  (cells[cell]?.rank ?? 0) * 1e9 + Math.abs(cells[cell]?.value ?? 0);

/** Of what is told beside a cell, what is kept back next for its sake: what is enough by itself, or else what stands alone against it. */
const nextFor = (table: Table, unknown: boolean[], cell: number, least: number): number | undefined => {
  const { seen, beside } = around(table, unknown, cell);
  for (const one of beside.slice(0, mostTried)) {
    unknown[one] = true;
    const enough = isOpen(table, unknown, cell, least);
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
 * everything that is told, be as many numbers as there are small ones. The smallest told number that hides it goes with
 * it, parts before totals, and whatever turned out not to be needed is told after all. Nought is told.
 *
 * This guards against whoever knows the numbers told, everything that ties them, and that what is kept back is not nought.
 * It does not guard against whoever knows one of the numbers from elsewhere, nor against guessing from how likely
 * numbers are.
 */
export const hiddenAmong = (table: Table, least: number): readonly boolean[] => {
  const { cells } = table;
  const small = cells.flatMap(({ people, value }, at) => (people && isSmall(value, least) ? [at] : []));
  const unknown = cells.map(({ told, people, value }) => !told || (people && isSmall(value, least)));
  const shownBy = new Map<number, ReadonlySet<number>>();
  const secondary: number[] = [];
  for (const cell of small) {
    let shown = isOpen(table, unknown, cell, least);
    while (!shown) {
      const next = nextFor(table, unknown, cell, least);
      if (next === undefined) break;
      unknown[next] = true;
      secondary.push(next);
      shown = isOpen(table, unknown, cell, least);
    }
    if (shown) shownBy.set(cell, shown);
  }
  for (const one of secondary.toSorted((a, b) => costOf(cells, b) - costOf(cells, a))) {
    unknown[one] = false;
    const again = [...shownBy].filter(([, shown]) => shown.has(one)).map(([cell]) => cell);
    const shown = again.map((cell) => [cell, isOpen(table, unknown, cell, least)] as const);
    const isNeeded = shown.some(([, found]) => !found) || shownBy.size < small.length;
    if (isNeeded) unknown[one] = true;
    else for (const [cell, found] of shown) if (found) shownBy.set(cell, found);
  }
  return unknown;
};
