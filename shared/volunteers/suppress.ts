import type { Setting } from '#shared/records/setting.ts';

/** How a number of people is told: as it is, or not, because somebody could be known by it. */
export type Told = number | 'suppressed';

/** A row of a table of people as it may be published: its total, and what that is made of. */
export type Row = { readonly total: Told; readonly cells: readonly Told[] };

/** The smallest number that is told unless the office says otherwise: the custom of published statistics. */
const defaultSmallNumbers = 5;
/** Of numbers below this so few are small that they cannot hide among each other from somebody who knows the rule. */
export const leastSmallNumbers = 4;

/** The smallest number of people that this office tells; nought is told besides. */
export const smallNumbersOf = ({
  smallNumbers = defaultSmallNumbers,
}: Pick<Setting, 'smallNumbers'>): number => Math.max(smallNumbers, leastSmallNumbers);

/** Whether a number of people is so small that somebody could be known by it. */
export const isSmall = (n: number, least: number): boolean => n > 0 && n < least;

/**
 * A row of numbers of people in which no small one is told or can be worked out; that there is nobody at all names
 * nobody, and is told. A single small number is the total less the rest, and several that can only all be one, or all
 * just below `least`, are no secret either: then the smallest number that would be told goes with them and whatever is
 * as large as it, or everything where there is none, so that even somebody who knows this rule finds more than one
 * number that each could be.
 */
export const suppressed = (counts: readonly number[], least: number): Row => {
  const total = sum(counts);
  const small = counts.filter((n) => isSmall(n, least));
  const nothing = (of: Told): Row => ({ total: of, cells: counts.map(() => 'suppressed') });
  if (small.length === 0) return { total, cells: counts };
  if (total < least) return nothing('suppressed');
  const largest = hideEachOther(small, least) ? least - 1 : Math.min(...counts.filter((n) => n >= least));
  if (largest === Number.POSITIVE_INFINITY) return nothing(total);
  return { total, cells: counts.map((n) => (n > 0 && n <= largest ? 'suppressed' : n)) };
};

/** Whether each of several small numbers could be any small number, by their sum. */
const hideEachOther = (small: readonly number[], least: number): boolean => {
  const others = small.length - 1;
  return others > 0 && sum(small) >= least - 1 + others && sum(small) <= others * (least - 1) + 1;
};

const sum = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0);
