import { daysBetween } from '#shared/times.ts';
import type { CaseSpan } from './case-facts.ts';
import { isOpenOn } from './review-tables.ts';
import { bandTitles } from './wording.ts';

/** How old open cases are, in calendar days since receipt; each band goes up to its number, the last has no end. */
const ageBands = [7, 28, 56, 84] as const;

/** Open cases by how long ago they were received; every band stands there, also an empty one. */
export const openCasesByAge = (
  spans: readonly Pick<CaseSpan, 'date' | 'until'>[],
  day: string,
): [age: string, cases: number][] => {
  const ages = spans
    .filter((span) => isOpenOn(span, day))
    .map(({ date }) => {
      const band = ageBands.findIndex((to) => daysBetween(date, day) <= to);
      return band < 0 ? ageBands.length : band;
    });
  return bandTitles(ageBands).map((title, i) => [title, ages.filter((band) => band === i).length]);
};
