/**
 * Makes a clone ready to run: installs what package-lock.json names where that is missing, and with --build makes the
 * interface where its sources are newer. Runs before every npm script, so it is plain JavaScript for any Node from 20
 * on, says on standard error what takes time, and has nothing to do in a few milliseconds.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const modules = at('node_modules');
const installed = at('node_modules', '.icv-ready');
const built = at('out', '.renderer-built');
const pinnedNode = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const say = (text) => process.stderr.write(`${text}\n`);
const read = (path) => {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
const json = (path) => JSON.parse(read(path) ?? '{}');
const seconds = (since) => `${Math.max(1, Math.round((Date.now() - since) / 1000))} s`;

// --- One at a time -------------------------------------------------------------------------------------------------

const lock = at('out', '.ready-lock');
const forgotten = 600_000;

const alive = (pid) => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Nobody of those named in it lives any more; the age is for numbers that another program has taken since. */
const isStale = (pids) => {
  const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > forgotten || !pids.trim().split('\n').some(alive);
};

/** Removes a stale lock, but never one that somebody else has taken in the meantime. */
const takeAway = (pids) => {
  const guard = `${lock}-removal`;
  try {
    fs.mkdirSync(guard);
  } catch {
    return;
  }
  if (read(lock) === pids) fs.rmSync(lock);
  fs.rmdirSync(guard);
};

const tryLock = () => {
  try {
    fs.writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const pids = read(lock);
    // Empty: its owner is about to write.
    if (pids && isStale(pids)) takeAway(pids);
    return false;
  }
};

const unlock = () => fs.rmSync(lock, { force: true });

const alone = async (work) => {
  fs.mkdirSync(at('out'), { recursive: true });
  let told = false;
  while (!tryLock()) {
    await new Promise((wake) => setTimeout(wake, 250));
    if (!told && fs.existsSync(lock)) {
      say('Another start of ICV Desk is preparing this folder; waiting for it.');
      told = true;
    }
  }
  try {
    await work();
  } finally {
    unlock();
  }
};

/** Runs a program to its end. Its process stands in the lock too, so that it counts even if this one is killed. */
const run = (program, args, options) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options });
    let errors = '';
    const end = (signal) => {
      child.kill(signal);
      unlock();
      process.exit(1);
    };
    process.once('SIGINT', end).once('SIGTERM', end);
    if (child.pid) fs.appendFileSync(lock, `\n${child.pid}`);
    child.stderr?.on('data', (piece) => {
      errors = (errors + piece).slice(-20_000);
    });
    child.once('error', (error) => resolve({ code: 1, errors: `${error.code}` }));
    child.once('close', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve({ code: code ?? 1, errors });
    });
  });

// --- Installing ----------------------------------------------------------------------------------------------------

const lockFile = () => {
  const text = read(at('package-lock.json'));
  if (text === undefined)
    throw new Error('package-lock.json is missing. Get a whole copy of ICV Desk and start again.');
  return text;
};

const hash = (text) => createHash('sha256').update(text).digest('hex');
const isInstalled = () => read(installed) === hash(lockFile());

/** Whether an install that was made by hand is what the lock file says, so that it need not be repeated. */
const sameAsLock = () => {
  const wanted = JSON.parse(lockFile()).packages ?? {};
  const there = json(join(modules, '.package-lock.json')).packages;
  return (
    there !== undefined &&
    Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || there[path]?.version === version || (!there[path] && (optional || devOptional)),
    )
  );
};

const pinnedVersion = () => JSON.parse(lockFile()).packages['node_modules/node'].version;
const hasPinnedNode = () =>
  spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${pinnedVersion()}`;

/** npm as it was started, by the Node it was started with: the one in node_modules is about to be replaced. */
const npm = (args) => {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const env = { ...process.env, npm_config_prefer_offline: 'true', npm_config_include: 'dev' };
  const options = { env, stdio: ['ignore', 2, 'pipe'] };
  const quiet = [...args, '--loglevel=error', '--no-audit', '--no-fund', '--fetch-retry-mintimeout=1000'];
  const patient = [...quiet, '--fetch-retry-maxtimeout=10000'];
  if (script && node && basename(script).startsWith('npm')) return run(node, [script, ...patient], options);
  return run('npm', patient, { ...options, shell: process.platform === 'win32' });
};

const whyNot = (errors) => {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/.test(errors)
  ) {
    return 'ICV Desk is not installed yet, and the package registry cannot be reached: connect to the internet once and start again.';
  }
  if (/ENOSPC/.test(errors)) return 'The disk is full: free about 2 GB and start again.';
  if (/EACCES|EPERM/.test(errors)) {
    return `Packages cannot be written to ${modules}: close other copies of ICV Desk, check that you may write there, and start again.`;
  }
  const first =
    /npm error (?!code)(.+)/.exec(errors)?.[1] ?? (errors.trim().split('\n')[0] || 'npm gave no reason');
  return `The packages ICV Desk needs could not be installed (${first}). Nothing else was changed: start again to repeat it.`;
};

const install = async () => {
  const started = Date.now();
  const beat = setInterval(() => say(`  still installing (${seconds(started)})`), 15_000);
  const step = async (args) => {
    const { code, errors } = await npm(args);
    if (code !== 0) throw new Error(whyNot(errors));
  };
  try {
    if (!sameAsLock()) {
      say('Installing what ICV Desk needs: this happens once and takes a minute or two.');
      // Without install scripts: the database comes ready-made, and compilers may be absent.
      await step(['ci', '--ignore-scripts']);
    }
    if (!hasPinnedNode()) {
      say(`Fetching Node ${pinnedVersion()}, which every part of ICV Desk runs on.`);
      await step(['rebuild', 'node', '--ignore-scripts=false']);
      if (!hasPinnedNode()) throw new Error(`Node ${pinnedVersion()} does not run on this computer.`);
      say(`Installed in ${seconds(started)}.`);
    }
  } finally {
    clearInterval(beat);
  }
  fs.writeFileSync(installed, hash(lockFile()));
};

// --- The interface -------------------------------------------------------------------------------------------------

const filesUnder = (folder) =>
  fs
    .readdirSync(at(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/** What the built interface follows from. Contents, not times: a checkout touches files without changing them. */
const sourcesHash = () => {
  const sum = createHash('sha256');
  const single = ['build/vite.renderer.ts', 'package-lock.json', 'package.json'].map((path) => at(path));
  for (const path of [...single, ...filesUnder('renderer'), ...filesUnder('shared')]) {
    sum.update(path.slice(root.length)).update('\0').update(fs.readFileSync(path)).update('\0');
  }
  return sum.digest('hex');
};

const isBuilt = () => fs.existsSync(at('out', 'renderer', 'index.html')) && read(built) === sourcesHash();

const build = async () => {
  const started = Date.now();
  const sources = sourcesHash();
  fs.rmSync(built, { force: true });
  const vite = [
    join(modules, 'vite', 'bin', 'vite.js'),
    'build',
    '--config',
    at('build', 'vite.renderer.ts'),
  ];
  const options = { stdio: ['ignore', 'ignore', 'pipe'] };
  const { code, errors } = await run(pinnedNode, [...vite, '--logLevel', 'error'], options);
  if (code !== 0) {
    say(errors.replace(/^ +at .*\n/gm, '').trim());
    throw new Error('The interface could not be built: the lines above say where.');
  }
  fs.writeFileSync(built, sources);
  say(`Built the interface in ${seconds(started)}.`);
};

// -------------------------------------------------------------------------------------------------------------------

const main = async () => {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) {
    throw new Error(`ICV Desk needs Node 20 or newer to install itself; this is ${process.version}.`);
  }
  if (!isInstalled()) await alone(async () => isInstalled() || (await install()));
  if (process.argv.includes('--build') && !isBuilt()) await alone(async () => isBuilt() || (await build()));
};

main().catch((error) => {
  say(process.argv.includes('--debug') ? error.stack : error.message);
  process.exitCode = 1;
});
