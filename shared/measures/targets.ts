import { Temporal } from 'temporal-polyfill';
import { type Suite, suiteStatusOn, suiteTargetOn } from '#shared/records/suite.ts';

/**
 * How many visits a suite's targets ask for between two days, both included; null where it has no target then. A
 * weekly target counts for each week that begins (on its Monday) while the suite is open; a quarterly one by thirds,
 * for each month that begins so. Whole weeks and months make the targets of quarters add up to that of their year.
 */
export const suiteTarget = (suite: Suite, from: string, to: string): number | null => {
  const counted = (day: string, per: 'week' | 'quarter') => {
    const target = suiteTargetOn(suite, day);
    return target?.per === per && suiteStatusOn(suite, day) === 'open' ? target.visits : 0;
  };
  if (!suite.targets.some((t) => t.from <= to)) return null;
  const weekly = mondays(from, to).reduce((sum, day) => sum + counted(day, 'week'), 0);
  const thirds = firstsOfMonth(from, to).reduce((sum, day) => sum + counted(day, 'quarter'), 0);
  return Math.round((weekly + thirds / 3) * 100) / 100;
};

const mondays = (from: string, to: string): string[] => {
  const first = Temporal.PlainDate.from(from);
  return steps(first.add({ days: (8 - first.dayOfWeek) % 7 }), to, { days: 7 });
};

const firstsOfMonth = (from: string, to: string): string[] => {
  const first = Temporal.PlainDate.from(from);
  return steps(first.day === 1 ? first : first.with({ day: 1 }).add({ months: 1 }), to, { months: 1 });
};

const steps = (
  first: Temporal.PlainDate,
  to: string,
  step: { days: number } | { months: number },
): string[] => {
  const days: string[] = [];
  for (let day = first; day.toString() <= to; day = day.add(step)) days.push(day.toString());
  return days;
};
