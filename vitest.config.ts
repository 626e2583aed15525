import { defineConfig } from 'vitest/config';

/** Everything that runs without a browser. Nothing here measures time: a limit only ends what would never end. */
export default defineConfig({
  test: {
    include: ['test/{unit,property,scenario,crash}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
