/** Every seed that found a bug, with what it found: run again with every test, so that it stays found. */
export const fixedSeeds: readonly { seed: number; found: string }[] = [];
