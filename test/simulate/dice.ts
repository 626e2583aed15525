import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** All chance of a run, out of one seed: the same seed throws the same dice for ever. */
export type Dice = {
  /** A whole number from 0 up to and without `end`. */
  below(end: number): number;
  /** Happens once in so many times, on average. */
  onceIn(times: number): boolean;
  one<T>(among: readonly T[]): T;
  bytes(count: number): Uint8Array;
  /** One of the names, each as often as its weight says. */
  weighed<K extends string>(weights: Readonly<Record<K, number>>): K;
};

export const dice = (seed: number): Dice => {
  const generator = xoroshiro128plus(seed);
  const below = (end: number) => uniformInt(generator, 0, Math.max(0, end - 1));
  return {
    below,
    onceIn: (times) => below(times) === 0,
    one: (among) => {
      if (among.length === 0) throw new Error('there is nothing to choose from');
      return among[below(among.length)] as never;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
    weighed: (weights) => {
      const entries = Object.entries<number>(weights);
      let left = below(entries.reduce((sum, [, weight]) => sum + weight, 0));
      for (const [name, weight] of entries) {
        if (left < weight) return name as never;
        left -= weight;
      }
      throw new Error('no weight was reached');
    },
  };
};
