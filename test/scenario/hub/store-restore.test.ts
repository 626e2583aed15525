import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { sources } from '#desk/machine.ts';
import type { HubStore } from '#hub/port.ts';
import { restoreHub } from '#hub/store/backup.ts';
import { openHub } from '#hub/store/folder.ts';
import { initHubFrom } from '#hub/store/from-standalone.ts';
import { markId, markOf } from '#shared/cases/mark.ts';
import { type CaseFile, newCase } from '#shared/records/case-file.ts';
import type { Visit } from '#shared/records/visit.ts';
import { freshId, hubFile } from '#test/hub-store.ts';
import { leastCost, newFolder, newOffice, passphrase, removeFolder } from '#test/office.ts';
import { endPostgres, startPostgres } from '#test/postgres.ts';
import { openStore } from '#test/whole.ts';
import {
  acting,
  changeBy,
  formOf,
  keysOf,
  newReader,
  newStoreOffice,
  newSuite,
  panelA,
  readyVisit,
  type StoreOffice,
} from './store-office.ts';

afterAll(endPostgres);

const everything = async (store: HubStore) => {
  const documents = async (type: string) => await store.read((s) => s.documents(type));
  const all = [];
  for (const type of ['setting', 'form', 'panel', 'suite', 'person', 'visit', 'pen', 'conflict'])
    all.push(await documents(type));
  const { epoch, n, receipt } = await store.read((s) => s.head());
  return { all, epoch, n, receipt, devices: await store.read((s) => s.devices()) };
};

describe.each(['sqlite', 'postgres'] as const)('an office in %s that was restored', (kind) => {
  let office: StoreOffice;
  const stores: HubStore[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const folder of folders.splice(0)) removeFolder(folder);
    await office.end();
  });
  const elsewhere = async (backup: string, database: string | null): Promise<HubStore> => {
    const folder = newFolder();
    folders.push(folder);
    const restored = await restoreHub(backup, folder, { passphrase }, database, sources);
    expect(restored).toMatchObject({ ok: true });
    expect(existsSync(hubFile({ folder }))).toBe(database === null);
    const opened = await openHub(folder, { passphrase }, database, sources);
    if (!opened.ok) throw new Error(opened.error.tag);
    stores.push(opened.value);
    return opened.value;
  };

  test('is whole, in a file and in PostgreSQL, whichever it came from', async () => {
    office = await newStoreOffice(kind);
    const { store, north, coordinator, push, makeSuite, folder } = office;
    const suite = await makeSuite(coordinator);
    await push(north, [readyVisit(north, await formOf(store), { suite })]);
    const path = join(folder, 'office.icvbackup');
    expect(await store.backUp(path)).toEqual({ ok: true, value: undefined });
    expect(await store.backUp(path)).toMatchObject({ ok: false, error: { tag: 'fileExists' } });
    const before = await everything(store);
    for (const database of [null, await startPostgres()]) {
      const restored = await elsewhere(path, database);
      expect(await restored.check()).toEqual([]);
      expect(await everything(restored)).toEqual(before);
      expect(await acting(restored).makeSuite(coordinator)).toBeTruthy();
      coordinator.number -= 1;
    }
    const wrong = await restoreHub(path, newFolder(), { passphrase: 'four words of another' }, null, sources);
    expect(wrong).toMatchObject({ ok: false, error: { tag: 'wrongPassphrase' } });
  });

  test('takes back what it lost from its laptops in a new epoch, and gives no number twice', async () => {
    office = await newStoreOffice(kind);
    const { store, north, other, coordinator, push, makeSuite, changeSuite, folder } = office;
    const form = await formOf(store);
    const [kept, doomed] = [await makeSuite(coordinator, { notes: 'one' }), await makeSuite(coordinator)];
    const path = join(folder, 'office.icvbackup');
    await store.backUp(path);
    const early = newReader(keysOf.visitor(other, panelA));
    await early.pull(store);

    // What the backup does not have.
    const [first, second] = [readyVisit(north, form), readyVisit(other, form)];
    await push(north, [first]);
    await push(other, [second]);
    const was = { id: kept, name: 'Northgate', panel: panelA, notes: 'one' };
    await changeSuite(coordinator, was, { ...was, notes: 'two' });
    await store.inOrder((s) => s.purge('suite', doomed, '2026-06-01T10:00:00.000Z'));
    const holder = freshId();
    const told = {
      ...newCase({ id: freshId(), kind: 'enquiry' as const, received: '2026-05-04' }),
      confidential: { readers: [holder] },
    };
    await store.inOrder((s) => s.make(null, 'caseFile', told));
    const reader = newReader([...keysOf.coordinator(coordinator), `person:${holder}:caseworker`]);
    await reader.pull(store);
    const lost = await store.read((s) => s.head());

    const restored = await elsewhere(path, office.database && (await startPostgres()));
    const hub = acting(restored);
    expect(await restored.read((s) => s.knows(lost))).toBe(false);
    await restored.inOrder((s) => s.beginRecovery(lost.epoch));
    await restored.inOrder((s) => s.beginRecovery(lost.epoch));
    expect(await restored.read((s) => s.identity())).toMatchObject({ epoch: 2, recovering: true });

    // A report that comes again, one that another laptop offers, and one that is new meanwhile.
    const offered = reader.held().filter(({ id }) => [first.record, kept, told.id].includes(id));
    await restored.inOrder((s) =>
      s.offer(coordinator.device, {
        purged: [{ type: 'suite', id: doomed, at: '2026-06-01T10:00:00.000Z' }],
        records: offered.map(({ type, id, version, document }) => ({ type, id, version, document })),
      }),
    );
    await hub.push(other, [second]);
    const fresh = readyVisit(north, form);
    await hub.push(north, [fresh]);
    const reference = async (id: string) =>
      ((await restored.read((s) => s.document('visit', id))) as Visit | undefined)?.reference;
    expect(await reference(first.record)).toBe('V2026/0001');
    expect(await reference(fresh.record)).toBeUndefined();
    expect(await restored.read((s) => s.document('suite', kept))).toMatchObject({ notes: 'two' });
    expect(await restored.read((s) => s.document('suite', doomed))).toBeUndefined();
    expect(
      (
        await hub.push(coordinator, [
          changeBy(coordinator, 'suite', doomed, [{ path: ['notes'], now: 'back' }]),
        ])
      )[0],
    ).toEqual({ kind: 'purged' });

    await restored.inOrder((s) => s.closeRecovery());
    // A confidential case that came back without the mark it is counted by has it again.
    expect(await restored.read((s) => s.document('caseMark', markId(told.id)))).toMatchObject({
      counted: { kind: 'enquiry', received: '2026-05-04' },
    });
    const given = [
      await reference(first.record),
      await reference(second.record),
      await reference(fresh.record),
    ];
    expect(new Set(given).size).toBe(3);
    expect(given.every((one) => one?.startsWith('V2026/'))).toBe(true);
    expect((await restored.check()).filter((finding) => !finding.includes('never came'))).toEqual([]);

    // A laptop that had come further than the backup goes on where that ends, and misses nothing.
    for (const one of [reader, early]) await one.pull(restored);
    expect(reader.document(first.record)).toMatchObject({ reference: 'V2026/0001' });
    expect(reader.document(kept)).toMatchObject({ notes: 'two' });
    expect(early.holds(second.record)).toBe(true);
    expect(reader.holds(doomed)).toBe(false);
  });

  test('keeps what is offered and does not fit what was sent again meanwhile', async () => {
    office = await newStoreOffice(kind);
    const { store, coordinator, push, folder } = office;
    const suite = newSuite(coordinator, { notes: 'one' });
    await push(coordinator, [suite]);
    const path = join(folder, 'office.icvbackup');
    await store.backUp(path);
    const { n } = await store.read((s) => s.head());
    const restored = await elsewhere(path, office.database && (await startPostgres()));
    await restored.inOrder((s) => s.beginRecovery(1));
    const word = (now: string) =>
      changeBy(coordinator, 'suite', suite.record, [{ path: ['notes'], was: 'one', now }]);
    await acting(restored).push(coordinator, [word('sent again')]);
    const document = { ...(suite.patch[0]?.now as { id: string }), notes: 'offered', area: 'North' };
    const offer = {
      purged: [],
      records: [{ type: 'suite', id: suite.record, version: { epoch: 1, n: n + 9 }, document }],
    };
    expect(await restored.inOrder((s) => s.offer(coordinator.device, offer))).toBe(1);
    expect(await restored.inOrder((s) => s.offer(coordinator.device, offer))).toBe(0);
    expect(await restored.read((s) => s.document('suite', suite.record))).toMatchObject({
      notes: 'sent again',
      area: 'North',
    });
    expect(await restored.check()).toEqual([]);
  });
});

describe.each(['sqlite', 'postgres'] as const)('a stand-alone store that becomes a hub in %s', (kind) => {
  test('keeps its office, its records, its receipts and its numbers, and its drafts stay where they are', async () => {
    const alone = await newOffice('example');
    const id = '01a1fe3b-dc7e-72fb-998e-5adb8c826c71';
    await alone.ask('visits.start', { id });
    await alone.close();
    // It was not opened since confidential cases are counted.
    const { db } = openStore(alone.folder, alone.recoveryCode);
    db.exec("DELETE FROM caseMark; DELETE FROM meta WHERE key = 'marks'");
    db.close();
    const folder = newFolder();
    const database = kind === 'postgres' ? await startPostgres() : null;
    const made = await initHubFrom({ folder, passphrase, database, cost: leastCost }, alone.folder, sources);
    if (!made.ok) throw new Error(made.error.tag);
    const { store } = made.value;
    expect(await store.check()).toEqual([]);
    const visits = (await store.read((s) => s.documents('visit'))) as Visit[];
    expect(visits.length).toBeGreaterThan(20);
    expect(visits.every(({ reference, imported }) => reference || imported)).toBe(true);
    expect(visits.some((v) => v.id === id)).toBe(false);
    const cases = (await store.read((s) => s.documents('caseFile'))) as CaseFile[];
    const kept = cases.filter((c) => c.confidential).map(markOf);
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(await store.read((s) => s.documents('caseMark')))).toEqual(new Set(kept));
    const head = await store.read((s) => s.head());
    expect(head.epoch).toBe(1);
    expect(await store.read((s) => s.knows(head))).toBe(true);
    const again = await initHubFrom({ folder, passphrase, database, cost: leastCost }, alone.folder, sources);
    expect(again).toMatchObject({ ok: false, error: { tag: 'storeExists' } });
    await store.close();
    removeFolder(folder);
    removeFolder(alone.folder);
  });
});
