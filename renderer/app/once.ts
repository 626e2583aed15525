import { useCallback, useRef } from 'react';

/**
 * What takes a while is not begun anew while it is under way: whoever presses again, because nothing is to be seen yet,
 * has it done once. Whoever wants something else meanwhile, for another record or another way, has that done after it: the
 * page then goes on to what was wanted last.
 */
export function useOnce<I extends unknown[]>(
  act: (...input: I) => Promise<void>,
): (...input: I) => Promise<void> {
  const wishes = useRef(new Map<string, Promise<void>>());
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...input) => {
    const all = wishes.current;
    const wish = JSON.stringify(input);
    const same = all.get(wish);
    if (same) return same;
    const go = () => latest.current(...input);
    const before = [...all.values()].at(-1);
    const done = (before ? before.then(go, go) : go()).finally(() => all.delete(wish));
    all.set(wish, done);
    return done;
  }, []);
}
