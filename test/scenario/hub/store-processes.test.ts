import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { freshId, newPostgresHub } from '#test/hub-store.ts';
import { endPostgres } from '#test/postgres.ts';
import {
  type Author,
  deviceOf,
  keysOf,
  newReader,
  newStoreOffice,
  type StoreOffice,
} from './store-office.ts';

afterAll(endPostgres);

const writer = fileURLToPath(new URL('store-writer.ts', import.meta.url));

/** Another process that accepts `count` times two suites, and takes its time over each transaction. */
const anotherProcess = (office: StoreOffice, { person, device }: Author, count: number, slow: number) => {
  const { folder, database } = office;
  const args = [writer, folder, database ?? '', person, device, String(count), String(slow)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the process ended with ${code}`)),
    );
  });
};

describe.each(['sqlite', 'postgres'] as const)('several processes over one office in %s', (kind) => {
  test('give every number once, and nobody who reads meanwhile misses what is committed late', async () => {
    const office = await newStoreOffice(kind);
    const { store, coordinator } = office;
    const second: Author = { ...coordinator, device: freshId(), number: 0, last: new Map() };
    await store.inOrder((s) => s.addDevice(deviceOf(second.device, second.person)));
    const reader = newReader(keysOf.coordinator(coordinator));
    let working = true;
    const writing = Promise.all([
      anotherProcess(office, coordinator, 8, 25),
      anotherProcess(office, second, 20, 0),
    ]).finally(() => {
      working = false;
    });
    while (working) {
      await reader.pull(store);
      await setTimeout(2);
    }
    await writing;
    await reader.pull(store);

    const suites = await store.read((s) => s.documents('suite'));
    expect(suites).toHaveLength(56);
    expect(suites.filter(({ id }) => !reader.holds(id))).toEqual([]);
    // Each came once and in its order: nobody was told of a place behind one that they had been told of before.
    const places = reader.told.filter(({ type }) => type === 'suite').map(({ version }) => version.n);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(56);
    expect(await store.check()).toEqual([]);
    await office.end();
  });
});

describe('one PostgreSQL', () => {
  test('holds several offices apart, each in a schema of its own', async () => {
    const [one, two] = [await newStoreOffice('postgres'), await newPostgresHub()];
    await one.makeSuite(one.coordinator);
    expect(await two.store.read((s) => s.documents('suite'))).toEqual([]);
    const [a, b] = [await one.store.read((s) => s.identity()), await two.store.read((s) => s.identity())];
    expect(a.office).not.toBe(b.office);
    // The lock of one does not hold up the other.
    await one.store.inOrder(() => two.store.inOrder((s) => s.head()));
    await one.end();
    await two.end();
  });
});
