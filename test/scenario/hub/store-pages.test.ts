import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '#shared/sync/wire.ts';
import { endPostgres } from '#test/postgres.ts';
import { soundOffices } from './sound-offices.ts';
import { changeBy, formOf, keysOf, newReader, newSuite, panelA, panelB, readyVisit } from './store-office.ts';

afterAll(endPostgres);

describe.each(['sqlite', 'postgres'] as const)('pages of an office in %s', (kind) => {
  const begin = soundOffices(kind);

  test('bring each person what shares a key with them, and nothing else', async () => {
    const { store, coordinator, north, south, makeSuite, push } = await begin();
    const [a, b] = [await makeSuite(coordinator), await makeSuite(coordinator, { panel: panelB })];
    const visit = readyVisit(north, await formOf(store));
    await push(north, [visit]);
    const readers = {
      coordinator: newReader(keysOf.coordinator(coordinator)),
      north: newReader(keysOf.visitor(north, panelA)),
      south: newReader(keysOf.visitor(south, panelB)),
    };
    for (const reader of Object.values(readers)) await reader.pull(store);
    const seen = (id: string) => Object.entries(readers).flatMap(([who, r]) => (r.holds(id) ? [who] : []));
    expect(seen(a)).toEqual(['coordinator', 'north']);
    expect(seen(b)).toEqual(['coordinator', 'south']);
    expect(seen(visit.record)).toEqual(['coordinator', 'north']);
    expect(readers.south.told.some(({ id }) => id === a || id === visit.record)).toBe(false);
  });

  test('bring the history of a record whole at first, and then what came since', async () => {
    const { store, coordinator, makeSuite, changeSuite } = await begin();
    const suite = await makeSuite(coordinator, { notes: 'one' });
    const was = { id: suite, name: 'Northgate', notes: 'one' };
    await changeSuite(coordinator, was, { ...was, notes: 'two' });
    const reader = newReader(keysOf.coordinator(coordinator));
    await reader.pull(store);
    const log = () => reader.held().find(({ id }) => id === suite)?.log ?? [];
    expect(log().map(({ patch }) => patch)).toEqual([null, [{ path: ['notes'], was: 'one', now: 'two' }]]);
    await changeSuite(coordinator, { ...was, notes: 'two' }, { ...was, notes: 'three' });
    await reader.pull(store);
    expect(log().map(({ patch }) => patch)).toEqual([[{ path: ['notes'], was: 'two', now: 'three' }]]);
  });

  test('tell a panel that a suite has moved away, and bring it to the other one with its history', async () => {
    const { store, coordinator, north, south, makeSuite, changeSuite } = await begin();
    const suite = await makeSuite(coordinator);
    const readers = [
      newReader(keysOf.visitor(north, panelA)),
      newReader(keysOf.visitor(south, panelB)),
    ] as const;
    for (const reader of readers) await reader.pull(store);
    expect(readers.map((r) => r.holds(suite))).toEqual([true, false]);
    const was = { id: suite, name: 'Northgate', panel: panelA };
    await changeSuite(coordinator, was, { ...was, panel: panelB });
    for (const reader of readers) await reader.pull(store);
    expect(readers.map((r) => r.holds(suite))).toEqual([false, true]);
    expect(readers[0].told.at(-1)).toMatchObject({ kind: 'gone', id: suite });
    expect(readers[1].held().find(({ id }) => id === suite)?.log).toHaveLength(2);
  });

  test('never name to a newcomer what was gone before they came', async () => {
    const { store, coordinator, north, makeSuite, changeSuite } = await begin();
    const suite = await makeSuite(coordinator);
    const was = { id: suite, name: 'Northgate', panel: panelA };
    await changeSuite(coordinator, was, { ...was, panel: panelB });
    const reader = newReader(keysOf.visitor(north, panelA));
    await reader.pull(store);
    expect(reader.told.map(({ id }) => id)).not.toContain(suite);
    expect(reader.cursors.shared).not.toBeNull();
  });

  test('bring by themselves what a gained key leads to, however long ago it was written', async () => {
    const { store, coordinator, north, makeSuite } = await begin();
    const old = await makeSuite(coordinator, { panel: panelB });
    const reader = newReader(keysOf.visitor(north, panelA));
    const ours = await makeSuite(coordinator);
    await reader.pull(store);
    reader.become(keysOf.visitor(north, panelB));
    await reader.pull(store);
    expect([reader.holds(ours), reader.holds(old)]).toEqual([false, true]);
    expect((await store.read((s) => s.page('shared', reader.keys, reader.cursors.shared))).items).toEqual([]);
  });

  test('hold at most what a page may, and lead to the end without a gap', async () => {
    const { store, coordinator, push } = await begin();
    const long = 'x'.repeat(9_000);
    for (let i = 0; i < 6; i += 1)
      await push(
        coordinator,
        Array.from({ length: 120 }, () => newSuite(coordinator, i > 3 ? { notes: long } : {})),
      );
    const keys = keysOf.coordinator(coordinator);
    const sizes: number[] = [];
    const seen = new Set<string>();
    for (let [cursor, left] = [null as string | null, 1]; left > 0; ) {
      const page = await store.read((s) => s.page('shared', keys, cursor));
      expect(page.items.length).toBeLessThanOrEqual(limits.items);
      expect(JSON.stringify(page.items).length).toBeLessThan(limits.page + 20_000);
      sizes.push(page.items.length);
      for (const { id } of page.items) seen.add(id);
      expect(page.remaining === 0).toBe(
        page.head.n === (await store.read((s) => s.head())).n && seen.size >= 720,
      );
      [cursor, left] = [page.cursor, page.remaining];
    }
    expect(seen.size).toBe(720 + 2 + 4 + 2);
    expect(sizes.length).toBeGreaterThan(2);
  });

  test('never part records that one change wrote together', async () => {
    const { store, coordinator, push } = await begin();
    const many = Array.from({ length: 2 }, () => newSuite(coordinator, { notes: 'as it was' }));
    await push(coordinator, many);
    // Each of these writes a suite and its conflict under one number.
    for (const { record } of many)
      for (const now of ['this', 'that']) {
        coordinator.last.delete(record);
        await push(coordinator, [
          changeBy(coordinator, 'suite', record, [{ path: ['notes'], was: 'as it was', now }]),
        ]);
      }
    const { items } = await store.read((s) => s.page('shared', keysOf.coordinator(coordinator), null));
    const places = items.map(({ version }) => version.n);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(items.filter(({ type }) => type === 'conflict')).toHaveLength(2);
  });

  test('begin again at the beginning for a cursor that is none of theirs', async () => {
    const { store, coordinator } = await begin();
    const keys = keysOf.coordinator(coordinator);
    const first = await store.read((s) => s.page('shared', keys, null));
    for (const cursor of [
      '',
      'nonsense',
      Buffer.from('[1,{"a":2}]').toString('base64url'),
      first.cursor.slice(3),
    ])
      expect((await store.read((s) => s.page('shared', keys, cursor))).items).toEqual(first.items);
  });

  test('repair one set from its records alone', async () => {
    const { store, coordinator, push } = await begin();
    const all = Array.from({ length: 600 }, () => newSuite(coordinator));
    for (let done = 0; done < all.length; done += 200) await push(coordinator, all.slice(done, done + 200));
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await store.read((s) => s.set('role:coordinator', 'suite', after));
      expect(page.items.every((item) => item.kind === 'put' && item.keys.join() === 'role:coordinator')).toBe(
        true,
      );
      found.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(found).toEqual(all.map(({ record }) => record).sort());
    expect(await store.read((s) => s.set('role:coordinator', 'visit', null))).toEqual({
      items: [],
      next: null,
    });
  });
});
