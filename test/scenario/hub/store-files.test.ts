import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { sources } from '#desk/machine.ts';
import type { HubStore } from '#hub/port.ts';
import { restoreHub } from '#hub/store/backup.ts';
import { rowsOf } from '#hub/store/copy.ts';
import { openEngine, openHub, unlockHub } from '#hub/store/folder.ts';
import { initHubFrom } from '#hub/store/from-standalone.ts';
import { limits } from '#shared/sync/wire.ts';
import { freshId, leastCost, newFolder, newOffice, passphrase, removeFolder } from '#test/office.ts';
import { endPostgres, startPostgres } from '#test/postgres.ts';
import { complete, draft } from '../reports.ts';
import { formOf, newStoreOffice, readyVisit, type StoreOffice } from './store-office.ts';

afterAll(endPostgres);

const sheet = Buffer.from('Kettlewick said it twice.\n'.repeat(20_000));
const hash = createHash('sha256').update(sheet).digest('hex');
const file = { id: freshId(), hash, name: 'sheet.txt', kind: 'text/plain' as const, bytes: sheet.length };

/** A report with a file that the hub has whole. */
const withFile = async ({ store, north, coordinator, push, makeSuite }: StoreOffice) => {
  const suite = await makeSuite(coordinator);
  const report = readyVisit(north, await formOf(store), { suite, files: [file] });
  await push(north, [report]);
  const ref = { type: 'visit', record: report.record, hash };
  for (let start = 0; start < sheet.length; start += limits.piece)
    expect(await store.inOrder((s) => s.putPiece(ref, sheet.subarray(start, start + limits.piece)))).toBe(
      true,
    );
  return ref;
};

/** Whether all pieces of the file are there, one behind the other. */
const readBack = async (store: HubStore, ref: { type: string; record: string; hash: string }) => {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < sheet.length; start += limits.piece)
    pieces.push((await store.read((s) => s.piece(ref, start))) ?? new Uint8Array());
  return Buffer.concat(pieces).equals(sheet);
};

describe.each(['sqlite', 'postgres'] as const)('attached files of an office in %s', (kind) => {
  let office: StoreOffice;
  afterEach(() => office.end());

  test('are awaited by those who see the report until they are whole', async () => {
    office = await newStoreOffice(kind);
    const { store, north, coordinator, push, makeSuite } = office;
    const suite = await makeSuite(coordinator);
    const report = readyVisit(north, await formOf(store), { suite, files: [file] });
    await push(north, [report]);
    const ref = { type: 'visit', record: report.record, hash };
    expect(await store.read((s) => s.awaiting(['role:coordinator', `person:${north.person}`]))).toEqual([
      ref,
    ]);
    expect(await store.read((s) => s.awaiting(['panel:elsewhere']))).toEqual([]);
  });

  test('are in a backup and come back from it, into a file or PostgreSQL', async () => {
    office = await newStoreOffice(kind);
    const ref = await withFile(office);
    expect(await office.store.read((s) => s.awaiting(['role:coordinator']))).toEqual([]);
    const path = join(office.folder, 'office.icvbackup');
    expect(await office.store.backUp(path)).toMatchObject({ ok: true });
    for (const database of [null, await startPostgres()]) {
      const folder = newFolder();
      expect(await restoreHub(path, folder, { passphrase }, database, sources)).toMatchObject({ ok: true });
      const opened = await openHub(folder, { passphrase }, database, sources);
      if (!opened.ok) throw new Error(opened.error.tag);
      expect(await readBack(opened.value, ref)).toBe(true);
      expect(await opened.value.check()).toEqual([]);
      await opened.value.close();
      removeFolder(folder);
    }
  });

  test('are never in clear in the database, and one that was altered is found', async () => {
    office = await newStoreOffice(kind);
    const ref = await withFile(office);
    const unlocked = await unlockHub(office.folder, { passphrase });
    const engine = unlocked.ok
      ? await openEngine(office.folder, unlocked.value, office.database, sources)
      : unlocked;
    if (!engine.ok) throw new Error(engine.error.tag);
    await engine.value.glance(async (db) => {
      for await (const rows of rowsOf(db, 'file_piece'))
        for (const { data } of rows) expect(Buffer.from(data).includes('Kettlewick')).toBe(false);
    });
    await engine.value.alone((db) =>
      db
        .updateTable('file_piece')
        .set({ data: Buffer.alloc(64) })
        .where('start', '=', 0)
        .execute(),
    );
    await engine.value.close();
    expect(await office.store.check()).toEqual([
      `File ${hash.slice(0, 12)} of the visit ${ref.record} is missing or was altered.`,
    ]);
  });

  test('of a stand-alone store that becomes a hub are taken over', async () => {
    office = await newStoreOffice(kind);
    const alone = await newOffice('example');
    const [suite] = await alone.ask('suites.list', {});
    const id = await draft(alone, { ...complete, suite: suite?.id as string });
    const added = {
      type: 'visit',
      id,
      file: freshId(),
      name: 'sheet.txt',
      bytes: sheet.toString('base64'),
    } as const;
    await alone.ask('files.add', added);
    await alone.ask('visits.ready', { id });
    await alone.close();
    const folder = newFolder();
    const database = kind === 'postgres' ? await startPostgres() : null;
    const made = await initHubFrom({ folder, passphrase, database, cost: leastCost }, alone.folder, sources);
    if (!made.ok) throw new Error(made.error.tag);
    expect(await readBack(made.value.store, { type: 'visit', record: id, hash })).toBe(true);
    expect(await made.value.store.check()).toEqual([]);
    await made.value.store.close();
    removeFolder(folder);
    removeFolder(alone.folder);
  });
});
