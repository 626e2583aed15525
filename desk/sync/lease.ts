import type { Setting } from '#shared/records/setting.ts';
import type { Membership } from './port.ts';

const aDay = 86_400_000;

/**
 * Whether a laptop was away from its office for longer than the office lets a passphrase alone open it. Whoever has
 * shown a code since is let in for as long again, or a visitor without a network would be asked at every lock. A clock
 * that is years off, or was set right since, locks nobody out: it counts what is least.
 */
export const isLeaseOver = (
  member: Pick<Membership, 'reachedAt' | 'clockAhead' | 'provedAt'> | null,
  { lease }: Pick<Setting, 'lease'>,
  now: number,
): boolean => {
  if (!member?.reachedAt || lease === undefined) return false;
  const { reachedAt, clockAhead = 0, provedAt } = member;
  const away = [now, now - clockAhead].map((moment) => moment - Date.parse(reachedAt));
  if (provedAt !== null) away.push(now - Date.parse(provedAt));
  return Math.min(...away) > lease * aDay;
};
