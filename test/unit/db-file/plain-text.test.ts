import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUp, backUpAutomatically } from '#db/backup.ts';
import { readKeys } from '#db/folder.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { restore } from '#db/restore.ts';
import { changePassphrase, changeRecoveryCode } from '#db/rewrap.ts';
import {
  addNotes,
  filesUnder,
  leastCost,
  must,
  newStore,
  notes,
  openStore,
  otherPassphrase,
  passphrase,
  scratch,
  secretWords,
  sources,
} from './support.ts';

const folder = scratch();

it('Nothing that was written can be read in any file: store, log, backup, temporary, or what a restore set aside', async () => {
  const place = folder('data');
  const { directory, key } = await newStore(place);
  const code = must(await changeRecoveryCode(directory, key, sources));
  const db = openStore(directory, key);
  must(migrate(db, migrations, () => ({ ok: true, value: undefined })));
  notes.up(db);
  db.pragma('wal_autocheckpoint = 0');
  addNotes(db, 500);
  const keys = must(readKeys(directory));
  must(backUpAutomatically(db, key, keys, directory, sources));
  const file = join(place, 'backup');
  must(backUp(db, key, keys, file));
  addNotes(db, 500);
  mustBeUnreadable(place, ['store.db-wal', 'store.db', 'backup', 'keys.json']);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('DELETE FROM note WHERE id % 2');
  mustBeUnreadable(place, ['store.db', 'store.db-wal']);
  db.close();
  must(await restore(file, place, { recoveryCode: code }, sources));
  must(await changePassphrase(directory, key, otherPassphrase, sources, leastCost));
  mustBeUnreadable(place, ['ann-lee/store.db']);
});

/** Looks at every byte under a folder, and sees to it that the files it means to look at are among them. */
const mustBeUnreadable = (place: string, among: readonly string[]): void => {
  const files = filesUnder(place);
  for (const name of among)
    expect(files.some(({ path, bytes }) => path.endsWith(name) && bytes.length > 0)).toBe(true);
  const words = [...secretWords.split(' '), 'SQLite format 3', 'CREATE TABLE', passphrase, otherPassphrase];
  for (const { path, bytes } of files)
    for (const word of words)
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect([path, word, bytes.includes(Buffer.from(word, encoding))]).toEqual([path, word, false]);
};
