import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, backUpAutomatically } from '#db/backup.ts';
import { backupsFolder, keysFile, listStores, readKeys, storeFile } from '#db/folder.ts';
import { newRecoveryCode } from '#db/recovery-code.ts';
import { restore } from '#db/restore.ts';
import { addKeychainWrap, changePassphrase, changeRecoveryCode } from '#db/rewrap.ts';
import {
  addNotes,
  countNotes,
  failureIn,
  leastCost,
  must,
  newStore,
  openStore,
  otherPassphrase,
  passphrase,
  scratch,
  sources,
  storeWithNotes,
} from './support.ts';

const folder = scratch();
const secret = { passphrase };

/** A closed store of 100 notes, and a backup of it in a folder of its own. */
const backedUp = async (name: string) => {
  const store = await storeWithNotes(folder(`${name}/data`), 100);
  const code = must(await changeRecoveryCode(store.directory, store.key, sources));
  const file = join(folder(`${name}/stick`), 'ann.icvbackup');
  must(backUp(store.db, store.key, must(readKeys(store.directory)), file));
  store.db.close();
  return { ...store, code, file, data: folder(`${name}/data`), elsewhere: folder(`${name}/elsewhere`) };
};

const notesIn = (directory: string, key: Uint8Array): number => {
  const db = openStore(directory, key);
  const count = countNotes(db);
  db.close();
  return count;
};

const stores = (place: string) => must(listStores(place)).map(({ name }) => name);

describe('A backup', () => {
  it('is one file that the passphrase opens on another computer', async () => {
    const { file, elsewhere, key } = await backedUp('passphrase');
    const restored = must(await restore(file, elsewhere, secret, sources));
    expect(restored).toEqual({ directory: join(elsewhere, 'ann-lee'), name: 'Ann Lee', key });
    expect(notesIn(restored.directory, key)).toBe(100);
    expect(stores(elsewhere)).toEqual(['Ann Lee']);
    expect(readdirSync(join(file, '..'))).toEqual([basename(file)]);
  });

  it('is opened by the recovery code as well', async () => {
    const { file, elsewhere, code, key } = await backedUp('code');
    const restored = must(await restore(file, elsewhere, { recoveryCode: code.toLowerCase() }, sources));
    expect(notesIn(restored.directory, key)).toBe(100);
  });

  it('is not opened by anything else, and then nothing has changed', async () => {
    const { file, elsewhere } = await backedUp('wrong');
    const wrong = await restore(file, elsewhere, { passphrase: otherPassphrase }, sources);
    expect(failureIn(wrong)).toEqual({ tag: 'wrongPassphrase' });
    const code = { recoveryCode: newRecoveryCode(sources) };
    expect(failureIn(await restore(file, elsewhere, code, sources))).toEqual({ tag: 'wrongRecoveryCode' });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('carries no way that works on one computer only', async () => {
    const store = await storeWithNotes(folder('keychain/data'), 1);
    const chain = { seal: async (text: string) => Buffer.from(text), open: async () => '' };
    const honest = { ...chain, open: async (sealed: Uint8Array) => Buffer.from(sealed).toString() };
    must(await addKeychainWrap(store.directory, store.key, honest, sources));
    const file = join(folder('keychain'), 'b');
    must(backUp(store.db, store.key, must(readKeys(store.directory)), file));
    store.db.close();
    const { directory } = must(await restore(file, folder('keychain/elsewhere'), secret, sources));
    expect(must(readKeys(directory)).wraps.map(({ kind }) => kind)).toEqual(['passphrase']);
  });

  it('is opened by the passphrase of its time', async () => {
    const { file, directory, key, elsewhere } = await backedUp('its-time');
    must(await changePassphrase(directory, key, otherPassphrase, sources, leastCost));
    must(await restore(file, elsewhere, secret, sources));
  });

  it('never takes the place of a file that is there', async () => {
    const { file, directory, key } = await backedUp('exists');
    const before = readFileSync(file);
    const db = openStore(directory, key);
    const again = backUp(db, key, must(readKeys(directory)), file);
    expect(failureIn(again)).toEqual({ tag: 'fileExists', path: file });
    const nowhere = join(folder('exists'), 'no', 'folder', 'b');
    const lost = backUp(db, key, must(readKeys(directory)), nowhere);
    expect(failureIn(lost)).toEqual({ tag: 'cannotWrite', path: nowhere });
    db.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('holds all that was committed when it was made, with the log still full', async () => {
    const { db, directory, key } = await storeWithNotes(folder('log/data'), 10);
    db.pragma('wal_autocheckpoint = 0');
    addNotes(db, 500);
    const file = join(folder('log'), 'b');
    must(backUp(db, key, must(readKeys(directory)), file));
    addNotes(db, 5);
    db.close();
    const restored = must(await restore(file, folder('log/elsewhere'), secret, sources));
    expect(notesIn(restored.directory, key)).toBe(510);
  });

  it('that was damaged anywhere, cut short, or is something else restores nothing', async () => {
    const { file, data, directory, key } = await backedUp('damaged');
    const bytes = readFileSync(file);
    const bad = join(folder('damaged'), 'bad');
    const flipped = (at: number) => {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      return changed;
    };
    const places = [0, 20, 100, 4_096, 9_999, bytes.length - 1, bytes.length - 18, bytes.length - 200];
    const tries = [
      ...places.map(flipped),
      bytes.subarray(0, bytes.length - 1),
      bytes.subarray(0, 8_192),
      bytes.subarray(1),
      Buffer.alloc(0),
      Buffer.from('a letter'),
      readFileSync(storeFile(directory)),
      Buffer.concat([bytes, Buffer.from('\n')]),
    ];
    for (const contents of tries) {
      writeFileSync(bad, contents);
      expect(failureIn(await restore(bad, data, secret, sources))).toEqual({ tag: 'notABackup', path: bad });
    }
    const missing = join(folder('damaged'), 'missing');
    const unread = await restore(missing, data, secret, sources);
    expect(failureIn(unread)).toEqual({ tag: 'cannotRead', path: missing });
    expect(readdirSync(data).sort()).toEqual(['ann-lee', 'ann-lee.lock']);
    expect(notesIn(directory, key)).toBe(100);
  });

  it('is made though one of the same name was killed half-way', async () => {
    const { db, directory, key } = await storeWithNotes(folder('half/data'), 10);
    const file = join(folder('half'), 'b');
    mkdirSync(`${file}.unfinished`);
    for (const name of ['copy', 'copy-journal', 'copy-wal'])
      writeFileSync(join(`${file}.unfinished`, name), sources.random(9_000));
    must(backUp(db, key, must(readKeys(directory)), file));
    db.close();
    const restored = must(await restore(file, folder('half/elsewhere'), secret, sources));
    expect(notesIn(restored.directory, key)).toBe(10);
    expect(readdirSync(folder('half')).sort()).toEqual(['b', 'data', 'elsewhere']);
  });

  it('of a damaged store is not made', async () => {
    const { directory, key } = await backedUp('rotten');
    const path = storeFile(directory);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1_000]! ^= 1;
    writeFileSync(path, bytes);
    const db = openStore(directory, key);
    const file = join(folder('rotten'), 'b');
    expect(failureIn(backUp(db, key, must(readKeys(directory)), file))).toEqual({ tag: 'storeDamaged' });
    db.close();
    expect(readdirSync(folder('rotten')).filter((name) => name.startsWith('b'))).toEqual([]);
  });
});

describe('Restoring', () => {
  it('sets the store that is there aside, whole and under its date', async () => {
    const { file, data, directory, key } = await backedUp('aside');
    const db = openStore(directory, key);
    addNotes(db, 11);
    db.close();
    const { setAside } = must(await restore(file, data, secret, sources));
    expect(notesIn(directory, key)).toBe(100);
    expect(basename(setAside!)).toMatch(/^ann-lee\.before-\d{4}-\d\d-\d\dT/);
    expect(notesIn(setAside!, key)).toBe(111);
    expect(stores(data)).toEqual(['Ann Lee']);
  });

  it('twice in one instant loses neither of the stores that were there', async () => {
    const { file, data } = await backedUp('instant');
    const still = { ...sources, now: () => 1_700_000_000_000 };
    const first = must(await restore(file, data, secret, still)).setAside;
    const second = must(await restore(file, data, secret, still)).setAside;
    expect(first).not.toBe(second);
    expect([first, second].map((aside) => existsSync(storeFile(aside!)))).toEqual([true, true]);
  });

  it('leaves the stores of other persons as they are', async () => {
    const { file, elsewhere } = await backedUp('others');
    const other = await newStore(elsewhere, 'Zoë Hart');
    const restored = must(await restore(file, elsewhere, secret, sources));
    expect(restored.setAside).toBeUndefined();
    expect(stores(elsewhere)).toEqual(['Ann Lee', 'Zoë Hart']);
    openStore(other.directory, other.key).close();
  });

  it('is refused while the store is open', async () => {
    const { file, data, directory, key } = await backedUp('open');
    const db = openStore(directory, key);
    expect(failureIn(await restore(file, data, secret, sources))).toEqual({ tag: 'storeInUse' });
    db.close();
  });

  it('takes the place of a store whose keys or file are damaged, which stays beside it', async () => {
    for (const broken of [keysFile, storeFile]) {
      const { file, data, directory, key } = await backedUp(`broken-${broken.name}`);
      writeFileSync(broken(directory), 'rubbish');
      const { setAside } = must(await restore(file, data, secret, sources));
      expect(readFileSync(broken(setAside!), 'utf8')).toBe('rubbish');
      expect(notesIn(directory, key)).toBe(100);
      expect(stores(data)).toEqual(['Ann Lee']);
    }
  });

  it('refuses the backup of a newer version before anything makes way for it', async () => {
    const store = await storeWithNotes(folder('newer/data'), 3);
    store.db.pragma('user_version = 999999');
    const file = join(folder('newer'), 'b');
    must(backUp(store.db, store.key, must(readKeys(store.directory)), file));
    store.db.close();
    const refused = failureIn(await restore(file, folder('newer/data'), secret, sources));
    expect(refused).toMatchObject({ tag: 'storeNewer', found: 999_999 });
    expect(readdirSync(folder('newer/data')).sort()).toEqual(['ann-lee', 'ann-lee.lock']);
  });
});

describe('Automatic backups', () => {
  it('are kept five at most, the newest, and each restores', async () => {
    const { db, directory, key } = await storeWithNotes(folder('automatic/data'), 4);
    const keys = must(readKeys(directory));
    let now = Date.UTC(2026, 0, 1);
    const clock = { ...sources, now: () => now };
    const made: string[] = [];
    for (let day = 0; day < 8; day++) {
      made.push(basename(must(backUpAutomatically(db, key, keys, directory, clock))));
      now += 86_400_000;
    }
    expect(readdirSync(backupsFolder(directory)).sort()).toEqual(made.slice(3));
    now = 0;
    const afterClockFell = basename(must(backUpAutomatically(db, key, keys, directory, clock)));
    expect(readdirSync(backupsFolder(directory)).sort()).toEqual([afterClockFell, ...made.slice(4)].sort());
    db.close();
    const oldest = join(backupsFolder(directory), afterClockFell);
    must(await restore(oldest, folder('automatic/elsewhere'), secret, sources));
  });

  it('clear away what a killed one left, and nothing that people put there', async () => {
    const { db, directory, key } = await storeWithNotes(folder('mine/data'), 1);
    const folderOfBackups = backupsFolder(directory);
    mkdirSync(folderOfBackups, { recursive: true });
    mkdirSync(join(folderOfBackups, 'automatic-x.icvbackup.unfinished'));
    writeFileSync(join(folderOfBackups, 'automatic-x.icvbackup.unfinished', 'copy-journal'), 'half');
    for (const name of ['mine.icvbackup', 'notes.txt']) writeFileSync(join(folderOfBackups, name), 'mine');
    const made = must(backUpAutomatically(db, key, must(readKeys(directory)), directory, sources));
    expect(readdirSync(folderOfBackups).sort()).toEqual(
      [basename(made), 'mine.icvbackup', 'notes.txt'].sort(),
    );
    db.close();
  });
});
