import { yearContaining } from '#shared/periods.ts';
import { daysBetween } from '#shared/times.ts';
import type { AllegationFact, ReviewSpan, ThemeFact } from './review-facts.ts';
import { bandTitles } from './wording.ts';

/** How old open reviews are, in calendar days since receipt; each band goes up to its number, the last has no end. */
export const ageBands = [28, 56, 84, 168] as const;

const bandOf = (days: number): number => {
  const i = ageBands.findIndex((to) => days <= to);
  return i < 0 ? ageBands.length : i;
};

/** Whether a review was open when a day ended. */
export const isOpenOn = ({ date, until }: Pick<ReviewSpan, 'date' | 'until'>, day: string): boolean =>
  date <= day && (until === null || until > day);

type Counted = [key: string, reviews: number];

/** Open reviews by how long ago they were received; every band stands there, also an empty one. */
export const openByAge = (spans: readonly ReviewSpan[], day: string): Counted[] => {
  const ages = spans.filter((span) => isOpenOn(span, day)).map(({ date }) => bandOf(daysBetween(date, day)));
  return bandTitles(ageBands).map((title, i) => [title, ages.filter((band) => band === i).length]);
};

/** Open reviews by the office's year in which they were received, the oldest first. */
export const outstandingByYear = (
  spans: readonly ReviewSpan[],
  day: string,
  yearBegins?: number,
): Counted[] =>
  tally(
    spans.filter((span) => isOpenOn(span, day)).map(({ date }) => [yearContaining(date, yearBegins).id, 1]),
  ).sort(([a], [b]) => (a < b ? -1 : 1));

const tally = (counted: readonly Counted[]): Counted[] => {
  const sums = new Map<string, number>();
  for (const [key, number] of counted) sums.set(key, (sums.get(key) ?? 0) + number);
  return [...sums];
};

/** The largest first, and in the order of their names among those alike; what is not said stands last. */
const largestFirst = (rows: Counted[]): Counted[] =>
  rows.sort(([a, m], [b, n]) => Number(a === notSaid) - Number(b === notSaid) || n - m || (a < b ? -1 : 1));

/** What stands for a category where none was given. */
export const notSaid = 'Not said';

const isOn = ({ date }: { date: string }, { from, to }: { from: string; to: string }): boolean =>
  date >= from && date <= to;

/** Allegations of the reviews received in a period, by category: they add up to `allegations.count`. */
export const allegationsByCategory = (
  facts: readonly AllegationFact[],
  period: { from: string; to: string },
): Counted[] =>
  largestFirst(
    tally(
      facts
        .filter((fact) => isOn(fact, period))
        .map(({ category, number }): Counted => [category ?? notSaid, number]),
    ),
  );

/** Themes of reviews received or completed in a period. A review with several counts once under each. */
export const reviewsByTheme = (
  facts: readonly ThemeFact[],
  period: { from: string; to: string },
  what: ThemeFact['what'] = 'received',
): Counted[] =>
  largestFirst(
    tally(
      facts
        .filter((fact) => fact.what === what && isOn(fact, period))
        .map(({ theme }): Counted => [theme, 1]),
    ),
  );
