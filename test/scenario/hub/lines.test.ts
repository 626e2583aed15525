import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { revoke } from '#hub/office/devices.ts';
import { databaseOf, freshId, kinds } from '../../hub-store.ts';
import { endPostgres } from '../../postgres.ts';
import { isRefused, newLaptop, type TestLaptop } from './client.ts';
import { type Serving, serving } from './serving.ts';

afterAll(endPostgres);

describe.each(['sqlite', 'postgres'] as const)('the line of a laptop, on %s', (kind) => {
  let hub: Serving;
  let coordinator: TestLaptop;
  let ann: TestLaptop;
  beforeEach(async () => {
    hub = await serving(await kinds[kind]());
    coordinator = await hub.joined('Carla Coordinator', 'coordinator');
    await coordinator.greet();
    ann = await hub.joined('Ann Lee', 'visitor', 'North');
    await ann.greet();
  });
  afterEach(async () => {
    await hub.close();
    await hub.hub.end();
  });

  /** What was put back from an image, or copied: it goes on as another device. */
  const goesOn = async (from: TestLaptop): Promise<TestLaptop> => {
    const next = newLaptop(hub.url);
    const { token } = await from.ask('reincarnate', { device: next.device, key: next.publicKey });
    return Object.assign(next, { token, person: from.person });
  };
  const reincarnating = (from: TestLaptop) =>
    from.post('reincarnate', { device: freshId(), key: newLaptop(hub.url).publicKey });
  const ofAnn = async () =>
    (await coordinator.ask('people', {})).devices.filter(({ personName }) => personName === 'Ann Lee');
  const pulling = (laptop: TestLaptop) => laptop.post('pull', { stream: 'own', cursor: null });

  test('revoking what a laptop was before ends what it is now, within one request, and the other way round', async () => {
    const second = await goesOn(ann);
    await second.greet();
    const third = await goesOn(second);
    await coordinator.ask('revoke', { device: ann.device, reason: 'stolen' });
    for (const one of [ann, second, third]) {
      isRefused(await pulling(one), 'revoked');
      isRefused(await reincarnating(one), 'revoked');
    }
    const trail = await hub.office.store.read((s) => s.auditTrail(0, 1_000));
    const revoked = trail.filter((entry) => entry.kind === 'revoke').map(({ detail }) => detail.revoked);
    expect(revoked).toEqual([ann.device, second.device, third.device]);
    const bob = await hub.joined('Bob Ray', 'visitor', 'North');
    const bobNow = await goesOn(bob);
    await coordinator.ask('revoke', { device: bobNow.device, reason: 'stolen' });
    isRefused(await reincarnating(bob), 'revoked');
  });

  test('a laptop of the same person that joined by itself is another line, and is not revoked with it', async () => {
    const other = await hub.joined('Ann Lee', 'visitor');
    await coordinator.ask('revoke', { device: ann.device, reason: 'stolen' });
    await other.greet();
    expect((await ofAnn()).map(({ revoked }) => revoked !== null)).toEqual([true, false]);
  });

  test('a successor that begins while its line is being revoked is refused, or is revoked with it', async () => {
    const others = await hub.hub.another();
    for (let n = 0; n < 5; n += 1) {
      const laptop = await hub.joined(`Visitor ${n}`, 'visitor', 'North');
      const next = newLaptop(hub.url);
      const [born] = await Promise.all([
        laptop.post('reincarnate', { device: next.device, key: next.publicKey }),
        revoke({ store: others, sources: hub.office.sources }, null, {
          device: laptop.device,
          reason: 'stolen',
        }),
      ]);
      if (born.status === 200) {
        next.token = born.json.token as string;
        isRefused(await next.post('greet', await next.greeting()), 'revoked');
      } else isRefused(born, 'revoked');
      const line = await hub.office.store.read((s) => s.lineOf(laptop.device));
      expect(line.map(({ revoked }) => revoked !== null)).not.toContain(false);
    }
  });

  test('is one entry: when it joined, what it is now, and since when it goes on as another device', async () => {
    const [before] = await ofAnn();
    expect(before).toMatchObject({ id: ann.device, wentOn: null, copies: 0, revoked: null });
    const next = await goesOn(ann);
    const [now, ...more] = await ofAnn();
    expect(more).toEqual([]);
    expect(now).toMatchObject({ id: next.device, joined: before?.joined, copies: 0, revoked: null });
    expect(now?.lastSeen).toBe(before?.lastSeen);
    expect((now?.wentOn ?? '') >= (before?.joined ?? '')).toBe(true);
  });

  test('a copy that goes on beside what was copied is said to be one, and both are revoked together', async () => {
    await goesOn(ann);
    await ann.greet();
    expect(await ofAnn()).toMatchObject([{ copies: 1, revoked: null }]);
    await coordinator.ask('revoke', { device: ann.device, reason: 'stolen' });
    expect(await ofAnn()).toMatchObject([{ copies: 1, revoked: expect.any(String) }]);
  });

  test('the certificate of a purge names a laptop once, by what tells it from one of the same name, and only while it may hold the record', async () => {
    const panel = freshId();
    const make = async (id: string) =>
      hub.office.store.inOrder((s) => s.make(null, 'panel', { id, name: 'To go' } as { id: string }));
    await make(panel);
    const second = await goesOn(ann);
    const twin = await hub.joined('Ann Lee', 'visitor');
    const purged = await coordinator.ask('purge', { type: 'panel', id: panel, reason: 'by mistake' });
    const named = purged.outstanding.filter((one) => one.startsWith('Ann Lee')).sort();
    const code = (laptop: TestLaptop) => laptop.device.slice(-4).toUpperCase();
    expect(named).toEqual([second, twin].map((one) => `Ann Lee: Laptop of Ann Lee (${code(one)})`).sort());
    const head = await hub.office.store.read((s) => s.head());
    for (const one of [second, twin]) await one.greet({ head });
    const left = await hub.office.store.read((s) => s.outstanding('panel', panel));
    expect(left.map(({ id }) => id)).toEqual([coordinator.device]);
    // A copy of what it was before may hold it still: it was heard of again.
    await ann.greet();
    const again = await hub.office.store.read((s) => s.outstanding('panel', panel));
    expect(again.map(({ id }) => id).sort()).toEqual([coordinator.device, second.device].sort());
  });

  test('after a restore a laptop is waited for until what it is now has nothing left to give, and never for what it was', async () => {
    const awaited = async () => (await ofAnn()).map((one) => one.awaited);
    const { epoch, head } = await ann.greet();
    const lost = { epoch, n: head.n + 50, receipt: 'f'.repeat(64) };
    const next = await goesOn(ann);
    expect(await next.greet({ head: lost })).toMatchObject({ behind: true });
    expect(await awaited()).toEqual([true]);
    const { head: now } = await coordinator.greet();
    expect(await next.greet({ head: now })).toMatchObject({ behind: false });
    expect(await awaited()).toEqual([false]);
  });

  test('a hub of an earlier version learns the lines of its laptops from its audit, and revokes nobody by that', async () => {
    const second = await goesOn(ann);
    const third = await goesOn(second);
    await third.greet();
    const bob = await hub.joined('Bob Ray', 'visitor', 'North');
    const bobNow = await goesOn(bob);
    const before = await hub.office.store.read((s) => s.devices());
    const engine = await databaseOf(hub.hub);
    await engine.alone(async (db) => {
      await sql`drop table said_purged`.execute(db);
      await sql`drop index device_of_line`.execute(db);
      for (const column of ['line', 'came_from', 'went_on', 'through'])
        await sql`alter table device drop column ${sql.ref(column)}`.execute(db);
      await db.deleteFrom('migration').where('number', '>=', 30).execute();
      await sql`update device set revoked = '2026-01-01T00:00:00.000Z' where id = ${ann.device}`.execute(db);
    });
    await engine.close();
    const upgraded = await hub.hub.another();
    const after = await upgraded.read((s) => s.devices());
    const lineage = ({ id, line, cameFrom, wentOn }: (typeof before)[number]) => ({
      id,
      line,
      cameFrom,
      wentOn,
    });
    expect(after.map(lineage)).toEqual(before.map(lineage));
    expect(after.filter(({ revoked }) => revoked !== null).map(({ id }) => id)).toEqual([ann.device]);
    expect(after.find(({ id }) => id === bobNow.device)?.line).toBe(bob.device);
    expect(await ofAnn()).toMatchObject([
      { id: third.device, revoked: null, revokedBefore: expect.any(String) },
    ]);
    await coordinator.ask('revoke', { device: third.device, reason: 'stolen' });
    isRefused(await pulling(third), 'revoked');
  });
});
