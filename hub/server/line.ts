import { fail, ok, type Result } from '#shared/result.ts';

/** Whoever was not heard of for longest loses their place first. */
const mostKnown = 20_000;

type Place = { number: number; begin(): void };

/**
 * The line before the store: so many pieces of work go on at once, the others in the order in which they were first
 * asked for. Nobody is left without a word: who has waited for `patience` milliseconds is told so and keeps their place
 * until they come again, so that a thousand laptops at once are all served and none gives up a connection on which
 * nothing moves.
 */
export const createLine = (atOnce: number, patience: number) => {
  let under = 0;
  let last = 0;
  const waiting: Place[] = [];
  const away = new Map<string, number>();

  /** Whether its turn has come; if not, its place is kept under its name. */
  const turn = (who: string): Promise<boolean> =>
    new Promise((resolve) => {
      last += 1;
      const number = away.get(who) ?? last;
      away.delete(who);
      const place: Place = {
        number,
        begin: () => {
          clearTimeout(enough);
          resolve(true);
        },
      };
      const enough = setTimeout(() => {
        waiting.splice(waiting.indexOf(place), 1);
        away.set(who, number);
        if (away.size > mostKnown) away.delete(away.keys().next().value as string);
        resolve(false);
      }, patience);
      waiting.splice(waiting.findLastIndex((other) => other.number < number) + 1, 0, place);
    });

  return async <T>(who: string, work: () => Promise<T>): Promise<Result<T, 'wait'>> => {
    if (under < atOnce) {
      under += 1;
      away.delete(who);
    } else if (!(await turn(who))) return fail('wait');
    try {
      return ok(await work());
    } finally {
      const next = waiting.shift();
      if (next) next.begin();
      else under -= 1;
    }
  };
};
