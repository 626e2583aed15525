import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createStore, endStore, keysFile, listStores, readEnded, storeFile } from '#db/folder.ts';
import { leastCost, must, passphrase, scratch, sources } from './support.ts';

const place = scratch();

const made = async (folder: string) =>
  must(await createStore(folder, 'Ann Lee', passphrase, sources, leastCost));
const at = '2026-05-05T10:00:00.000Z';

it('A store that the office ended leaves no key and no record behind, in its backups neither', async () => {
  const folder = place('whole');
  const { directory } = await made(folder);
  writeFileSync(join(directory, 'backups', 'daily.icvbackup'), 'a backup with its own keys');
  writeFileSync(`${keysFile(directory)}.new`, 'half a change of the passphrase');
  const ended = must(endStore(directory, { name: 'Ann Lee', at, unsent: 'sealed to the office' }));
  expect(readdirSync(directory).sort()).toEqual(['ended.json', 'unsent.icvsealed']);
  expect(readFileSync(ended.kept as string, 'utf8')).toBe('sealed to the office');
  expect(must(listStores(folder))).toMatchObject([{ name: 'Ann Lee', damaged: false, ended }]);
});

it('A store whose ending was cut short is ended when the stores are next listed', async () => {
  const folder = place('short');
  const { directory } = await made(folder);
  writeFileSync(join(directory, 'ended.json'), JSON.stringify({ name: 'Ann Lee', at, kept: null }));
  expect(existsSync(keysFile(directory))).toBe(true);
  must(listStores(folder));
  expect([existsSync(keysFile(directory)), existsSync(storeFile(directory))]).toEqual([false, false]);
  expect(readEnded(directory)).toEqual({ name: 'Ann Lee', at, kept: null });
});

it('Somebody who was invited again has a new store, and the mark of the old one is not shown any more', async () => {
  const folder = place('again');
  const first = await made(folder);
  must(endStore(first.directory, { name: 'Ann Lee', at, unsent: null }));
  const second = await made(folder);
  expect(second.directory).not.toBe(first.directory);
  expect(must(listStores(folder)).map(({ directory, ended }) => [directory, ended])).toEqual([
    [second.directory, null],
  ]);
});

it('A mark that cannot be read ends nothing', async () => {
  const folder = place('mark');
  const { directory } = await made(folder);
  mkdirSync(join(directory, 'ended.json'));
  expect(readEnded(directory)).toBeUndefined();
  expect(must(listStores(folder))).toMatchObject([{ ended: null, damaged: false }]);
});
