import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { sources } from '#desk/machine.ts';
import type { HubStore } from '#hub/port.ts';
import { restoreHub } from '#hub/store/backup.ts';
import { hubFolder, openHub } from '#hub/store/folder.ts';
import { newestShape } from '#hub/store/migrations.ts';
import { databaseOf, kinds, type TestHub } from '#test/hub-store.ts';
import { newFolder, passphrase, removeFolder } from '#test/office.ts';
import { endPostgres, startPostgres } from '#test/postgres.ts';

afterAll(endPostgres);

const folders: string[] = [];
const stores: HubStore[] = [];
let hub: TestHub | undefined;
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await hub?.end();
  hub = undefined;
  for (const folder of folders.splice(0)) removeFolder(folder);
});
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
const opened = async (place: string, database: string | null): Promise<HubStore> => {
  const store = await openHub(place, { passphrase }, database, sources);
  if (!store.ok) throw new Error(JSON.stringify(store.error));
  stores.push(store.value);
  return store.value;
};

/** As a version of the hub left it that knew neither lines nor files. */
const asFirstVersion = async (of: TestHub) => {
  const engine = await databaseOf(of);
  await engine.alone(async (db) => {
    for (const table of ['said_purged', 'file', 'file_piece'])
      await sql`drop table ${sql.ref(table)}`.execute(db);
    await sql`drop index device_of_line`.execute(db);
    for (const column of ['line', 'came_from', 'went_on', 'through'])
      await sql`alter table device drop column ${sql.ref(column)}`.execute(db);
    await db.deleteFrom('migration').where('number', '>', 10).execute();
  });
  await engine.close();
};
const settings = (store: HubStore) => store.read((s) => s.documents('setting'));

describe.each(['sqlite', 'postgres'] as const)('an office in %s of an earlier version', (kind) => {
  test('is backed up in the shape that it has before its shape is changed, and that backup is put back into either database', async () => {
    hub = await kinds[kind]();
    const before = await settings(hub.store);
    await asFirstVersion(hub);
    const upgraded = await opened(hub.folder, hub.database);
    expect(await settings(upgraded)).toEqual(before);
    const backups = join(hubFolder(hub.folder), 'backups');
    const [made, ...more] = readdirSync(backups).filter((name) => /^automatic-.*\.icvbackup$/.test(name));
    expect(more).toEqual([]);
    for (const database of [null, await startPostgres()]) {
      const place = folder();
      const restored = await restoreHub(join(backups, made ?? ''), place, { passphrase }, database, sources);
      expect(restored).toMatchObject({ ok: true });
      const again = await opened(place, database);
      expect(await settings(again)).toEqual(before);
      expect(await again.check()).toEqual([]);
    }
  });

  test('is not changed where there is no place for that backup', async () => {
    hub = await kinds[kind]();
    await asFirstVersion(hub);
    const backups = join(hubFolder(hub.folder), 'backups');
    removeFolder(backups);
    writeFileSync(backups, 'no folder');
    const refused = await openHub(hub.folder, { passphrase }, hub.database, sources);
    expect(refused).toMatchObject({ ok: false, error: { tag: 'cannotWrite' } });
    removeFolder(backups);
    expect(await settings(await opened(hub.folder, hub.database))).toHaveLength(1);
  });
});

describe('a move to PostgreSQL says what really stopped it', () => {
  const backupOf = async (): Promise<string> => {
    hub = await kinds.sqlite();
    const path = join(hub.folder, 'office.icvbackup');
    expect(await hub.store.backUp(path)).toMatchObject({ ok: true });
    return path;
  };
  const moving = async (file: string, database: string) => {
    const place = folder();
    const moved = await restoreHub(file, place, { passphrase }, database, sources);
    expect(moved.ok).toBe(false);
    // The office is not lost by it: it lies in the file as the backup had it.
    expect(existsSync(join(hubFolder(place), 'store.db'))).toBe(true);
    return moved.ok ? undefined : moved.error;
  };
  const inDatabase = async (of: TestHub, text: string) => {
    const engine = await databaseOf(of);
    await engine.alone((db) => sql.raw(text).execute(db));
    await engine.close();
  };

  test('nobody answers at the address', async () => {
    const url = 'postgres://icv:of@127.0.0.1:1/postgres';
    expect(await moving(await backupOf(), url)).toEqual({ tag: 'databaseUnreachable' });
  });

  test('the password is wrong, or there is no such database', async () => {
    const [url, file] = [new URL(await startPostgres()), await backupOf()];
    const other = new URL(url);
    other.pathname = '/nowhere';
    url.password = 'guessed';
    for (const [address, words] of [
      [url, /password authentication failed/],
      [other, /"nowhere" does not exist/],
    ] as const)
      expect(await moving(file, address.href)).toEqual({
        tag: 'databaseRefused',
        detail: expect.stringMatching(words),
      });
  });

  test('the user may not make a schema', async () => {
    const [url, file] = [new URL(await startPostgres()), await backupOf()];
    const there = await kinds.postgres();
    await inDatabase(there, "create role visitor login password 'of these tests'");
    await there.end();
    url.username = 'visitor';
    const refused = { tag: 'databaseRefused', detail: expect.stringMatching(/permission denied/) };
    expect(await moving(file, url.href)).toEqual(refused);
    const there2 = await openHub(hub?.folder ?? '', { passphrase }, url.href, sources);
    expect(there2).toEqual({ ok: false, error: refused });
  });

  test('the backup is of a newer version', async () => {
    const made = await kinds.sqlite();
    hub = made;
    const next = newestShape + 10;
    await inDatabase(made, `insert into migration values (${next}, 'later')`);
    const path = join(made.folder, 'later.icvbackup');
    expect(await made.store.backUp(path)).toMatchObject({ ok: true });
    const found = await moving(path, await startPostgres());
    expect(found).toEqual({ tag: 'storeNewer', found: next, known: newestShape });
  });
});
