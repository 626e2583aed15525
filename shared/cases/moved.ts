import { type MovedDay, movedDays } from '#shared/deadlines/moved.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { type CaseClockSettings, lastDay } from './clock.ts';
import { clocksOf } from './clocks.ts';

/** Every last day of a case and of the request in it that moves from one set of settings to another. */
export const movedOfCase = (c: CaseFile, before: CaseClockSettings, after: CaseClockSettings): MovedDay[] => {
  const ends = (settings: CaseClockSettings) =>
    clocksOf(c, settings).map((clock) => ({ ...clock, due: lastDay(clock, settings.holidays) }));
  return movedDays(ends(before), ends(after));
};
