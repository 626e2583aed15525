import { useState } from 'react';
import type { FormProblem } from '#shared/forms/changes.ts';

/**
 * Mistakes are looked for on Continue alone: what was wrong then is shown until it is right, and what is begun
 * afterwards is not held against anybody before the next try.
 */
export function useAttempt(wrong: readonly FormProblem[]) {
  const [attempt, setAttempt] = useState(0);
  const [parts, setParts] = useState<readonly (string | undefined)[]>([]);
  /** Says whether something is wrong, and shows it. */
  const refuse = (): boolean => {
    if (wrong.length === 0) return false;
    setAttempt(attempt + 1);
    setParts(wrong.map(({ part }) => part));
    return true;
  };
  return { attempt, shown: wrong.filter(({ part }) => parts.includes(part)), refuse };
}
