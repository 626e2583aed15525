import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance out of a seed: the same seed throws the same example on every machine. */
export type Dice = {
  /** A whole number between the two, both included. */
  int(least: number, most: number): number;
  /** True in so many per cent of throws. */
  percent(often: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the things, each as often as its weight (a whole number) says. */
  weighed<T>(things: readonly (readonly [T, number])[]): T;
  shuffled<T>(list: readonly T[]): T[];
  bytes(count: number): Uint8Array;
};

export const makeDice = (seed: number): Dice => {
  const generator = xoroshiro128plus(seed);
  const int = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    int,
    percent: (often) => int(1, 1_000) <= often * 10,
    pick: <T>(list: readonly T[]) => list[int(0, list.length - 1)] as T,
    weighed: <T>(things: readonly (readonly [T, number])[]) => {
      let left = int(
        1,
        things.reduce((sum, [, weight]) => sum + weight, 0),
      );
      for (const [thing, weight] of things) {
        left -= weight;
        if (left <= 0) return thing;
      }
      throw new Error('nothing was weighed');
    },
    shuffled: (list) => {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = int(0, last);
        [mixed[last], mixed[other]] = [mixed[other] as (typeof mixed)[0], mixed[last] as (typeof mixed)[0]];
      }
      return mixed;
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => int(0, 255)),
  };
};
