import { defineConfig } from 'vitest/config';

/** Everything that runs without a browser. Nothing here measures time: a limit only ends what would never end. */
export default defineConfig({
  test: {
    include: ['test/{unit,property,scenario,crash,simulate}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // One more than the cores of the smallest machine: much of what a test does is wait for a disk or another process.
    maxWorkers: 3,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
