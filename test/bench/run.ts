import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endPostgres, startPostgres } from '#test/postgres.ts';
import { scriptOptions } from '#test/script-options.ts';
import { cases } from './cases.ts';
import { fillCases } from './cases-store.ts';
import { imports } from './import.ts';
import { lists } from './lists.ts';
import type { Measurement } from './measure.ts';
import { installPeers } from './peers/install.ts';
import { returns } from './returns.ts';
import { saves } from './saves.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { fill, inFolder, inside, makeStore } from './store.ts';
import { storm } from './storm.ts';
import { syncs } from './sync.ts';

/**
 * `npm run bench`: what must be fast, each beside a peer in one run and in turns. The peer is the same written by hand on
 * the same file, unless the name says what else it is measured against.
 * Prints a table and writes `bench.json`. `--quick` does everything at once so that it is soon over, and installs no
 * peers.
 */
const given = scriptOptions('bench', 'Measure what must be fast beside its peers, and print the ratios', {
  quick: { type: 'boolean', help: 'only show that it works, with few records' },
  million: {
    type: 'boolean',
    help: 'the list and the search over a million visits, which take minutes to fill',
  },
  sync: { type: 'boolean', help: 'the hub and sync alone' },
  cases: { type: 'boolean', help: 'correspondence alone' },
});
const asked = {
  ...{ quick: given.has('quick'), million: given.has('million') },
  ...{ sync: given.has('sync'), cases: given.has('cases') },
};

const count = (n: number) => n.toLocaleString('en-GB');
const say = (text: string) => process.stderr.write(`${text}\n`);

const nameWidth = 66;
const row = ({ name, ours, peer, unit, ratio }: Measurement): string =>
  [
    name.padEnd(nameWidth),
    `${count(ours)} ${unit}`.padStart(14),
    `${count(peer)} ${unit}`.padStart(14),
    ratio.toFixed(2).padStart(7),
  ].join('');

const table = (all: readonly Measurement[]): string =>
  [
    ['', 'ours', 'peer', 'ratio']
      .map((text, i) => (i === 0 ? text.padEnd(nameWidth) : text.padStart(i < 3 ? 14 : 7)))
      .join(''),
    ...all.map(row),
  ].join('\n');

const visits = asked.quick ? 300 : asked.million ? 1_000_000 : 100_000;
const rounds = asked.quick ? 1 : 200;

const all: Measurement[] = [];

/** Takes what a part measures. Where it fails that is said, and what the others measure is kept all the same. */
const part = async (name: string, measured: () => Promise<Measurement[]>): Promise<void> => {
  try {
    all.push(...(await measured()));
  } catch (error) {
    say(`${name} failed: ${(error as Error).stack ?? error}`);
    process.exitCode = 1;
  }
};

/** Laptops and a hub, on SQLite and on a real PostgreSQL. */
const hubAndSync = async (): Promise<void> => {
  if (!asked.quick) installPeers();
  const database = await startPostgres();
  const [count, many] = asked.quick ? [100, 6] : [10_000, 1_000];
  const wish = { count, rounds: asked.quick ? 1 : 3, database, peers: !asked.quick };
  try {
    await part('sync', () => syncs(wish));
    for (const kind of asked.quick ? (['SQLite'] as const) : (['SQLite', 'PostgreSQL'] as const))
      await part(`storm on ${kind}`, () =>
        inFolder((folder) => storm(folder, many, kind, kind === 'SQLite' ? null : database)),
      );
  } finally {
    await endPostgres();
  }
};

/** Correspondence: an office of sixty years' letters, a tenth of them open, from as many people as write in twelve. */
const correspondence = async (folder: string): Promise<Measurement[]> => {
  const [many, people, rows] = asked.quick ? [400, 80, 100] : [100_000, 20_000, 10_000];
  const store = fillCases(await makeStore(join(folder, 'cases')), many, people);
  say(`${count(many)} cases received in ${store.seconds.toFixed(1)} s`);
  const measured: Measurement[] = [];
  await inside(store, async (opened) => {
    measured.push(...(await cases(opened, Math.ceil(rounds / 4), count(many), count(people))));
  });
  return [...measured, ...(await imports(folder, 'correspondence', rows))];
};

/** Lists, searches, returns, saves, start and import of one laptop. */
const oneLaptop = async (folder: string): Promise<Measurement[]> => {
  const measured: Measurement[] = [];
  const store = fill(await makeStore(join(folder, 'full')), visits);
  say(`${count(visits)} visits received in ${store.seconds.toFixed(1)} s`);
  await inside(store, async (opened) => {
    measured.push(
      ...(await lists(opened, rounds, count(visits))),
      ...(await search(opened, rounds, count(visits))),
    );
    if (!asked.million) measured.push(...(await returns(opened, Math.ceil(rounds / 20))));
  });
  if (asked.million) return measured;
  measured.push(...(await saves(store, asked.quick ? 1 : 60)));
  const empty = await makeStore(join(folder, 'empty'));
  measured.push(...(await start(store, empty, asked.quick ? 1 : 9)));
  measured.push(...(await imports(folder, 'visits', visits)));
  return measured;
};

const wanted = [
  ...(asked.sync || asked.cases ? [] : [() => part('one laptop', () => inFolder(oneLaptop))]),
  ...(asked.sync || asked.million ? [] : [() => part('correspondence', () => inFolder(correspondence))]),
  ...(asked.million || asked.cases ? [] : [hubAndSync]),
];

try {
  if (asked.quick) await Promise.all(wanted.map((work) => work()));
  else for (const work of wanted) await work();
} finally {
  process.stdout.write(`${table(all)}\n`);
  writeFileSync('bench.json', `${JSON.stringify(all, null, 2)}\n`);
}
