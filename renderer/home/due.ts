import type { Output } from '#shared/contract.ts';
import { daysBetween } from '#shared/times.ts';

type Suite = Output<'suites.list'>[number];

/** A suite that wants a visit, and why. */
export type Wanted = { id: string; name: string; why: string; last: string | null };

/** Days without a visit after which a suite is named although nothing says how often it is to be visited. */
const long = 60;

/**
 * The open suites that are below their target for this quarter, or were last visited long ago; those waiting longest
 * come first. It says that a visit is due and never a day for it: visits are unannounced.
 */
export const due = (suites: readonly Suite[], today: string): Wanted[] =>
  suites
    .filter((s) => s.status === 'open')
    .flatMap((s) => {
      const why = reason(s, today);
      return why ? [{ id: s.id, name: s.name, why, last: s.lastVisit }] : [];
    })
    .sort((a, b) => ((a.last ?? '') < (b.last ?? '') ? -1 : 1));

const reason = (s: Suite, today: string): string | undefined => {
  if (s.target !== null && s.visits < s.target)
    return `${s.visits} of ${Math.round(s.target)} visits this quarter`;
  if (s.lastVisit === null) return 'No visit yet';
  const days = daysBetween(s.lastVisit, today);
  return days > long ? `${Math.floor(days / 7)} weeks since the last visit` : undefined;
};
