import { openFile } from '#db/file.ts';
import { readKeys, storeFile } from '#db/folder.ts';
import { readIdentity } from '#db/identity.ts';
import { openWithRecoveryCode } from '#db/keys.ts';
import { saveOpen } from '#db/office.ts';
import { readAll } from '#db/records.ts';
import { writer } from '#db/sql.ts';
import { openDesk } from '#desk/app.ts';
import { sha256 } from '#desk/context.ts';
import type { Desk } from '#desk/desk.ts';
import { sources, version } from '#desk/machine.ts';
import { instant, newId } from '#shared/ids.ts';
import { type BenchStore, call, directoryOf, must, passphrase } from '../store.ts';
import { answering } from './processes.ts';
import { readyReports } from './reports.ts';

let laptop: BenchStore;
let desk: Desk;

/** It syncs when it is asked to, so that all of a sync is measured. */
const deskOf = (folder: string): Desk => openDesk({ folder, version, sources, sync: 'asked' });

const inABatch = 500;

/** Writes reports as their author would have, each with its change that waits; the store is closed meanwhile. */
const fill = (count: number): unknown[] => {
  const db = must(openFile(laptop.file, laptop.key, { readonly: false }));
  const w = writer(db);
  const { person: by } = readIdentity(w);
  const author = { by, now: () => instant(sources), newId: () => newId(sources), hash: sha256 };
  const reports = readyReports(count, { by, form: readAll(w, 'form')[0]! });
  for (let from = 0; from < count; from += inABatch)
    w.inTransaction(() => {
      for (const report of reports.slice(from, from + inABatch))
        must(saveOpen(w, author, 'visit', report.id, [{ path: [], now: report as never }], undefined));
    });
  db.close();
  return reports;
};

/** A laptop of the product, in a process of its own: real workers, a real store, the engine as it is. */
answering({
  join: async ({ folder, hub, code }: { folder: string; hub: string; code: string }) => {
    const joining = deskOf(folder);
    const joined = { name: 'BENCH', passphrase, hub, code };
    const { recoveryCode } = await call(joining, 'store.join', joined);
    await call(joining, 'sync.now', {});
    await joining.close();
    const directory = directoryOf(folder);
    const key = must(openWithRecoveryCode(must(readKeys(directory)), recoveryCode));
    laptop = { folder, file: storeFile(directory), key, recoveryCode, seconds: 0 };
    return { file: laptop.file, key: Buffer.from(key).toString('hex') };
  },
  fill,
  open: async () => {
    desk = deskOf(laptop.folder);
    await call(desk, 'store.unlock', { recoveryCode: laptop.recoveryCode });
  },
  /** One sync to its end: seconds, and what is left to be sent. */
  sync: async () => {
    const began = performance.now();
    const { waiting, attention, connection } = await call(desk, 'sync.now', {});
    const seconds = (performance.now() - began) / 1000;
    if (waiting + attention > 0 || connection !== 'reached')
      throw new Error(`a sync left ${waiting} changes waiting and ${attention} for somebody: ${connection}`);
    return seconds;
  },
  count: async () => (await call(desk, 'visits.count', { filter: {} })).count,
  close: () => desk.close(),
});
