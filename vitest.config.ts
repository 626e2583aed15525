import { defineConfig } from 'vitest/config';

/** Everything that runs without a browser. Scenarios and crashes start real processes, so their time is generous. */
export default defineConfig({
  test: {
    include: ['test/{unit,property,scenario,crash}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
