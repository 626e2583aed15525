import { afterAll } from 'vitest';
import { openFile } from '#db/file.ts';
import { createStore, storeFile } from '#db/folder.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { changeRecoveryCode } from '#db/rewrap.ts';
import { writer } from '#db/sql.ts';
import { sources } from '#desk/machine.ts';
import { fillStore } from '#desk/setup.ts';
import { type Failure, sentence } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { deskOver, leastCost, newFolder, type Office, passphrase } from './office.ts';

const must = <T>(result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(sentence(result.error));
  return result.value;
};

/** A stand-alone office that began on a day of the past, so that it owes returns since then; for all tests of a file. */
export const officeSince = async (day: string): Promise<Office> => {
  const folder = newFolder();
  const { directory, key } = must(await createStore(folder, 'office', passphrase, sources, leastCost));
  const recoveryCode = must(await changeRecoveryCode(directory, key, sources));
  const db = must(openFile(storeFile(directory), key, { readonly: false }));
  must(migrate(db, migrations, () => ok(undefined)));
  fillStore(
    writer(db),
    { ...sources, now: () => Date.parse(`${day}T12:00:00.000Z`) },
    { person: 'Alexandra Office', body: 'Office of a policing body', start: 'empty' },
  );
  db.close();
  const over = deskOver(folder);
  await over.ask('store.unlock', { passphrase });
  afterAll(() => over.end());
  return { ...over, recoveryCode };
};
