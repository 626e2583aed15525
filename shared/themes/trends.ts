import { addDays, weekday } from '#shared/times.ts';
import { type Spike, spikesIn, usualWeeks } from './spikes.ts';

/** How many cases came under a theme in an area on a day. Nothing in it tells whose they were. */
export type Counted = {
  readonly date: string;
  readonly theme: string;
  readonly area: string | null;
  readonly cases: number;
};

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekday(day));

/** The Mondays of so many weeks, of which the last is that of a day. */
export const weeksTo = (day: string, many: number): string[] =>
  Array.from({ length: many }, (_, i) => addDays(mondayOf(day), -7 * (many - 1 - i)));

export type ThemeRow = {
  readonly theme: string;
  /** Cases of each week that is shown. */
  readonly weeks: readonly number[];
  readonly total: number;
  /** Cases of as many weeks before these. */
  readonly before: number;
};

export type ThemeSpike = Spike & { readonly theme: string; readonly area: string | null };

const weekOf = (firstWeek: string, date: string): number =>
  Math.floor((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${firstWeek}T00:00:00Z`)) / 604_800_000);

const byWeek = (found: readonly Counted[], firstWeek: string, many: number): number[] => {
  const counts = new Array<number>(many).fill(0);
  for (const { date, cases } of found) {
    const week = weekOf(firstWeek, date);
    if (week >= 0 && week < many) counts[week] = (counts[week] ?? 0) + cases;
  }
  return counts;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** So many weeks before those that are shown are asked for: those compared with, and those that tell what is usual. */
export const firstAsked = (weeks: readonly string[]): string =>
  addDays(weeks[0] as string, -7 * Math.max(weeks.length, usualWeeks));

/** Themes by week, the most frequent first: what came under each, and under it in as many weeks before. */
export const themeRows = (found: readonly Counted[], weeks: readonly string[]): ThemeRow[] => {
  const many = weeks.length;
  const first = addDays(weeks[0] as string, -7 * many);
  return [...Map.groupBy(found, ({ theme }) => theme)]
    .map(([theme, own]) => {
      const counts = byWeek(own, first, 2 * many);
      const shown = counts.slice(many);
      return { theme, weeks: shown, total: sum(shown), before: sum(counts.slice(0, many)) };
    })
    .filter(({ total, before }) => total + before > 0)
    .sort((a, b) => b.total - a.total || b.before - a.before || (a.theme < b.theme ? -1 : 1));
};

/**
 * The spikes of the weeks shown, the latest first: of each theme everywhere, and of each in each area. Weeks before the
 * first case that is known tell nothing of what is usual.
 */
export const themeSpikes = (
  found: readonly Counted[],
  weeks: readonly string[],
  firstKnown: string,
): ThemeSpike[] => {
  const asked = firstAsked(weeks);
  const known = mondayOf(firstKnown);
  const first = known > asked ? known : asked;
  const last = weeks.at(-1) as string;
  if (first > last) return [];
  const many = weekOf(first, last) + 1;
  const spikesOf = (theme: string, area: string | null, own: readonly Counted[]): ThemeSpike[] =>
    spikesIn(byWeek(own, first, many), first, weeks[0] as string).map((spike) => ({ ...spike, theme, area }));
  return [...Map.groupBy(found, ({ theme }) => theme)]
    .flatMap(([theme, ofTheme]) => [
      ...spikesOf(theme, null, ofTheme),
      ...[...Map.groupBy(ofTheme, ({ area }) => area)].flatMap(([area, own]) =>
        area === null ? [] : spikesOf(theme, area, own),
      ),
    ])
    .sort((a, b) =>
      a.week === b.week ? b.cases - a.cases || (a.theme < b.theme ? -1 : 1) : a.week < b.week ? 1 : -1,
    );
};
