import { stringify } from 'csv-stringify/sync';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What a scheme's visits of a period come to. The counts are named as columns of the import file. */
export type Totals = {
  from: string;
  completed: number;
  notCompleted?: number;
  counts?: Readonly<Record<string, number>>;
  satisfactory?: number;
};

/** Spreads a total over so many places, at random and to the last one. */
const spread = (total: number, places: number, below: (limit: number) => number): number[] => {
  const parts = new Array<number>(places).fill(0);
  for (let n = 0; n < total; n += 1) (parts[below(places)] as number) += 1;
  return parts;
};

const day = (from: string, n: number) =>
  new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10);

/** Each column's total spread over the visits, so that in no visit more people answered than were offered. */
const spreadCounts = (
  counts: Readonly<Record<string, number>>,
  visits: number,
  below: (n: number) => number,
) => {
  const parts = Object.fromEntries(
    Object.entries(counts).map(([column, total]) => [column, spread(total, visits, below)]),
  );
  const answered = parts.accepted ?? parts.declined;
  const { offered } = counts;
  if (offered === undefined || !answered) return parts;
  const others = spread(offered - answered.reduce((sum, n) => sum + n, 0), visits, below);
  return { ...parts, offered: answered.map((n, i) => n + (others[i] as number)) };
};

/** An import file of visits whose totals are the given ones, spread over its rows and over eighty days. */
export const visitsFile = (totals: Totals, seed: number): string => {
  const dice = xoroshiro128plus(seed);
  const { from, completed, notCompleted = 0, counts = {}, satisfactory } = totals;
  const parts = spreadCounts(counts, completed, (limit) => (dice.next() >>> 0) % limit);
  const rows = Array.from({ length: completed + notCompleted }, (_, n) => {
    const done = n < completed;
    const outcome = done ? 'completed' : (['abandoned', 'refused', 'closed'] as const)[n % 3];
    // What was counted at a visit that was not completed is in no sum.
    const own = Object.values(parts).map((part) => (done ? part[n] : 7));
    const said = satisfactory === undefined || !done ? '' : n < satisfactory ? 'yes' : 'no';
    return [`${from}-${n}`, `Suite ${n % 5}`, day(from, n % 80), outcome, said, ...own];
  });
  const header = ['reference', 'suite', 'date', 'outcome', 'satisfactory', ...Object.keys(parts)];
  return stringify([header, ...rows]);
};
