/** What one part of the test run came to, by name where somebody has to look. */
export type Results = { passed: number; failed: string[]; skipped: string[] };

type Outcome = { name: string; status: 'passed' | 'failed' | 'skipped' };

const collect = (outcomes: Outcome[]): Results => ({
  passed: outcomes.filter(({ status }) => status === 'passed').length,
  failed: outcomes.filter(({ status }) => status === 'failed').map(({ name }) => name),
  skipped: outcomes.filter(({ status }) => status === 'skipped').map(({ name }) => name),
});

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
};

/** Reads vitest's JSON. A file that broke before its first test has no tests, and still is a failure. */
export const vitestResults = (report: VitestReport, root: string): Results =>
  collect(
    report.testResults.flatMap(({ name: path, status: whole, assertionResults }): Outcome[] => {
      const file = path.replace(root, '').replaceAll('\\', '/');
      const outcomes = assertionResults.map(({ fullName, status }): Outcome => {
        const known = status === 'passed' || status === 'failed' ? status : 'skipped';
        return { name: `${file}: ${fullName}`, status: known };
      });
      const told = outcomes.some(({ status }) => status === 'failed');
      return whole === 'failed' && !told ? [...outcomes, { name: file, status: 'failed' }] : outcomes;
    }),
  );

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; tests: { status: string }[] }[];
};
type PlaywrightReport = PlaywrightSuite & { errors: { message?: string }[] };

const specsOf = (suite: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

/** Reads Playwright's JSON. What passed only at a second try did not pass. */
export const playwrightResults = (report: PlaywrightReport): Results => {
  const outcomes = specsOf(report).flatMap(({ title, file, tests }) =>
    tests.map(({ status }): Outcome => {
      const known = status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed';
      return { name: `${file}: ${title}`, status: known };
    }),
  );
  const broken = report.errors.map(({ message = 'an error' }): Outcome => {
    return { name: `outside any test: ${message.split('\n')[0]}`, status: 'failed' };
  });
  return collect([...outcomes, ...broken]);
};

/** A runner that ended badly without a failed test, or that found none, is a failure itself. */
export const withRunner = (runner: string, results: Results, succeeded: boolean): Results => {
  const none = results.passed + results.failed.length + results.skipped.length === 0;
  if (none) return { ...results, failed: [`${runner} ran no test`] };
  if (!succeeded && results.failed.length === 0)
    return { ...results, failed: [`${runner} ended with an error`] };
  return results;
};
