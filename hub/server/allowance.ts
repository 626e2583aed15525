/** What one may take at once, and how much of it comes back each second. */
export type Allowance = { burst: number; perSecond: number };

export type Allowances = {
  /** Takes one; gives the seconds to wait where nothing is left, and 0 where it was taken. */
  take(who: string): number;
  /** The seconds to wait, without taking anything. */
  wait(who: string): number;
};

/** Whoever was not heard of for longest is forgotten first: by then they have all of theirs back. */
const mostKnown = 20_000;

/** Token buckets, one for each device or address, in the memory of this process. */
export const createAllowances = ({ burst, perSecond }: Allowance, now: () => number): Allowances => {
  const buckets = new Map<string, { left: number; at: number }>();
  const look = (who: string) => {
    const known = buckets.get(who) ?? { left: burst, at: now() };
    const passed = Math.max(0, now() - known.at) / 1000;
    return { left: Math.min(burst, known.left + passed * perSecond), at: now() };
  };
  const waitFor = (left: number) => (left >= 1 ? 0 : Math.ceil((1 - left) / perSecond));
  return {
    wait: (who) => waitFor(look(who).left),
    take(who) {
      const bucket = look(who);
      const wait = waitFor(bucket.left);
      if (wait === 0) bucket.left -= 1;
      buckets.delete(who);
      buckets.set(who, bucket);
      if (buckets.size > mostKnown) buckets.delete(buckets.keys().next().value as string);
      return wait;
    },
  };
};
