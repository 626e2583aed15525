import { afterAll, describe, expect, test } from 'vitest';
import type { Conflict } from '#shared/records/conflict.ts';
import type { Visit } from '#shared/records/visit.ts';
import { endPostgres } from '#test/postgres.ts';
import { soundOffices } from './sound-offices.ts';
import { acting, changeBy, formOf, keysOf, newReader, newSuite, panelA, readyVisit } from './store-office.ts';

afterAll(endPostgres);

describe.each(['sqlite', 'postgres'] as const)('an office in %s', (kind) => {
  const begin = soundOffices(kind);

  test('gives each change the next number and a receipt that contains the one before', async () => {
    const { store, coordinator, push } = await begin();
    const before = await store.read((s) => s.head());
    const answers = await push(coordinator, [newSuite(coordinator), newSuite(coordinator)]);
    const after = await store.read((s) => s.head());
    expect(answers.map((a) => 'version' in a && a.version.n)).toEqual([before.n + 1, before.n + 2]);
    expect(answers.at(-1)).toMatchObject({ receipt: after.receipt });
    expect(await store.read((s) => s.knows(before))).toBe(true);
    expect(await store.read((s) => s.knows({ ...before, receipt: after.receipt }))).toBe(false);
    expect(await store.read((s) => s.knows({ ...after, n: after.n + 1 }))).toBe(false);
  });

  test('accepts a change once, however often and under whichever number it comes', async () => {
    const { store, coordinator, push } = await begin();
    const change = newSuite(coordinator);
    const [first] = await push(coordinator, [change]);
    const { n } = await store.read((s) => s.head());
    const again = await push(coordinator, [change, change]);
    expect(again).toEqual([
      { kind: 'duplicate', first },
      { kind: 'duplicate', first },
    ]);
    const resent = { ...change, number: ++coordinator.number };
    expect(await push(coordinator, [resent])).toEqual([{ kind: 'duplicate', first }]);
    expect((await store.read((s) => s.head())).n).toBe(n);
    expect(await store.read((s) => s.gaps(coordinator.device))).toEqual({ missing: [], held: 0 });
  });

  test('holds a change until the one before it has come, and then decides on all that waited', async () => {
    const { store, coordinator, push } = await begin();
    const first = newSuite(coordinator, { notes: 'one' });
    const rest = ['two', 'three'].map((now, i) =>
      changeBy(coordinator, 'suite', first.record, [
        { path: ['notes'], was: ['one', 'two'][i] ?? null, now },
      ]),
    );
    const held = await push(coordinator, rest);
    expect(held.map(({ kind: k }) => k)).toEqual(['held', 'held']);
    expect(await store.read((s) => s.gaps(coordinator.device))).toEqual({ missing: [1], held: 2 });
    expect((await push(coordinator, [first]))[0]?.kind).toBe('accepted');
    expect(await store.read((s) => s.document('suite', first.record))).toMatchObject({ notes: 'three' });
    const resent = await push(coordinator, rest);
    expect(resent.every((a) => a.kind === 'duplicate' && 'version' in a.first)).toBe(true);
    expect(await store.read((s) => s.gaps(coordinator.device))).toEqual({ missing: [], held: 0 });
  });

  test('knows the numbers that never came, until their laptop says that they never will', async () => {
    const { store, coordinator, push } = await begin();
    const [, lost, , last] = Array.from({ length: 4 }, () => newSuite(coordinator));
    await push(coordinator, [last as never]);
    expect((await store.read((s) => s.gaps(coordinator.device))).missing).toEqual([1, 2, 3]);
    expect(await store.check()).toHaveLength(1);
    await store.inOrder((s) => s.void(coordinator.device, [1, 3]));
    expect((await store.read((s) => s.gaps(coordinator.device))).missing).toEqual([2]);
    await push(coordinator, [lost as never]);
    expect((await store.read((s) => s.gaps(coordinator.device))).missing).toEqual([]);
  });

  test('keeps both of two answers to one question, and shows the conflict to all who see the record', async () => {
    const { store, coordinator, north, push, makeSuite } = await begin();
    const suite = await makeSuite(coordinator, { notes: 'as it was' });
    const wants = (now: string) => [{ path: ['notes'], was: 'as it was', now }];
    const [one] = await push(coordinator, [changeBy(coordinator, 'suite', suite, wants('the first'))]);
    coordinator.last.delete(suite);
    const [two] = await push(coordinator, [changeBy(coordinator, 'suite', suite, wants('the second'))]);
    expect([one?.kind, two?.kind]).toEqual(['merged', 'conflict']);
    expect(await store.read((s) => s.document('suite', suite))).toMatchObject({ notes: 'the first' });
    const reader = newReader(keysOf.visitor(north, panelA));
    await reader.pull(store);
    const [conflict] = reader.held().filter(({ type }) => type === 'conflict') as { document: unknown }[];
    const { record, values } = (conflict as { document: Conflict }).document;
    expect(record).toBe(suite);
    expect(JSON.stringify(values)).toContain('the second');
  });

  test('answers every number for good, a refusal too', async () => {
    const { store, north, push } = await begin();
    const change = newSuite(north);
    const [refused] = await push(north, [change]);
    expect(refused).toMatchObject({ kind: 'refused' });
    expect(await push(north, [change])).toEqual([{ kind: 'duplicate', first: refused }]);
    expect(await store.read((s) => s.gaps(north.device))).toEqual({ missing: [], held: 0 });
  });

  test('numbers reports one after the other, and two connections of the hub never give one number twice', async () => {
    const { store, north, other, another, push } = await begin();
    const form = await formOf(store);
    const second = acting(await another());
    const ready = Array.from({ length: 10 }, (_, i) => readyVisit(i % 2 ? north : other, form));
    await Promise.all(
      ready.map((change, i) => (i % 2 ? push(north, [change]) : second.push(other, [change]))),
    );
    const visits = (await store.read((s) => s.documents('visit'))) as Visit[];
    const numbers = visits.map(({ reference }) => reference).sort();
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => `V2026/${String(i + 1).padStart(4, '0')}`));
  });

  test('does all of a transaction or nothing of it', async () => {
    const { store, coordinator } = await begin();
    const before = await store.read((s) => s.head());
    const change = newSuite(coordinator);
    const failing = store.inOrder(async (s) => {
      await s.accept(coordinator, [change]);
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await store.read((s) => s.head())).toEqual(before);
    expect(await store.read((s) => s.document('suite', change.record))).toBeUndefined();
    coordinator.number = 0;
  });
});
