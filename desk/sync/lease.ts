import type { Setting } from '#shared/records/setting.ts';
import type { Membership } from './port.ts';

const aDay = 86_400_000;

/**
 * Whether a laptop was away from its office for longer than the office lets a passphrase alone open it. Whoever has
 * shown a code since is let in for as long again, or a visitor without a network would be asked at every lock.
 */
export const isLeaseOver = (
  member: Pick<Membership, 'reachedAt' | 'provedAt'> | null,
  { lease }: Pick<Setting, 'lease'>,
  now: number,
): boolean => {
  if (!member?.reachedAt || lease === undefined) return false;
  const since = Math.max(Date.parse(member.reachedAt), Date.parse(member.provedAt ?? member.reachedAt));
  return now - since > lease * aDay;
};
