import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sources } from '#desk/machine.ts';
import { restoreHub } from '#hub/store/backup.ts';
import { openHub } from '#hub/store/folder.ts';
import type { Reply } from '#shared/sync/wire.ts';
import { freshId, kinds } from '../../hub-store.ts';
import { newFolder, passphrase, removeFolder } from '../../office.ts';
import { endPostgres } from '../../postgres.ts';
import { newLaptop, type TestLaptop } from './client.ts';
import { type Serving, serving } from './serving.ts';

afterAll(endPostgres);

type Item = Reply<'pull'>['items'][number];

describe.each(['sqlite', 'postgres'] as const)('what was purged, on %s', (kind) => {
  let hub: Serving;
  let coordinator: TestLaptop;
  let ann: TestLaptop;
  beforeEach(async () => {
    hub = await serving(await kinds[kind]());
    coordinator = await hub.joined('Carla Coordinator', 'coordinator');
    ann = await hub.joined('Ann Lee', 'visitor', 'North');
    await coordinator.greet();
    await ann.greet();
  });
  afterEach(async () => {
    await hub.close();
    await hub.hub.end();
  });

  const make = (id: string) =>
    hub.office.store.inOrder((s) => s.make(null, 'panel', { id, name: 'A panel' } as { id: string }));
  const stands = async (id: string) =>
    (await hub.office.store.read((s) => s.document('panel', id))) !== undefined;
  const purge = (id: string) => coordinator.ask('purge', { type: 'panel', id, reason: 'by mistake' });
  /** The tombstone of a panel, as a laptop is brought it. */
  const tombstoneOf = async (id: string) => {
    const { items } = await coordinator.ask('pull', { stream: 'shared', cursor: null });
    const found = items.find((item) => item.id === id) as Extract<Item, { kind: 'purged' }>;
    return { type: 'panel', id, at: found.at, seal: found.seal as string };
  };
  /** The hub learns from a laptop that it was put back from a backup. */
  const learnsOfIt = async () => {
    const { epoch, head } = await coordinator.greet();
    const lost = { epoch, n: head.n + 50, receipt: 'f'.repeat(64) };
    await coordinator.greet({ head: lost });
    return { epoch, n: head.n + 20 };
  };
  /** Purges a panel, and puts the hub back from a backup that has it still. */
  const restoredAfterPurge = async (id: string) => {
    const path = join(hub.hub.folder, 'before.icvbackup');
    expect(await hub.hub.store.backUp(path)).toMatchObject({ ok: true });
    await purge(id);
    const tombstone = await tombstoneOf(id);
    const { database } = hub.hub;
    const folder = newFolder();
    expect(await restoreHub(path, folder, { passphrase }, database, sources)).toMatchObject({ ok: true });
    const opened = await openHub(folder, { passphrase }, database, sources);
    if (!opened.ok) throw new Error(opened.error.tag);
    const before = hub;
    hub = await serving({
      ...before.hub,
      store: opened.value,
      end: async () => {
        await opened.value.close();
        removeFolder(folder);
        await before.close();
        await before.hub.end();
      },
    });
    const there = ({ device, key, publicKey, token, person }: TestLaptop) =>
      Object.assign(newLaptop(hub.url), { device, key, publicKey, token, person });
    [coordinator, ann] = [there(coordinator), there(ann)];
    await learnsOfIt();
    expect(await stands(id)).toBe(true);
    return tombstone;
  };

  test('bears the hub’s seal, and is purged again on the word of whoever brings that', async () => {
    const id = freshId();
    await make(id);
    const tombstone = await restoredAfterPurge(id);
    await ann.ask('offer', { purged: [tombstone], records: [] });
    expect(await stands(id)).toBe(false);
    expect(await hub.office.store.read((s) => s.isPurged('panel', id))).toBe(true);
    // It is the same tombstone as before, and goes on to the next restore.
    expect(await tombstoneOf(id)).toEqual(tombstone);
  });

  test('is not destroyed on the word of a laptop without the seal, whoever’s it is, and not with that of another record', async () => {
    const [id, other] = [freshId(), freshId()];
    await make(id);
    await make(other);
    const sealed = await restoredAfterPurge(other);
    const at = new Date().toISOString();
    for (const forged of [{}, { seal: sealed.seal }, { seal: 'A'.repeat(43) }, { seal: '' }])
      await coordinator.ask('offer', { purged: [{ type: 'panel', id, at, ...forged }], records: [] });
    expect(await stands(id)).toBe(true);
    expect(await hub.office.store.read((s) => s.saidPurged())).toMatchObject([{ type: 'panel', id }]);
    expect((await coordinator.ask('people', {})).unsealed).toBe(1);
    const trail = await hub.office.store.read((s) => s.auditTrail(0, 1_000));
    expect(trail.some((entry) => entry.kind === 'unsealedPurge')).toBe(true);
    await purge(id);
    expect(await hub.office.store.read((s) => s.saidPurged())).toEqual([]);
  });

  test('of which the word has no seal is not taken back either, until somebody decides', async () => {
    const version = await learnsOfIt();
    const [id, at] = [freshId(), new Date().toISOString()];
    await coordinator.ask('offer', { purged: [{ type: 'panel', id, at }], records: [] });
    const record = { type: 'panel', id, version, document: { id, name: 'Lost panel' } };
    expect((await coordinator.ask('offer', { purged: [], records: [record] })).taken).toBe(0);
    expect(await stands(id)).toBe(false);
    const kept = await hub.office.store.read((s) => s.quarantined());
    expect(kept).toMatchObject([{ type: 'panel', record: id }]);
  });

  test('is certified: the laptops and backups that may have it still; and its mark in the audit nobody can make again', async () => {
    const id = freshId();
    await make(id);
    expect((await hub.hub.store.backUp(`${hub.hub.folder}/kept.icvbackup`)).ok).toBe(true);
    const { outstanding } = await purge(id);
    expect(outstanding.filter((one) => one.startsWith('Backup of '))).toHaveLength(1);
    expect(outstanding.filter((one) => one.startsWith('Ann Lee: '))).toHaveLength(1);
    const trail = await hub.office.store.read((s) => s.auditTrail(0, 1_000));
    const entry = trail.find((one) => one.kind === 'purge');
    expect(entry).toMatchObject({
      person: coordinator.person,
      detail: { type: 'panel', reason: 'by mistake' },
    });
    expect(entry?.subject).toMatch(/^[\w+/=-]{20,}/);
    expect(JSON.stringify(trail)).not.toContain(id);
    // The key is gone with the record: another mark of the same id is none.
    await hub.office.store.inOrder((s) =>
      s.audit({ kind: 'looked', person: null, device: null, subject: { type: 'panel', id }, detail: {} }),
    );
    const after = await hub.office.store.read((s) => s.auditTrail(0, 1_000));
    expect(after.at(-1)).toMatchObject({ kind: 'looked', subject: null });
    expect(await hub.office.store.check()).toEqual([]);
  });
});
