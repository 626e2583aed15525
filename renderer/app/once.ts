import { useCallback, useRef } from 'react';

/**
 * What takes a while is not begun anew while it is under way: whoever presses again, because nothing is to be seen yet,
 * has it done once.
 */
export function useOnce<I extends unknown[]>(
  act: (...input: I) => Promise<void>,
): (...input: I) => Promise<void> {
  const under = useRef<Promise<void> | null>(null);
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...input) => {
    under.current ??= latest.current(...input).finally(() => {
      under.current = null;
    });
    return under.current;
  }, []);
}
