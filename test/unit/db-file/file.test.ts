import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteFile, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isSound } from '#db/backup.ts';
import { attempt, attemptToRead, failureOf } from '#db/failure.ts';
import { createFile, openFile } from '#db/file.ts';
import { storeFile } from '#db/folder.ts';
import type { DataKey } from '#db/keys.ts';
import {
  countNotes,
  failureIn,
  must,
  newStore,
  openStore,
  scratch,
  sources,
  storeWithNotes,
} from './support.ts';

const folder = scratch();
const damaged = { tag: 'storeDamaged' };

/** What a person would meet: a failure, or everything that was written, exactly. */
const readAll = (path: string, key: DataKey): string[] | 'damaged' => {
  const opened = openFile(path, key, { readonly: false });
  if (!opened.ok) {
    expect(opened.error).toEqual(damaged);
    return 'damaged';
  }
  const db = opened.value;
  const read = attempt(path, () => {
    const texts = db.prepare('SELECT text FROM note ORDER BY id').pluck().all() as string[];
    db.prepare('SELECT rowid FROM note_words WHERE note_words MATCH ?').all('detainee');
    return isSound(db) ? texts : undefined;
  });
  db.close();
  if (!read.ok) expect(read.error).toEqual(damaged);
  return read.ok && read.value ? read.value : 'damaged';
};

/** A closed store with notes, to be damaged in copies. */
const closedStore = async (name: string, count = 500) => {
  const { db, directory, key } = await storeWithNotes(folder(name), count);
  db.close();
  let copies = 0;
  const copy = (): string => {
    const place = join(folder(name), `copy-${copies++}`);
    mkdirSync(place);
    copyFileSync(storeFile(directory), storeFile(place));
    return storeFile(place);
  };
  return { directory, key, file: storeFile(directory), copy };
};

describe('A store file', () => {
  it('keeps what was written, under the settings the design asks for', async () => {
    const { directory, key } = await newStore(folder('settings'));
    const db = openStore(directory, key);
    const settings = {
      journal_mode: 'wal',
      synchronous: 2,
      temp_store: 2,
      foreign_keys: 1,
      secure_delete: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
      cipher: 'aegis',
      busy_timeout: 5_000,
    };
    for (const [name, value] of Object.entries(settings))
      expect([name, db.pragma(name, { simple: true }) ?? 0]).toEqual([name, value]);
    db.close();
  });

  it('is read beside its writer by a connection that cannot write', async () => {
    const { db, directory, key } = await storeWithNotes(folder('reader'), 3);
    const reader = must(openFile(storeFile(directory), key, { readonly: true }));
    expect(countNotes(reader)).toBe(3);
    expect(failureIn(attempt(directory, () => reader.exec('DELETE FROM note')))).toEqual({
      tag: 'cannotWrite',
      path: directory,
    });
    reader.close();
    db.close();
  });

  it('is never made in the place of another', async () => {
    const { directory, key } = await newStore(folder('twice'));
    const path = storeFile(directory);
    expect(failureIn(createFile(path, key))).toEqual({ tag: 'fileExists', path });
    const nowhere = join(folder('twice'), 'not', 'there.db');
    expect(failureIn(createFile(nowhere, key))).toEqual({ tag: 'cannotWrite', path: nowhere });
  });

  it('wants a key of 32 bytes, whatever else somebody passes in', async () => {
    const { directory } = await newStore(folder('short-key'));
    const short = new Uint8Array(16);
    expect(() => openFile(storeFile(directory), short, { readonly: true })).toThrow('32 bytes');
  });

  it('that is not there is not begun anew', async () => {
    const { directory, key } = await newStore(folder('gone'));
    renameSync(storeFile(directory), `${storeFile(directory)}.moved`);
    for (const readonly of [true, false])
      expect(failureIn(openFile(storeFile(directory), key, { readonly }))).toEqual({ tag: 'noStore' });
  });

  it('that is empty, rubbish or a folder is damaged, and not begun anew', async () => {
    const { key, copy } = await closedStore('rubbish');
    const [empty, rubbish, zeros] = [copy(), copy(), copy()];
    writeFileSync(empty, '');
    writeFileSync(rubbish, sources.random(40_000));
    writeFileSync(zeros, Buffer.alloc(40_000));
    for (const path of [empty, rubbish, zeros, dirname(empty)]) {
      expect(failureIn(openFile(path, key, { readonly: false }))).toEqual(damaged);
      expect(failureIn(openFile(path, key, { readonly: true }))).toEqual(damaged);
    }
    expect(statSync(empty).size).toBe(0);
  });

  it('cut short anywhere is damaged', async () => {
    const { key, file, copy } = await closedStore('short');
    const { size } = statSync(file);
    for (const length of [1, 100, 511, 4_096, 8_192, size - 4_096, size - 1]) {
      const path = copy();
      truncateSync(path, length);
      expect([length, readAll(path, key)]).toEqual([length, 'damaged']);
    }
  });

  it('with bytes turned over anywhere opens exactly as it was written, or is damaged', async () => {
    const { key, file, copy } = await closedStore('flipped');
    const whole = readAll(copy(), key);
    const bytes = readFileSync(file);
    const pages = bytes.length / 4_096;
    const within = Array.from({ length: pages }, (_, page) => page * 4_096 + ((page * 977 + 30) % 4_096));
    for (const at of [0, 15, 16, 17, 18, 19, 20, 21, 23, 24, 99, 4_031, 4_032, 4_095, ...within]) {
      const path = copy();
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 0x41;
      writeFileSync(path, changed);
      const found = readAll(path, key);
      if (at >= 24 || found === 'damaged') expect([at, found]).toEqual([at, 'damaged']);
      else expect(found).toEqual(whole);
    }
  });

  it('with two pages in each other’s place is damaged', async () => {
    const { key, file, copy } = await closedStore('swapped');
    const bytes = readFileSync(file);
    const path = copy();
    const [third, fourth] = [bytes.subarray(8_192, 12_288), bytes.subarray(12_288, 16_384)];
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 8_192), fourth, third, bytes.subarray(16_384)]));
    expect(readAll(path, key)).toBe('damaged');
  });

  it('that is not encrypted is refused, and left as it is', async () => {
    const { key, copy } = await closedStore('plain');
    const path = copy();
    writeFileSync(path, '');
    const plain = new SqliteFile(path);
    plain.exec('CREATE TABLE note (text TEXT)');
    plain.close();
    const before = readFileSync(path);
    for (const readonly of [true, false])
      expect(failureIn(openFile(path, key, { readonly }))).toEqual({ tag: 'storePlain' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('of another application is refused, even under the same key', async () => {
    const { key, copy } = await closedStore('foreign');
    const path = copy();
    const db = must(openFile(path, key, { readonly: false }));
    db.pragma('application_id = 42');
    db.close();
    for (const readonly of [true, false])
      expect(failureIn(openFile(path, key, { readonly }))).toEqual(damaged);
  });

  it('lets go of the right to write when it is closed, and not before', async () => {
    const { directory, key } = await newStore(folder('hold'));
    const first = openStore(directory, key);
    const second = () => openFile(storeFile(directory), key, { readonly: false });
    expect(failureIn(second())).toEqual({ tag: 'storeInUse' });
    first.close();
    must(second()).close();
  });

  it('lets go of the right to write where it could not be opened', async () => {
    const { key, copy } = await closedStore('failed-hold');
    const path = copy();
    writeFileSync(path, sources.random(40_000));
    expect(failureIn(openFile(path, key, { readonly: false }))).toEqual(damaged);
    expect(failureIn(openFile(path, key, { readonly: false }))).toEqual(damaged);
  });

  it('needs no temporary file, however much is sorted', async () => {
    const { db } = await storeWithNotes(folder('sorting'), 20_000);
    const opened = sortingHandles(db);
    if (process.platform === 'linux') expect(opened.length).toBeGreaterThan(3);
    expect(opened.filter((name) => name.includes('etilqs'))).toEqual([]);
    db.close();
  });
});

/** The files this process has open in the middle of a sort that does not fit the cache. */
const sortingHandles = (db: Database): string[] => {
  db.pragma('cache_size = 10');
  const sorted = db.prepare('SELECT a.text || b.text AS t FROM note a, note b WHERE b.id < 6 ORDER BY t');
  for (const _ of sorted.iterate()) return process.platform === 'linux' ? openFiles() : [];
  return [];
};

const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((handle) => {
    const link = attemptToRead(handle, () => readlinkSync(`/proc/self/fd/${handle}`));
    return link.ok ? [link.value] : [];
  });

describe('What goes wrong', () => {
  it('is a bug where it comes neither from the disk nor from the store', () => {
    expect(failureOf(new TypeError('x'), '/store')).toBeUndefined();
    expect(failureOf('ENOSPC', '/store')).toBeUndefined();
    expect(() => attempt('/store', () => JSON.parse('{'))).toThrow(SyntaxError);
  });

  it('is a matter of reading where only reading was tried', () => {
    const path = join(folder('reading'), 'not-there');
    expect(failureIn(attemptToRead(path, () => readFileSync(path)))).toEqual({ tag: 'cannotRead', path });
    expect(failureIn(attempt(path, () => readFileSync(path)))).toEqual({ tag: 'cannotWrite', path });
  });
});
