import { expect, it } from 'vitest';
import { playwrightResults, vitestResults, withRunner } from '../../results.ts';

const file = (status: string, ...assertionResults: [string, string][]) => ({
  name: '/here/test/a.test.ts',
  status,
  assertionResults: assertionResults.map(([fullName, outcome]) => ({ fullName, status: outcome })),
});

it('counts what vitest reports, and names what somebody has to look at', () => {
  const report = {
    testResults: [file('failed', ['a', 'passed'], ['b', 'failed'], ['c', 'todo'], ['d', 'pending'])],
  };
  expect(vitestResults(report, '/here/')).toEqual({
    passed: 1,
    failed: ['test/a.test.ts: b'],
    skipped: ['test/a.test.ts: c', 'test/a.test.ts: d'],
  });
});

it('counts a file that broke before its first test as a failure', () => {
  expect(vitestResults({ testResults: [file('failed')] }, '/here/').failed).toEqual(['test/a.test.ts']);
  expect(vitestResults({ testResults: [file('failed', ['a', 'passed'])] }, '/here/').failed).toHaveLength(1);
});

it('counts what Playwright reports, however deep, and calls unsteady tests failures', () => {
  const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', tests: [{ status }] });
  const report = {
    errors: [{ message: 'broken\nat line 1' }],
    suites: [
      {
        specs: [spec('a', 'expected'), spec('b', 'flaky')],
        suites: [{ specs: [spec('c', 'unexpected'), spec('d', 'skipped')] }],
      },
    ],
  };
  expect(playwrightResults(report)).toEqual({
    passed: 1,
    failed: ['a.spec.ts: b', 'a.spec.ts: c', 'outside any test: broken'],
    skipped: ['a.spec.ts: d'],
  });
});

it('never calls a runner green that crashed or found nothing', () => {
  const none = { passed: 0, failed: [], skipped: [] };
  expect(withRunner('vitest', none, true).failed).toEqual(['vitest ran no test']);
  expect(withRunner('vitest', { ...none, passed: 3 }, false).failed).toEqual(['vitest ended with an error']);
  expect(withRunner('vitest', { ...none, passed: 3 }, true)).toEqual({ ...none, passed: 3 });
});
