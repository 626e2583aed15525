import { isDeepStrictEqual } from 'node:util';

/** One line of `bench.json`: what the product needs beside what the same takes written by hand. */
export type Measurement = { name: string; ours: number; peer: number; unit: string; ratio: number };

export type Work = () => unknown;

export const millisecondsOf = async (work: Work): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The value under which the given share of all values lies. */
export const share = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] as number;
export const median = (values: readonly number[]): number => share(values, 0.5);

export const measurement = (name: string, ours: number, peer: number, unit = 'ms'): Measurement => ({
  name,
  ours: rounded(ours),
  peer: rounded(peer),
  unit,
  ratio: rounded(ours / peer),
});

const rounded = (value: number): number => Number(value.toPrecision(3));

/**
 * Both in turns, so that whatever else the machine does falls on both, each going first every other time; the middle
 * of all rounds. The first turns fill caches and are not counted.
 */
export const beside = async (name: string, rounds: number, ours: Work, peer: Work): Promise<Measurement> => {
  await ours();
  await peer();
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 1) b.push(await millisecondsOf(peer));
    a.push(await millisecondsOf(ours));
    if (round % 2 === 0) b.push(await millisecondsOf(peer));
  }
  return measurement(name, median(a), median(b));
};

/** Both must say the same: nothing is compared with something easier. */
export const mustAgree = (what: string, ours: unknown, peer: unknown): void => {
  if (!isDeepStrictEqual(ours, peer))
    throw new Error(`${what}: what is written by hand answers something else`);
};
