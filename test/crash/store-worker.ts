/*
 * A process of its own that does one thing to a store over and over, until it is killed. Its orders come as JSON
 * in its last argument; it writes a line before it begins and one each time round.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { backUp, backUpAutomatically } from '#db/backup.ts';
import { openFile } from '#db/file.ts';
import { createStore, readKeys, storeFile } from '#db/folder.ts';
import { openWithPassphrase } from '#db/keys.ts';
import { type Migration, migrate, numberOf } from '#db/migrate.ts';
import { restore } from '#db/restore.ts';
import { changePassphrase } from '#db/rewrap.ts';
import type { Failure } from '#shared/errors.ts';
import type { Sources } from '#shared/ids.ts';
import type { Result } from '#shared/result.ts';

export const leastCost = { memory: 19_456, passes: 2 };
export const passphrases = ['four unrelated words', 'and another four words'];

/** Stands in every row, and must stand in no file. */
export const shownText = 'zymurgy detainee quixotic';

export type Orders = {
  does: 'holds' | 'creates' | 'migrates' | 'backsUp' | 'restores' | 'changesPassphrase';
  /** The data folder. */
  folder: string;
  /** The store's own folder. */
  directory: string;
  /** Where backups go, or come from. */
  files: string[];
};

export const sources: Sources = {
  now: () => Date.now(),
  random: (count) => new Uint8Array(randomBytes(count)),
};

const must = <T>(result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Shapes without end: in shape N every row says N, and nothing between can be told apart from damage. */
export const shapes = (from: number, count: number): Migration[] => [
  {
    number: 1,
    name: 'rows',
    up: (db) =>
      void db.exec(`
        CREATE TABLE row (id INTEGER PRIMARY KEY, shape INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
        INSERT INTO row SELECT value, 1, '${shownText} ' || hex(randomblob(200)) FROM (
          WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 2000)
          SELECT value FROM n)`),
  },
  ...Array.from({ length: count }, (_, i) => ({
    number: from + i + 1,
    name: `shape ${from + i + 1}`,
    up: (db: Parameters<Migration['up']>[0]) => {
      db.prepare('UPDATE row SET shape = ? WHERE id % 2').run(from + i + 1);
      db.prepare('UPDATE row SET shape = ? WHERE NOT id % 2').run(from + i + 1);
    },
  })),
];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const openAsHere = async (directory: string) => {
  const keys = must(readKeys(directory));
  for (const passphrase of passphrases) {
    const key = await openWithPassphrase(keys, passphrase);
    if (key.ok) return { keys, key: key.value };
  }
  throw new Error('Neither passphrase opens the store');
};

const open = (directory: string, key: Uint8Array) =>
  must(openFile(storeFile(directory), key, { readonly: false }));

const work: { [D in Orders['does']]: (orders: Orders) => Promise<void> } = {
  holds: async ({ directory }) => {
    const { key } = await openAsHere(directory);
    const db = open(directory, key);
    say('begins');
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      db.pragma('user_version');
    }
  },
  creates: async ({ folder }) => {
    say('begins');
    for (let n = 0; ; n++) {
      must(await createStore(folder, `Person ${process.pid} ${n}`, passphrases[0]!, sources, leastCost));
      say('done');
    }
  },
  migrates: async ({ directory }) => {
    const { keys, key } = await openAsHere(directory);
    const db = open(directory, key);
    say('begins');
    for (;;) {
      must(
        migrate(db, shapes(Math.max(1, numberOf(db)), 2), () =>
          backUpAutomatically(db, key, keys, directory, sources),
        ),
      );
      say('done');
    }
  },
  backsUp: async ({ directory, files }) => {
    const { keys, key } = await openAsHere(directory);
    const db = open(directory, key);
    say('begins');
    for (let n = 0; ; n++) {
      must(backUp(db, key, keys, join(files[0]!, `${process.pid}-${n}`)));
      say('done');
    }
  },
  restores: async ({ folder, files }) => {
    say('begins');
    for (let n = 0; ; n++) {
      must(await restore(files[n % files.length]!, folder, { passphrase: passphrases[0]! }, sources));
      say('done');
    }
  },
  changesPassphrase: async ({ directory }) => {
    const { key } = await openAsHere(directory);
    say('begins');
    for (let n = 0; ; n++) {
      must(await changePassphrase(directory, key, passphrases[n % 2]!, sources, leastCost));
      say('done');
    }
  },
};

if (process.argv[1] === import.meta.filename) {
  const orders = JSON.parse(process.argv.at(-1)!) as Orders;
  await work[orders.does](orders);
}
