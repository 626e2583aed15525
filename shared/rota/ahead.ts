import type { Gap, RotaInput, Week } from './rota.ts';

/**
 * The same rota with what is still wanted from a week on: nobody can go in a week that has passed, and what was visited
 * in it counts towards a target of the whole quarter.
 */
export const ahead = (input: RotaInput, from: Week): RotaInput => ({
  ...input,
  suites: input.suites.map((suite) => {
    const gone = input.fixed.filter((place) => place.suite === suite.id && place.week < from);
    const wants = suite.wants
      .toSorted((a, b) => a.weeks.length - b.weeks.length)
      .flatMap((want) => {
        const made = gone
          .filter(({ week, tact }) => want.weeks.includes(week) && (tact ?? false) === (want.tact ?? false))
          .slice(0, want.visits);
        for (const place of made) gone.splice(gone.indexOf(place), 1);
        const weeks = want.weeks.filter((week) => week >= from);
        const visits = want.visits - made.length;
        return weeks.length > 0 && visits > 0 ? [{ ...want, weeks, visits }] : [];
      });
    return { ...suite, wants };
  }),
});

/** Gaps that somebody can still fill. */
export const gapsAhead = (gaps: readonly Gap[], from: Week): Gap[] =>
  gaps.filter(({ weeks }) => weeks.some((week) => week >= from));
