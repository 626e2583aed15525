import type { Detainee } from '#shared/records/detainee.ts';
import type { Visit } from '#shared/records/visit.ts';
import { minutesBetween } from '#shared/times.ts';

/**
 * Whole hours from a detainee's coming into custody to the visitors' admission; null where a time is not known.
 * Without a day the arrival lies within the 24 hours before the visit.
 */
export const hoursHeld = (d: Pick<Detainee, 'arrived'>, v: Pick<Visit, 'date' | 'admitted' | 'arrived'>) => {
  const came = d.arrived?.at;
  const seen = v.admitted ?? v.arrived;
  if (!came || !seen) return null;
  const { on } = d.arrived ?? {};
  if (!on || !v.date) return Math.floor(minutesBetween(came, seen) / 60);
  const minutes = (Date.parse(`${v.date}T${seen}Z`) - Date.parse(`${on}T${came}Z`)) / 60_000;
  return minutes < 0 ? null : Math.floor(minutes / 60);
};
