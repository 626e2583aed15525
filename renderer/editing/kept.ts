import type { Host } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';

/** Calls back after a time; gives back how not to. */
export const later = (ms: number, then: () => void) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

/** Keeps something among the person's preferences; null takes it away. */
export const prefer = async (
  host: Host,
  key: string,
  value: unknown,
): Promise<Result<{ savedAt: string }, Failure>> => {
  const answer = await host.call('preferences.set', { key, value: value as never });
  return answer.ok ? ok({ savedAt: new Date().toISOString() }) : answer;
};
