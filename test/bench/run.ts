import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { imports } from './import.ts';
import { lists } from './lists.ts';
import type { Measurement } from './measure.ts';
import { returns } from './returns.ts';
import { saves } from './saves.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { fill, inFolder, inside, makeStore } from './store.ts';

/**
 * `npm run bench`: what must be fast, each beside a peer in one run and in turns. The peer is the same written by hand on
 * the same file, unless the name says what else it is measured against.
 * Prints a table and writes `bench.json`. `--quick` only shows that it works; `--million` measures the list and the
 * search over a million visits instead, which takes minutes to fill.
 */
const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean' }, million: { type: 'boolean' } },
});

const count = (n: number) => n.toLocaleString('en-GB');
const say = (text: string) => process.stderr.write(`${text}\n`);

const nameWidth = 62;
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

const visits = asked.quick ? 600 : asked.million ? 1_000_000 : 100_000;
const rounds = asked.quick ? 1 : 200;

const all = await inFolder(async (folder) => {
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
  measured.push(...(await imports(folder, visits)));
  return measured;
});

process.stdout.write(`${table(all)}\n`);
writeFileSync('bench.json', `${JSON.stringify(all, null, 2)}\n`);
