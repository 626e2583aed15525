import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '#hub/store/copy.ts';
import { hubFolder } from '#hub/store/folder.ts';
import { databaseOf } from '#test/hub-store.ts';
import { endPostgres } from '#test/postgres.ts';
import {
  changeBy,
  keysOf,
  newReader,
  newStoreOffice,
  newSuite,
  panelA,
  type StoreOffice,
} from './store-office.ts';

afterAll(endPostgres);
const secretWords = 'Birmingham greenhouse';
const later = '2026-06-01T10:00:00.000Z';

const tables = [
  'record',
  'log',
  'answer',
  'held',
  'quarantine',
  'device',
  'meta',
  'subject',
  'taken',
] as const;

/** All that the rows hold, as a text of bytes. */
const rawRows = async (office: StoreOffice): Promise<string> => {
  const engine = await databaseOf(office);
  const parts: string[] = [];
  for (const table of tables)
    await engine.glance(async (db) => {
      for await (const rows of rowsOf(db, table))
        for (const row of rows)
          for (const value of Object.values(row))
            parts.push(value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value));
    });
  await engine.close();
  return parts.join('\n');
};

describe.each(['sqlite', 'postgres'] as const)(
  'what is secret and what is over, of an office in %s',
  (kind) => {
    let office: StoreOffice;
    const begin = async () => {
      office = await newStoreOffice(kind);
      return office;
    };
    afterEach(() => office.end());

    test('no word of a record, a change, an answer or a laptop stands in clear in its rows or files', async () => {
      const { store, coordinator, push, folder } = await begin();
      const suite = newSuite(coordinator, { name: secretWords, notes: 'as it was' });
      const lost = newSuite(coordinator, { name: secretWords });
      const waiting = changeBy(coordinator, 'suite', lost.record, [{ path: ['notes'], now: secretWords }]);
      await push(coordinator, [suite, waiting]);
      coordinator.last.delete(suite.record);
      const wants = (now: string) => [{ path: ['notes'], was: 'as it was', now }];
      await push(coordinator, [changeBy(coordinator, 'suite', suite.record, wants('first'))]);
      coordinator.last.delete(suite.record);
      await push(coordinator, [changeBy(coordinator, 'suite', suite.record, wants(secretWords))]);
      await store.inOrder((s) => s.quarantine(coordinator.device, secretWords, later));
      await store.inOrder((s) =>
        s.saveDevice(coordinator.device, { name: secretWords, unlock: secretWords }),
      );
      const rows = await rawRows(office);
      expect(rows).toContain(suite.record);
      expect(rows).not.toContain(secretWords);
      expect(rows).not.toContain('as it was');
      for (const name of readdirSync(hubFolder(folder)).filter((file) => file.startsWith('store.db')))
        expect(readFileSync(join(hubFolder(folder), name)).includes(secretWords.slice(0, 8))).toBe(false);
    });

    test('a purged record is over for everybody: its words, its history, its conflicts, and what waited for it', async () => {
      const { store, coordinator, north, push } = await begin();
      const suite = newSuite(coordinator, { notes: 'as it was' });
      await push(coordinator, [suite]);
      for (const now of ['this', 'that']) {
        coordinator.last.delete(suite.record);
        await push(coordinator, [
          changeBy(coordinator, 'suite', suite.record, [{ path: ['notes'], was: 'as it was', now }]),
        ]);
      }
      const never = changeBy(coordinator, 'suite', suite.record, [{ path: ['area'], now: 'lost' }]);
      const waiting = changeBy(coordinator, 'suite', suite.record, [
        { path: ['area'], was: 'lost', now: 'held' },
      ]);
      await push(coordinator, [waiting]);
      const readers = [
        newReader(keysOf.coordinator(coordinator)),
        newReader(keysOf.visitor(north, panelA)),
      ] as const;
      for (const reader of readers) await reader.pull(store);
      const conflict = readers[0].held().find(({ type }) => type === 'conflict')?.id as string;

      await store.inOrder((s) => s.purge('suite', suite.record, later));
      for (const reader of readers) {
        await reader.pull(store);
        expect(reader.held().some(({ id }) => id === suite.record || id === conflict)).toBe(false);
        expect(reader.told).toContainEqual(
          expect.objectContaining({ kind: 'purged', id: suite.record, at: later }),
        );
      }
      const newcomer = newReader(keysOf.visitor(north, panelA));
      await newcomer.pull(store);
      expect(newcomer.told).toContainEqual(expect.objectContaining({ kind: 'purged', id: suite.record }));
      expect(await store.read((s) => s.document('suite', suite.record))).toBeUndefined();
      expect((await push(coordinator, [never]))[0]).toEqual({ kind: 'purged' });
      expect(await push(coordinator, [waiting])).toEqual([{ kind: 'duplicate', first: { kind: 'purged' } }]);
      expect(await store.read((s) => s.gaps(coordinator.device))).toEqual({ missing: [], held: 0 });
      await store.inOrder((s) => s.purge('suite', suite.record, later));
      expect(await store.check()).toEqual([]);

      const engine = await databaseOf(office);
      await engine.glance(async (db) => {
        const of = await db
          .selectFrom('log')
          .select('patch')
          .where('record', 'in', [suite.record, conflict])
          .execute();
        expect(of.length).toBeGreaterThan(2);
        expect(of.every(({ patch }) => patch === null)).toBe(true);
        expect(await db.selectFrom('held').selectAll().execute()).toEqual([]);
      });
      await engine.close();
    });

    test('the hub knows which laptops have not come past a purge', async () => {
      const { store, coordinator, north, makeSuite } = await begin();
      const suite = await makeSuite(coordinator);
      await store.inOrder((s) => s.purge('suite', suite, later));
      const { n } = await store.read((s) => s.head());
      await store.inOrder((s) => s.saveDevice(coordinator.device, { seen: n }));
      await store.inOrder((s) => s.saveDevice(north.device, { revoked: later }));
      const left = await store.read((s) => s.outstanding('suite', suite));
      expect(left.map(({ id }) => id).sort()).toEqual([office.other.device, office.south.device].sort());
      expect(await store.read((s) => s.outstanding('suite', coordinator.person))).toEqual([]);
    });

    test('the marks of a record in the audit are the same until it is purged, and then nobody can make them again', async () => {
      const { store, coordinator, makeSuite } = await begin();
      const id = await makeSuite(coordinator);
      const entry = (of: string) => ({
        kind: 'looked',
        person: coordinator.person,
        device: coordinator.device,
        subject: { type: 'suite', id: of },
        detail: {},
      });
      for (const of of [id, id, await makeSuite(coordinator)]) await store.inOrder((s) => s.audit(entry(of)));
      await store.inOrder((s) => s.purge('suite', id, later));
      await store.inOrder((s) => s.audit(entry(id)));
      const trail = await store.read((s) => s.auditTrail(0, 1_000));
      const [first, second, third, fourth] = trail.filter((e) => e.kind === 'looked').map((e) => e.subject);
      expect(first).toBe(second);
      expect(first).not.toBe(third);
      expect(fourth).toBeNull();
      expect(JSON.stringify(trail)).not.toContain(id);
      const engine = await databaseOf(office);
      await engine.glance(async (db) => {
        expect(await db.selectFrom('subject').selectAll().where('id', '=', id).execute()).toEqual([]);
      });
      await engine.close();
    });

    test.each([
      ['an entry of the audit', sql`update audit set person = 'somebody else' where seq = 1`, 'was altered'],
      ['the end of the audit', sql`delete from audit where seq = (select max(seq) from audit)`, 'audit'],
      [
        'an accepted change',
        sql`update log set "by" = 'x', change = 'x' where n = 2`,
        'change 2 was altered',
      ],
      ['the number of a change', sql`delete from log where n = 2`, 'change 2 is missing'],
      [
        'a document put in another place',
        sql`update record set data = (select data from record where type = 'form') where type = 'setting'`,
        'altered',
      ],
      [
        'who sees a record',
        sql`delete from audience where type = 'suite' and key = 'role:coordinator'`,
        'seen by',
      ],
      ['a digest', sql`update digest set count = count + 1 where type = 'suite'`, 'digest'],
    ] as const)('the check finds a changed row: %s', async (_, change, words) => {
      const { store, coordinator, makeSuite } = await begin();
      await makeSuite(coordinator);
      expect(await store.check()).toEqual([]);
      const engine = await databaseOf(office);
      await engine.alone((db) => change.execute(db));
      await engine.close();
      expect((await store.check()).join(' ')).toContain(words);
    });
  },
);
