import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backUp, isSound } from '#db/backup.ts';
import { cutTrailer, readBackup } from '#db/backup-file.ts';
import { openFile } from '#db/file.ts';
import { backupsFolder, createStore, listStores, readKeys, storeFile } from '#db/folder.ts';
import { type DataKey, openWithPassphrase } from '#db/keys.ts';
import { migrate, numberOf } from '#db/migrate.ts';
import { restore } from '#db/restore.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { leastCost, type Orders, passphrases, shapes, shownText, sources } from './store-worker.ts';

/** How often each is killed. More finds more: set ICV_KILLS. */
const kills = Number(process.env.ICV_KILLS ?? 8);

const root = mkdtempSync(join(tmpdir(), 'icv-desk-crash-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = (name: string): string => {
  mkdirSync(join(root, name), { recursive: true });
  return join(root, name);
};

const must = <T>(result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(`Expected a value, found ${JSON.stringify(result.error)}`);
  return result.value;
};

const workerFile = join(import.meta.dirname, 'store-worker.ts');

/**
 * Starts the worker; `killed` kills it `after` milliseconds from when it began, as a loss of power would, and
 * gives how often it had been round. A worker that ends by itself is a failure, with what it wrote.
 */
const start = async (orders: Orders) => {
  const worker = spawn(process.execPath, [workerFile, JSON.stringify(orders)]);
  let [heard, complaint] = ['', ''];
  worker.stderr.on('data', (text) => {
    complaint += text;
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await new Promise<void>((begun, failed) => {
    worker.stdout.on('data', (text) => {
      heard += text;
      begun();
    });
    worker.once('exit', () => failed(new Error(complaint)));
  });
  const killed = async (after: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, after));
    if (worker.exitCode !== null) throw new Error(complaint);
    worker.kill('SIGKILL');
    await ended;
    return heard.split('done').length - 1;
  };
  return { killed };
};

/** Kills the worker again and again, each time a little later, and looks at what is left each time. */
const killOften = async (orders: Orders, longest: number, look: () => Promise<void>): Promise<number> => {
  let rounds = 0;
  for (let n = 0; n < kills; n++) {
    const worker = await start(orders);
    rounds += await worker.killed((longest * n) / kills);
    expectNoPlainText(orders.folder);
    for (const place of orders.files) expectNoPlainText(dirname(place));
    await look();
  }
  return rounds;
};

/** Nothing that a killed process left can be read, whatever it was in the middle of. */
const expectNoPlainText = (place: string): void => {
  for (const found of readdirSync(place, { withFileTypes: true, recursive: true })) {
    if (!found.isFile()) continue;
    const bytes = readFileSync(join(found.parentPath, found.name));
    for (const word of ['SQLite format 3', 'CREATE TABLE', shownText])
      expect([found.name, word, bytes.includes(word)]).toEqual([found.name, word, false]);
  }
};

/** A store of 2,000 rows in shape 1. */
const store = async (name: string) => {
  const at = folder(name);
  const { directory, key, keys } = must(
    await createStore(at, 'Ann Lee', passphrases[0]!, sources, leastCost),
  );
  const db = must(openFile(storeFile(directory), key, { readonly: false }));
  must(migrate(db, shapes(1, 0), () => ({ ok: true, value: undefined })));
  return { folder: at, directory, key, keys, db };
};

/** Opens a store, finds it whole and all of one shape, and gives that. */
const shapeOf = (directory: string, key: DataKey): number => {
  const db = must(openFile(storeFile(directory), key, { readonly: false }));
  try {
    expect(isSound(db)).toBe(true);
    const rows = db.prepare('SELECT shape, count(*) AS rows FROM row GROUP BY shape').all();
    expect(rows).toEqual([{ shape: numberOf(db), rows: 2_000 }]);
    return numberOf(db);
  } finally {
    db.close();
  }
};

/** Restores a backup in an empty folder, and finds what came of it whole. */
const restores = async (file: string): Promise<void> => {
  const elsewhere = mkdtempSync(join(root, 'elsewhere-'));
  const restored = must(await restore(file, elsewhere, { passphrase: passphrases[0]! }, sources));
  shapeOf(restored.directory, restored.key);
  rmSync(elsewhere, { recursive: true });
};

/** Opens a backup of a shape that the product does not know, as a restore would, and finds it whole. */
const isWhole = async (file: string): Promise<void> => {
  const directory = mkdtempSync(join(root, 'whole-'));
  const backup = must(readBackup(file));
  copyFileSync(file, storeFile(directory));
  expect(cutTrailer(storeFile(directory), backup)).toBe(true);
  shapeOf(directory, must(await openWithPassphrase(backup.keys, passphrases[0]!)));
  rmSync(directory, { recursive: true });
};

describe('A process that is killed', () => {
  it('while it holds a store lets the next one open it at once, and not before', async () => {
    const { directory, key, db, folder } = await store('holding');
    db.close();
    const worker = await start({ does: 'holds', directory, folder, files: [] });
    const refused = openFile(storeFile(directory), key, { readonly: false });
    expect(refused).toEqual({ ok: false, error: { tag: 'storeInUse' } });
    await worker.killed(0);
    expect(shapeOf(directory, key)).toBe(1);
  });

  it('while it makes stores leaves whole ones, and no trace of the one it was making', async () => {
    const at = folder('making');
    await killOften({ does: 'creates', folder: at, directory: '', files: [] }, 120, async () => {
      for (const { directory, damaged } of must(listStores(at))) {
        expect(damaged).toBe(false);
        const key = must(await openWithPassphrase(must(readKeys(directory)), passphrases[0]!));
        must(openFile(storeFile(directory), key, { readonly: false })).close();
      }
      const left = readdirSync(at).filter((name) => !name.endsWith('.lock') && name.includes('.'));
      expect(left).toEqual([]);
    });
  });

  it('while it migrates leaves the old shape or the new one, and whole backups', async () => {
    const { directory, key, db, folder } = await store('migrating');
    db.close();
    let newest = 1;
    await killOften({ does: 'migrates', folder, directory, files: [] }, 150, async () => {
      const shape = shapeOf(directory, key);
      expect(shape).toBeGreaterThanOrEqual(newest);
      newest = shape;
    });
    expect(newest).toBeGreaterThan(1);
    const backups = readdirSync(backupsFolder(directory)).filter((name) => !name.endsWith('.unfinished'));
    expect(backups.length).toBeLessThanOrEqual(6);
    for (const name of backups) await isWhole(join(backupsFolder(directory), name));
  });

  it('while it backs up leaves whole backups only, and the store as it was', async () => {
    const { directory, key, db, folder: at } = await store('backing-up');
    db.close();
    const files = folder('backups');
    const orders: Orders = { does: 'backsUp', folder: at, directory, files: [files] };
    const rounds = await killOften(orders, 80, async () => {
      expect(shapeOf(directory, key)).toBe(1);
    });
    const whole = readdirSync(files).filter((name) => !name.endsWith('.unfinished'));
    expect(whole.length).toBeGreaterThanOrEqual(rounds);
    const every = Math.ceil(whole.length / 12);
    for (const name of whole.filter((_, i) => i % every === 0)) await restores(join(files, name));
  });

  it('while it restores leaves the old store or the new one in its place, and both of them whole', async () => {
    const { directory, key, keys, db, folder: at } = await store('restoring');
    const files = ['first', 'second'].map((name) => join(folder('restore-from'), name));
    must(backUp(db, key, keys, files[0]!));
    must(migrate(db, shapes(1, 1), () => ({ ok: true, value: undefined })));
    must(backUp(db, key, keys, files[1]!));
    db.close();
    await killOften({ does: 'restores', folder: at, directory, files }, 200, async () => {
      const stores = must(listStores(at));
      expect(stores.map(({ name, damaged }) => [name, damaged])).toEqual([['Ann Lee', false]]);
      expect([1, 2]).toContain(shapeOf(stores[0]!.directory, key));
      const found = readdirSync(at, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      const aside = found.map(({ name }) => name).filter((name) => name !== 'ann-lee');
      for (const name of aside) {
        expect(name).toContain('.before-');
        expect([1, 2]).toContain(shapeOf(join(at, name), key));
        rmSync(join(at, name), { recursive: true });
      }
    });
  });

  it('while it changes the passphrase leaves one of the two, and the store opens', async () => {
    const { directory, key, db, folder } = await store('passphrase');
    db.close();
    const orders: Orders = { does: 'changesPassphrase', folder, directory, files: [] };
    await killOften(orders, 250, async () => {
      const keys = must(readKeys(directory));
      const opened = await Promise.all(passphrases.map((passphrase) => openWithPassphrase(keys, passphrase)));
      expect(opened.filter((result) => result.ok)).toEqual([{ ok: true, value: key }]);
      expect(shapeOf(directory, key)).toBe(1);
    });
  });
});
