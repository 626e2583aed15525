/** What decides when the next sync begins. All moments are milliseconds of this machine's clock. */
export type Standing = {
  now: number;
  /** When the last try ended; null before the first. */
  ended: number | null;
  /** Tries in a row that ended badly. */
  failures: number;
  /** When the hub asked not to be disturbed before. */
  notBefore: number | null;
  /** When something last became ready to be sent and has not been tried since. */
  ready: number | null;
};

/** What became ready waits a moment, so that a person's next click goes with it. */
const settling = 2_000;
const usual = 240_000;
const firstPause = 2_000;
const longestPause = 300_000;

/**
 * The moment of the next try. Every few minutes with some jitter, so that a thousand laptops do not come at once; soon
 * after something became ready; after failures with exponential pauses of full jitter, and never before the hub said.
 * @param random a number from 0 up to 1
 */
export const nextTry = (standing: Standing, random: number): number => {
  const { now, ended, failures, notBefore, ready } = standing;
  if (ended === null) return now;
  const earliest = notBefore === null ? 0 : notBefore + random * firstPause;
  // A clock that was put back must not put off the next try.
  const since = Math.min(ended, now);
  if (failures > 0) {
    const most = Math.min(longestPause, firstPause * 2 ** Math.min(failures, 20));
    return Math.max(since + firstPause / 2 + random * most, Math.min(earliest, now + longestPause));
  }
  const regular = since + usual * (0.75 + random / 2);
  const wanted = ready === null ? regular : Math.min(regular, Math.min(ready, now) + settling);
  return Math.max(wanted, Math.min(earliest, now + longestPause));
};
