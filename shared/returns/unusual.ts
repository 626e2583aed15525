/** A figure of one period: its value (of a share, between 0 and 1) and how many it is told of. */
export type Seen = { readonly value: number; readonly of: number };

/** How many of the periods before it must be known, and how many things the middle one must tell of. */
const fewest = { periods: 4, things: 20 } as const;
/** So many times their usual distance from the middle of the earlier periods lies what nobody is asked about. */
const wide = 4;
/** Makes the middle distance comparable with a standard deviation, where figures spread as chance spreads them. */
const asDeviation = 1.4826;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return (low + high) / 2;
};

/**
 * What a figure would be within, by the same figure of the periods before: around their middle as far as they spread,
 * and never so near that chance alone leads out of it. Nothing where there are too few of them, or where they tell of so
 * little that a handful more or less is nothing unusual.
 */
export const usualRange = (
  kind: 'count' | 'share' | 'mean',
  earlier: readonly Seen[],
): { from: number; to: number } | undefined => {
  if (earlier.length < fewest.periods || median(earlier.map(({ of }) => of)) < fewest.things)
    return undefined;
  const values = earlier.map(({ value }) => value);
  const middle = median(values);
  const spread = median(values.map((value) => Math.abs(value - middle))) * asDeviation;
  const least = { count: middle * 0.4, share: 0.1, mean: Math.max(middle * 0.5, 5) }[kind];
  const distance = Math.max(wide * spread, least);
  const from = Math.max(0, middle - distance);
  const to = kind === 'share' ? Math.min(1, middle + distance) : middle + distance;
  return kind === 'count' ? { from: Math.floor(from), to: Math.ceil(to) } : { from, to };
};

/** Whether a figure lies outside what it would be within. */
export const isUnusual = (
  { value, of }: Seen,
  { from, to }: { from: number; to: number },
  kind: 'count' | 'share' | 'mean',
): boolean => (kind === 'count' || of >= fewest.things) && (value < from || value > to);
