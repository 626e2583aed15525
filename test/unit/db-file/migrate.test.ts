import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storeFile } from '#db/folder.ts';
import { type Migration, migrate, newest, numberOf } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { addNotes, countNotes, failureIn, must, newStore, notes, openStore, scratch } from './support.ts';

const folder = scratch();

/** A later shape: every note is rewritten. */
const reshape = (number: number): Migration => ({
  number,
  name: `shape ${number}`,
  up: (db) => void db.prepare('UPDATE note SET shape = ?').run(number),
});

const failing = (number: number): Migration => ({
  number,
  name: 'failing',
  up: (db) => void db.exec('UPDATE note SET shape = 0; SELECT * FROM no_such_table'),
});

const noBackup = () => ({ ok: true as const, value: undefined });

const opened = async (name: string) => {
  const { directory, key } = await newStore(folder(name));
  return { db: openStore(directory, key), directory };
};

const shapes = (db: Parameters<typeof numberOf>[0]) =>
  db.prepare('SELECT DISTINCT shape FROM note').pluck().all();

describe('Migrations', () => {
  it('bring a new store to the newest shape without a backup of nothing', async () => {
    const { db } = await opened('new');
    const done = migrate(db, [notes, reshape(20)], () => {
      throw new Error('There is nothing to back up');
    });
    expect(must(done)).toEqual({ from: 0, to: 20 });
    expect(numberOf(db)).toBe(20);
    db.close();
  });

  it('run once, after a backup of the old shape', async () => {
    const { db } = await opened('old');
    must(migrate(db, [notes], noBackup));
    addNotes(db, 10);
    const backedUp: number[] = [];
    const later = [notes, reshape(15), reshape(20)];
    const backUp = () => {
      backedUp.push(numberOf(db));
      return noBackup();
    };
    expect(must(migrate(db, later, backUp))).toEqual({ from: 10, to: 20 });
    expect(must(migrate(db, later, backUp))).toEqual({ from: 20, to: 20 });
    expect(backedUp).toEqual([10]);
    expect(shapes(db)).toEqual([20]);
    db.close();
  });

  it('do nothing where the backup fails, and say why', async () => {
    const { db } = await opened('no-backup');
    must(migrate(db, [notes], noBackup));
    addNotes(db, 10);
    const full = () => ({ ok: false as const, error: { tag: 'diskFull' as const } });
    expect(failureIn(migrate(db, [notes, reshape(20)], full))).toEqual({ tag: 'diskFull' });
    expect([numberOf(db), shapes(db)]).toEqual([10, [10]]);
    db.close();
  });

  it('that fail at any step leave the store in its old shape', async () => {
    const { db } = await opened('failing');
    must(migrate(db, [notes], noBackup));
    addNotes(db, 10);
    const steps = [20, 30, 40, 50];
    for (const bad of steps) {
      const list = [notes, ...steps.map((number) => (number === bad ? failing(number) : reshape(number)))];
      expect(() => migrate(db, list, noBackup)).toThrow('no_such_table');
      expect([numberOf(db), shapes(db), countNotes(db)]).toEqual([10, [10], 10]);
    }
    must(migrate(db, [notes, ...steps.map(reshape)], noBackup));
    expect([numberOf(db), shapes(db)]).toEqual([50, [50]]);
    db.close();
  });

  it('that leave a reference to nothing do not stand', async () => {
    const { db } = await opened('references');
    must(migrate(db, [notes], noBackup));
    const dangling: Migration = {
      number: 20,
      name: 'dangling',
      up: (inside) =>
        void inside.exec(`
          PRAGMA defer_foreign_keys = ON;
          CREATE TABLE tag (note INTEGER REFERENCES note (id));
          INSERT INTO tag VALUES (99)`),
    };
    expect(() => migrate(db, [notes, dangling], noBackup)).toThrow('references to nothing');
    expect(numberOf(db)).toBe(10);
    db.close();
  });

  it('refuse the store of a newer version, and leave every byte of it', async () => {
    const { directory, key } = await newStore(folder('newer'));
    const newer = openStore(directory, key);
    must(migrate(newer, [notes, reshape(70)], noBackup));
    newer.close();
    const before = readFileSync(storeFile(directory));
    const db = openStore(directory, key);
    const refused = migrate(db, [notes], () => {
      throw new Error('It must not come to a backup');
    });
    expect(failureIn(refused)).toEqual({ tag: 'storeNewer', found: 70, known: 10 });
    db.close();
    expect(readFileSync(storeFile(directory)).equals(before)).toBe(true);
  });

  it('out of order are a bug', async () => {
    const { db } = await opened('order');
    expect(() => migrate(db, [reshape(20), notes], noBackup)).toThrow('out of order');
    expect(() => migrate(db, [notes, notes], noBackup)).toThrow('out of order');
    db.close();
  });

  it('of the product run from nothing, and leave a store that is sound', async () => {
    const { db } = await opened('product');
    expect(must(migrate(db, migrations, noBackup))).toEqual({ from: 0, to: newest(migrations) });
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    db.close();
  });
});
