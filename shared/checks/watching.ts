import { type TimelineEntry, timelineSteps } from '#shared/records/record-check.ts';
import { type Line, linesOf } from './line.ts';
import { stretch } from './moments.ts';

/**
 * How far apart checks of a person may be at most, in minutes, by the level of observation. Level 1 (general): at least
 * every hour; level 2 (intermittent): at least every 30 minutes, with rousing where the person is intoxicated (PACE
 * Code C 9.3 and Annex H; Code H 9.3 likewise; College of Policing, APP Detention and custody, Levels of observation).
 * Levels 3 (constant) and 4 (close proximity) are watching without a break, which no list of checks can show.
 */
const atMost = { '1': 60, '2': 30, '3': undefined, '4': undefined } as const;

/** Two checks, or a level and the first check after it, that lie further apart than the level allows. */
export type Apart = {
  readonly from: Line;
  readonly to: Line;
  readonly level: '1' | '2';
  readonly minutes: number;
};

const isWatching = ({ step }: Line) =>
  step === 'check' || step === 'observation level' || step === 'released';

/** Stretches of an observation level in which nobody looked in as often as it asks. Healthcare looking in is a check. */
export const apartIn = (check: { entries: readonly TimelineEntry[] }): Apart[] => {
  const lines = linesOf(check, timelineSteps).filter(
    (line) => (isWatching(line) || line.step === 'healthcare seen') && line.done,
  );
  const found: Apart[] = [];
  let level: keyof typeof atMost | undefined;
  let last: Line | undefined;
  for (const line of lines) {
    const limit = level && atMost[level];
    if (last?.done && line.done && limit !== undefined && (level === '1' || level === '2')) {
      const between = stretch(last.done, line.done);
      if (between && between.least > limit)
        found.push({ from: last, to: line, level, minutes: between.least });
    }
    if (line.step === 'observation level') level = line.entry.level;
    if (line.step === 'released') level = undefined;
    last = line;
  }
  return found;
};

/** So many checks in a row at one and the same distance are worth a look at the footage. */
export const inARow = 6;

/**
 * Checks that stand exactly as far apart as each other, many times in a row. People may be as regular as that, so it
 * is pointed out and nothing more.
 */
export const regularIn = (check: {
  entries: readonly TimelineEntry[];
}): { lines: Line[]; minutes: number }[] => {
  const checks = linesOf(check, timelineSteps).filter((line) => line.step === 'check' && line.done);
  const found: { lines: Line[]; minutes: number }[] = [];
  let run: Line[] = [];
  let distance: number | undefined;
  const close = () => {
    if (run.length >= inARow && distance) found.push({ lines: run, minutes: distance });
  };
  for (const line of checks) {
    const before = run.at(-1);
    const between = before?.done && line.done ? stretch(before.done, line.done)?.least : undefined;
    if (before && between !== undefined && between === distance) run = [...run, line];
    else {
      close();
      run = before ? [before, line] : [line];
      distance = between;
    }
  }
  close();
  return found;
};
