/** Lets so many pieces of work go on at once; whatever comes beyond them waits, and goes in the order in which it came. */
export const inTurns = (atOnce: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let under = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (under >= atOnce) await new Promise<void>((begin) => waiting.push(begin));
    else under += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else under -= 1;
    }
  };
};
