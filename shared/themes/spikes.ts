import { addDays } from '#shared/times.ts';

/** How many weeks before a week tell what is usual for it, and how many cases a week needs before it is looked at. */
export const usualWeeks = 12;
export const fewest = 5;

/** A week in which far more came under a theme than usual. */
export type Spike = {
  /** Its Monday. */
  readonly week: string;
  readonly cases: number;
  /** The average of the weeks before it. */
  readonly usual: number;
  /** The most that one of them had. */
  readonly most: number;
};

/** The rule in words, as it stands on the page beside what it found. */
export const spikeRule = `A week is pointed out where at least ${fewest} cases came under a theme, more than twice the average of the ${usualWeeks} weeks before, and more than in any one of them.`;

/**
 * The weeks that stand out of a row of weeks, by `spikeRule`. A week is only looked at where all the weeks that tell
 * what is usual lie within what is known.
 * @param counts cases by week, the earliest first, one after the other
 * @param firstWeek the Monday of the first
 * @param from the Monday of the first week that is looked at
 */
export const spikesIn = (counts: readonly number[], firstWeek: string, from: string): Spike[] =>
  counts.flatMap((cases, i) => {
    const week = addDays(firstWeek, 7 * i);
    if (i < usualWeeks || week < from) return [];
    const before = counts.slice(i - usualWeeks, i);
    const sum = before.reduce((all, one) => all + one, 0);
    const most = Math.max(...before);
    // Compared as whole numbers: an average that is rounded would decide otherwise at the border.
    const isFarAbove = cases * usualWeeks > 2 * sum;
    if (cases < fewest || !isFarAbove || cases <= most) return [];
    return [{ week, cases, usual: sum / usualWeeks, most }];
  });
