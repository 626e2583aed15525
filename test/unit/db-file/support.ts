import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterAll } from 'vitest';
import { openFile } from '#db/file.ts';
import { createStore, type NewStore, storeFile } from '#db/folder.ts';
import type { DataKey } from '#db/keys.ts';
import { type Migration, migrate } from '#db/migrate.ts';
import type { Failure } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import type { Result } from '#shared/result.ts';

export const sources: Sources = {
  now: () => Date.now(),
  random: (count) => new Uint8Array(randomBytes(count)),
};

/** The least that is allowed, so that tests do not wait for what is slow on purpose. */
export const leastCost = { memory: 19_456, passes: 2 };

export const passphrase = 'four unrelated words';
export const otherPassphrase = 'and another four words';

/** A folder for the tests of one file, gone after them. */
export const scratch = (): ((name: string) => string) => {
  const root = mkdtempSync(join(tmpdir(), 'icv-desk-test-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return (name) => {
    const folder = join(root, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
};

/** The value of a result that must be one. */
export const must = <T>(result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(`Expected a value, found ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The failure of a result that must be one. */
export const failureIn = (result: Result<unknown, Failure>): Failure => {
  if (result.ok) throw new Error('Expected a failure, found a value');
  return result.error;
};

export const newStore = async (folder: string, name = 'Ann Lee'): Promise<NewStore> =>
  must(await createStore(folder, name, passphrase, sources, leastCost));

export const openStore = (directory: string, key: DataKey): Database =>
  must(openFile(storeFile(directory), key, { readonly: false }));

/** Words that occur nowhere but in what the tests write. */
export const secretWords = 'zymurgy detainee quixotic';

/** A first shape for tests: notes with a search index, so that there is a virtual table too. */
export const notes: Migration = {
  number: 10,
  name: 'notes',
  up: (db) =>
    void db.exec(`
      CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL, shape INTEGER NOT NULL) STRICT;
      CREATE VIRTUAL TABLE note_words USING fts5(text, content='', contentless_delete=1);
    `),
};

export const addNotes = (db: Database, count: number, text = secretWords): void => {
  const note = db.prepare('INSERT INTO note (text, shape) VALUES (?, 10)');
  const words = db.prepare('INSERT INTO note_words (rowid, text) VALUES (?, ?)');
  db.transaction(() => {
    for (let i = 0; i < count; i++) words.run(note.run(`${text} ${i}`).lastInsertRowid, `${text} ${i}`);
  })();
};

/** A store with `count` notes in it, open for writing. */
export const storeWithNotes = async (folder: string, count: number) => {
  const store = await newStore(folder);
  const db = openStore(store.directory, store.key);
  must(migrate(db, [notes], () => ({ ok: true, value: undefined })));
  addNotes(db, count);
  return { ...store, db };
};

export const countNotes = (db: Database): number =>
  db.prepare('SELECT count(*) FROM note').pluck().get() as number;

/** Every file under a folder, with its bytes. */
export const filesUnder = (folder: string): { path: string; bytes: Buffer }[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile())
    .map((found) => {
      const path = join(found.parentPath, found.name);
      return { path, bytes: readFileSync(path) };
    });

/**
 * A disk of `megabytes` mounted on `folder`, gone after the tests; false where that is not allowed, which is when
 * the tests that need one say in their names that they were skipped.
 */
export const mountDisk = (folder: string, megabytes: number): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  afterAll(() => void execFileSync('umount', ['--lazy', folder]));
  return true;
};

/** Makes a disk of `mountDisk` read-only, or writable again. */
export const setReadOnly = (folder: string, readOnly: boolean): void =>
  void execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder]);
