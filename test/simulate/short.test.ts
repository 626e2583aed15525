import { describe, expect, it } from 'vitest';
import { fixedSeeds } from './fixed-seeds.ts';
import { storm } from './storm.ts';
import { report } from './summary.ts';

/** How many storms run with every test; `npm run simulate` runs as many as you like. */
const seeds = Number(process.env.ICV_SEEDS ?? 4);

const holds = async (seed: number) => {
  const outcome = await storm(seed);
  expect(outcome.failures, report(outcome)).toEqual([]);
};

describe('laptops and a hub in a storm: every word typed is in the end where people can see it, and all agree', () => {
  it.each(Array.from({ length: seeds }, (_, i) => 1_000 + i))('seed %i', holds);
});

describe('storms that once lost something', () => {
  it.each(fixedSeeds)('seed $seed: $found', ({ seed }) => holds(seed));
});
