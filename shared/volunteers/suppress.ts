/** How a number of people is told: as it is, or not, because somebody could be known by it. */
export type Told = number | 'suppressed';

/** A row of a table of people as it may be published: its total, and what that is made of. */
export type Row = { readonly total: Told; readonly cells: readonly Told[] };

/** The smallest number that is told unless the office says otherwise: the custom of published statistics. */
export const defaultSmallNumbers = 5;

/**
 * A row of numbers of people in which none below `least` is told, nought among them, or can be worked out. A single one
 * is the total less the rest, and several that can only all be nought, or all just below `least`, are no secret either:
 * then the smallest number that would be told goes with them, and whatever is as large as it, so that even somebody who
 * knows this rule finds more than one number that each could be.
 */
export const suppressed = (counts: readonly number[], least: number = defaultSmallNumbers): Row => {
  const total = sum(counts);
  const small = counts.filter((n) => n < least);
  if (least <= 1 || small.length === 0) return { total, cells: counts };
  if (total < least) return { total: 'suppressed', cells: counts.map(() => 'suppressed') };
  const largest = least - 1;
  const hideEachOther = sum(small) >= largest && sum(small) <= (small.length - 1) * largest;
  const hidden = hideEachOther ? largest : Math.min(...counts.filter((n) => n >= least));
  return { total, cells: counts.map((n) => (n <= hidden ? 'suppressed' : n)) };
};

const sum = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0);
