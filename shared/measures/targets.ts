import { type Suite, suiteStatusOn, suiteTargetOn } from '#shared/records/suite.ts';
import { addDays, daysBetween } from '#shared/times.ts';

/**
 * How many visits a suite's targets ask for between two days, both included; null where it has no target then. A
 * weekly target counts for each week that begins (on its Monday) while the suite is open; a quarterly one by thirds,
 * for each month that begins so. Whole weeks and months make the targets of quarters add up to that of their year.
 */
export const suiteTarget = (suite: Suite, from: string, to: string): number | null => {
  if (!suite.targets.some((t) => t.from <= to)) return null;
  let [weekly, thirds] = [0, 0];
  for (const [first, last] of unchanging(suite, from, to)) {
    const target = suiteTargetOn(suite, first);
    if (!target || suiteStatusOn(suite, first) !== 'open') continue;
    if (target.per === 'week') weekly += target.visits * (mondaysTo(last) - mondaysTo(addDays(first, -1)));
    else thirds += target.visits * (monthsTo(last) - monthsTo(addDays(first, -1)));
  }
  return Math.round((weekly + thirds / 3) * 100) / 100;
};

/** The stretches of days within which neither the target nor the status of a suite changes. */
const unchanging = (
  { targets, statuses }: Suite,
  from: string,
  to: string,
): [first: string, last: string][] => {
  const changes = [...targets, ...statuses].map((one) => one.from).filter((day) => day > from && day <= to);
  const begins = [...new Set([from, ...changes.sort()])];
  return begins.map((first, i) => {
    const next = begins[i + 1];
    return [first, next === undefined ? to : addDays(next, -1)];
  });
};

const aMonday = '1900-01-01';
/** How many weeks, and how many months, have begun up to a day. */
const mondaysTo = (day: string): number => Math.floor(daysBetween(aMonday, day) / 7);
const monthsTo = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
