import { defineConfig } from 'vitest/config';

/** Everything that runs without a browser. Nothing here measures time: a limit only ends what would never end. */
export default defineConfig({
  test: {
    include: ['test/{unit,property,scenario,crash,simulate}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // All cores: by itself a run leaves one for somebody who is watching, which of two is half the machine.
    maxWorkers: '100%',
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
