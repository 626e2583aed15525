import { defineConfig } from '@playwright/test';
import { findChromium } from './test/e2e/chromium.ts';

/** Tests in a browser, against the same interface and the same server as in `npm start`. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // A retry would hide what only sometimes works.
  retries: 0,
  // Each test has an office and a server of its own: all share the cores, so that no long file runs alone at the end.
  fullyParallel: true,
  // One more than the cores of the smallest machine: a browser waits as much as it works.
  workers: 3,
  timeout: 180_000,
  // Long enough for a busy machine: nothing here measures how fast anything is.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    launchOptions: await findChromium(),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
  },
});
