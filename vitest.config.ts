import { configDefaults, defineConfig } from 'vitest/config';

const rooms = 'test/{unit,property,scenario,crash,simulate}/**';
const windows = 'test/unit/renderer/**/*.test.tsx';
/** The one puts something else in the place of a module, the other kills threads of its process: nobody shares theirs. */
const alone = ['test/scenario/hub/store-sight.test.ts', 'test/scenario/trouble.test.ts'];

/**
 * Everything that runs without a browser. Nothing here measures time: a limit only ends what would never end. Loading
 * the application takes longer than most files of tests, so those of one kind share processes in which it is loaded
 * once: a test leaves behind it what it found.
 */
export default defineConfig({
  test: {
    environment: 'node',
    // One more than the cores of the smallest machine: much of what a test does is wait for a disk or another process.
    maxWorkers: 3,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'without a window',
          include: [`${rooms}/*.test.{ts,tsx}`],
          exclude: [...configDefaults.exclude, ...alone, windows],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'with a window',
          include: [windows],
          setupFiles: 'test/unit/renderer/every-file.ts',
          isolate: false,
        },
      },
    ],
  },
});
