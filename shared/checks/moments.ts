import { Temporal } from 'temporal-polyfill';
import type { Moment } from '#shared/records/record-check.ts';

/** Custody records of England and Wales are kept by the clock on the wall there, wherever this machine stands. */
const zone = 'Europe/London';

/**
 * When a moment of a custody record was, in minutes since 1970. In the hour before the clocks go back a time of day
 * stands for two moments, `first` and `last`; otherwise they are one. `missing`: the clocks went forward over it.
 */
export type When = { readonly first: number; readonly last: number } | 'missing';

const minutesAt = (local: Temporal.PlainDateTime, disambiguation: 'earlier' | 'later'): number =>
  local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds / 60_000;

/** When a moment was; undefined where the day or the time is not known. */
export const whenOf = (moment: Moment | undefined): When | undefined => {
  if (!moment?.on || !moment.at) return undefined;
  const local = Temporal.PlainDateTime.from(`${moment.on}T${moment.at}`);
  const [first, last] = [minutesAt(local, 'earlier'), minutesAt(local, 'later')];
  if (first === last) return { first, last };
  // Through the hour that is left out, the two readings lie on either side of it and neither shows the time asked for.
  const shown = local.toZonedDateTime(zone, { disambiguation: 'later' }).toPlainDateTime();
  if (!shown.equals(local)) return 'missing';
  if (moment.again === undefined) return { first, last };
  return moment.again ? { first: last, last } : { first, last: first };
};

/** Whether a time of day on that day came twice and nothing says which is meant. */
export const isTwofold = (moment: Moment | undefined): boolean => {
  const when = whenOf(moment);
  return typeof when === 'object' && when.first !== when.last;
};

/** Whether a day and time was on the clock twice, whichever of the two was meant. */
export const comesTwice = (moment: Moment | undefined): boolean =>
  isTwofold(moment && { ...moment, again: undefined });

/** The minutes from one moment to a later one: the fewest and the most they can have been; null where it was not later. */
export const stretch = (
  from: Exclude<When, 'missing'>,
  to: Exclude<When, 'missing'>,
): { least: number; most: number } | null => {
  const possible = [to.first - from.last, to.first - from.first, to.last - from.last, to.last - from.first];
  const forward = possible.filter((minutes) => minutes >= 0);
  return forward.length === 0 ? null : { least: Math.min(...forward), most: Math.max(...forward) };
};
