/**
 * Time that passes only when nothing else is left to do, so that an hour of waiting takes no time and two runs of one
 * seed happen in the same order.
 */
export type Clock = {
  now(): number;
  /** Comes back once so many milliseconds have passed. */
  wait(milliseconds: number): Promise<void>;
  /** Work of the machine itself, such as the hub's database: time stands still until it is done. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Lets everything happen that is due within so many milliseconds, in its order. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until the work has ended; false where nothing was due any more or the time ran out. */
  until(work: Promise<unknown>, atMost: number): Promise<boolean>;
};

type Due = { at: number; turn: number; go: () => void };

export const virtualClock = (start: number): Clock => {
  let now = start;
  let turns = 0;
  let busy = 0;
  const due: Due[] = [];

  const settled = async () => {
    do await new Promise((done) => setImmediate(done));
    while (busy > 0);
    await new Promise((done) => setImmediate(done));
  };
  const next = (end: number): Due | undefined => {
    const first = due.reduce<Due | undefined>(
      (a, b) => (!a || b.at < a.at || (b.at === a.at && b.turn < a.turn) ? b : a),
      undefined,
    );
    if (!first || first.at > end) return undefined;
    due.splice(due.indexOf(first), 1);
    return first;
  };
  const go = async (one: Due) => {
    now = Math.max(now, one.at);
    one.go();
    await settled();
  };

  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((done) => {
        due.push({ at: now + Math.max(0, milliseconds), turn: turns++, go: done });
      }),
    during: async (work) => {
      busy += 1;
      try {
        return await work();
      } finally {
        busy -= 1;
      }
    },
    pass: async (milliseconds) => {
      const end = now + milliseconds;
      await settled();
      for (let one = next(end); one; one = next(end)) await go(one);
      now = end;
    },
    until: async (work, atMost) => {
      let ended = false;
      const end = now + atMost;
      work.then(
        () => {
          ended = true;
        },
        () => {
          ended = true;
        },
      );
      await settled();
      for (let one = ended ? undefined : next(end); one && !ended; one = ended ? undefined : next(end))
        await go(one);
      return ended;
    },
  };
};
