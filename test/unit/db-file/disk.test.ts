import { existsSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, backUpAutomatically } from '#db/backup.ts';
import { attempt } from '#db/failure.ts';
import { openFile } from '#db/file.ts';
import { createStore, listStores, readKeys, storeFile } from '#db/folder.ts';
import { openWithPassphrase } from '#db/keys.ts';
import { migrate } from '#db/migrate.ts';
import { restore } from '#db/restore.ts';
import { changePassphrase } from '#db/rewrap.ts';
import {
  addNotes,
  countNotes,
  failureIn,
  leastCost,
  mountDisk,
  must,
  notes,
  openStore,
  otherPassphrase,
  passphrase,
  scratch,
  setReadOnly,
  sources,
  storeWithNotes,
} from './support.ts';

const folder = scratch();
const disk = folder('disk');
const mounted = mountDisk(disk, 6);
const onDisk = mounted ? it : it.skip;
const skipped = mounted ? '' : ' (SKIPPED: this test may not mount a small disk)';
const full = { tag: 'diskFull' };

/** Leaves `free` bytes on the disk, to within a page. */
const fill = (free: number): void => {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)));
};
const empty = (): void => rmSync(join(disk, 'filler'), { force: true });

/** A store on the disk, in a folder of its own; the disk has room again afterwards. */
const storeOnDisk = async (
  work: (store: Awaited<ReturnType<typeof storeWithNotes>>, at: string) => unknown,
) => {
  const at = join(disk, 'data');
  const store = await storeWithNotes(at, 100);
  try {
    await work(store, at);
  } finally {
    empty();
    if (store.db.open) store.db.close();
    rmSync(at, { recursive: true });
  }
};

describe('A full disk', () => {
  onDisk(`stops saving, and everything saved before is there${skipped}`, () =>
    storeOnDisk(({ db, directory, key }) => {
      fill(200_000);
      let saved = countNotes(db);
      const failure = failureIn(
        attempt(directory, () => {
          for (;;) {
            addNotes(db, 20);
            saved += 20;
          }
        }),
      );
      expect(failure).toEqual(full);
      expect(countNotes(db)).toBe(saved);
      db.close();
      const again = openFile(storeFile(directory), key, { readonly: false });
      // Opening needs a little room for the log; without it nothing is harmed, and with it all is there.
      if (!again.ok) expect(again.error).toEqual(full);
      else again.value.close();
      empty();
      const opened = openStore(directory, key);
      expect([countNotes(opened), opened.pragma('quick_check', { simple: true })]).toEqual([saved, 'ok']);
      opened.close();
    }),
  );

  onDisk(`leaves no half of a backup${skipped}`, () =>
    storeOnDisk(({ db, directory, key }) => {
      addNotes(db, 5_000);
      const keys = must(readKeys(directory));
      for (const free of [0, 4_096, 60_000, 250_000]) {
        fill(free);
        expect([free, failureIn(backUp(db, key, keys, join(disk, 'b')))]).toEqual([free, full]);
        expect(failureIn(backUpAutomatically(db, key, keys, directory, sources))).toEqual(full);
        expect(readdirSync(disk).sort()).toEqual(['data', 'filler']);
        expect(readdirSync(join(directory, 'backups'))).toEqual([]);
        empty();
      }
      must(backUp(db, key, keys, join(disk, 'b')));
      rmSync(join(disk, 'b'));
    }),
  );

  onDisk(`leaves the store that was there when a restore does not fit${skipped}`, () =>
    storeOnDisk(async ({ db, directory, key }, at) => {
      addNotes(db, 2_000);
      const file = join(folder('elsewhere'), 'b');
      must(backUp(db, key, must(readKeys(directory)), file));
      db.close();
      for (const free of [0, 4_096, 60_000]) {
        fill(free);
        expect(failureIn(await restore(file, at, { passphrase }, sources))).toEqual(full);
        expect(readdirSync(at).sort()).toEqual(['ann-lee', 'ann-lee.lock']);
        empty();
      }
      const opened = openStore(directory, key);
      expect(countNotes(opened)).toBe(2_100);
      opened.close();
    }),
  );

  onDisk(`leaves the old passphrase when the new one cannot be written${skipped}`, () =>
    storeOnDisk(async ({ directory, key }) => {
      fill(0);
      const changed = await changePassphrase(directory, key, otherPassphrase, sources, leastCost);
      expect(failureIn(changed)).toEqual(full);
      must(await openWithPassphrase(must(readKeys(directory)), passphrase));
    }),
  );

  onDisk(`leaves nothing of a store that could not be made${skipped}`, async () => {
    const at = join(disk, 'new');
    for (const free of [4_096, 8_192, 12_288]) {
      fill(free);
      const made = await createStore(at, 'Ann Lee', passphrase, sources, leastCost);
      expect([free, failureIn(made)]).toEqual([free, full]);
      expect(must(listStores(at))).toEqual([]);
      expect(existsSync(join(at, 'ann-lee.unfinished'))).toBe(false);
      empty();
      rmSync(at, { recursive: true, force: true });
    }
  });

  onDisk(`leaves a store in its old shape${skipped}`, () =>
    storeOnDisk(({ db }) => {
      const large = {
        number: 20,
        name: 'large',
        up: () => {
          for (let i = 0; i < 100; i++) addNotes(db, 1_000);
        },
      };
      const done = migrate(db, [notes, large], () => ({ ok: true, value: undefined }));
      expect(failureIn(done)).toEqual(full);
      expect([countNotes(db), db.pragma('user_version', { simple: true })]).toEqual([100, 10]);
    }),
  );
});

describe('A folder that may only be read', () => {
  onDisk(`is told as one${skipped}`, () =>
    storeOnDisk(async ({ db, directory, key }, at) => {
      const keys = must(readKeys(directory));
      const file = join(folder('readable'), 'b');
      must(backUp(db, key, keys, file));
      db.close();
      setReadOnly(disk, true);
      try {
        const tags = [
          openFile(storeFile(directory), key, { readonly: false }),
          await createStore(at, 'Zoë Hart', passphrase, sources, leastCost),
          await createStore(join(at, 'deeper'), 'Zoë Hart', passphrase, sources, leastCost),
          await changePassphrase(directory, key, otherPassphrase, sources, leastCost),
          await restore(file, at, { passphrase }, sources),
        ].map((result) => failureIn(result).tag);
        expect(tags).toEqual(Array(5).fill('cannotWrite'));
        expect(must(listStores(at)).map(({ name }) => name)).toEqual(['Ann Lee']);
      } finally {
        setReadOnly(disk, false);
      }
    }),
  );
});
