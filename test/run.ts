import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms } from './programs/bundle.ts';
import { playwrightResults, type Results, vitestResults, withRunner } from './results.ts';
import { scriptOptions } from './script-options.ts';

scriptOptions('test', 'Run everything that CI runs');

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'test-results');
const modules = join(root, 'node_modules');

/** Hundreds of processes of ours are started: what one has read, the next need not compile again. */
const environment = (): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: join(reports, 'compiled'),
  ...process.env,
});

/** Runs a program of ours with this Node, visibly; true where it succeeded. */
const run = (script: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean => {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment(), ...env },
  });
  return status === 0;
};

const nothing: Results = { passed: 0, failed: [], skipped: [] };

const heading = (text: string) => console.log(`\n— ${text}`);

/** A check that is right or wrong as a whole counts as one test. */
const single = (name: string, script: string, args: string[]): Results => {
  heading(name);
  return run(script, args)
    ? { passed: 1, failed: [], skipped: [] }
    : { passed: 0, failed: [name], skipped: [] };
};

/** The types are checked while the rest is made ready; what is wrong with them is told in their turn. */
const typesChecked = (): Promise<Results> =>
  new Promise((done) => {
    const checking = spawn(process.execPath, [join(modules, 'typescript', 'bin', 'tsc')], { cwd: root });
    const said: Buffer[] = [];
    checking.stdout.on('data', (part: Buffer) => said.push(part));
    checking.stderr.on('data', (part: Buffer) => said.push(part));
    checking.on('close', (status) => {
      heading('types');
      process.stdout.write(Buffer.concat(said));
      done({ passed: status === 0 ? 1 : 0, failed: status === 0 ? [] : ['types'], skipped: [] });
    });
  });

/** A runner that writes its results to a file; where it wrote none, there is nothing to count. */
const counted = (
  name: string,
  work: (report: string) => boolean,
  read: (report: never) => Results,
): Results => {
  heading(name);
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const succeeded = work(report);
  let results = nothing;
  try {
    results = read(JSON.parse(readFileSync(report, 'utf8')) as never);
  } catch (error) {
    console.error(`${name} left no readable results (${(error as Error).message}).`);
  }
  return withRunner(name, results, succeeded);
};

/** What is started in the tests: its bundle, or its source where a single file of tests is run by hand. */
let nodeOptions = process.env.NODE_OPTIONS ?? '';

/** The invented example, of which every test that begins with it has a copy. */
const example = (): Results => {
  const name = 'the example is made';
  heading(name);
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'test', 'programs', 'example.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment(), NODE_OPTIONS: nodeOptions },
    encoding: 'utf8',
  });
  if (status !== 0) return { ...nothing, failed: [name] };
  process.env.ICV_TEST_EXAMPLE = stdout;
  process.once('exit', () => rmSync(JSON.parse(stdout).folder, { recursive: true, force: true }));
  return { ...nothing, passed: 1 };
};

const vitest = (report: string) =>
  run(
    join(modules, 'vitest', 'vitest.mjs'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { NODE_OPTIONS: nodeOptions },
  );

const playwright = (report: string) =>
  run(join(modules, '@playwright', 'test', 'cli.js'), ['test', '--reporter=list,json'], {
    NODE_OPTIONS: nodeOptions,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });

/** Programs that cannot be bundled run from their sources, and say there what is wrong with them. */
const programs = async (): Promise<Results> => {
  const name = 'programs bundle';
  heading(name);
  try {
    nodeOptions = await bundlePrograms();
    return { passed: 1, failed: [], skipped: [] };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: [name], skipped: [] };
  }
};

const started = Date.now();
mkdirSync(reports, { recursive: true });

const types = typesChecked();
const parts = [
  single('lint', join(modules, '@biomejs', 'biome', 'bin', 'biome'), ['check', '.']),
  single('interface builds', join(root, 'build', 'ready.mjs'), ['--build']),
  await programs(),
  example(),
  await types,
  counted('vitest', vitest, (report) => vitestResults(report, root)),
  counted('playwright', playwright, playwrightResults),
];

const failed = parts.flatMap((part) => part.failed);
const skipped = parts.flatMap((part) => part.skipped);
const passed = parts.reduce((sum, part) => sum + part.passed, 0);

heading('Result');
for (const name of skipped) console.log(`skipped: ${name}`);
for (const name of failed) console.log(`FAILED:  ${name}`);
console.log(`${Math.round((Date.now() - started) / 1000)} s in all`);
if (skipped.length > 0) console.log(`${skipped.length} skipped`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
