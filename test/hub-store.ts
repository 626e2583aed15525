import { join } from 'node:path';
import { sources as machine } from '#desk/machine.ts';
import type { HubStore } from '#hub/port.ts';
import { initHub } from '#hub/store/create.ts';
import { openEngine, openHub, unlockHub } from '#hub/store/folder.ts';
import { newId, type Sources } from '#shared/ids.ts';
import { leastCost, newFolder, passphrase, removeFolder } from './office.ts';
import { startPostgres } from './postgres.ts';

/** A hub's store of its own, empty but for settings and form: a real encrypted file, or a real PostgreSQL. */
export type TestHub = {
  readonly store: HubStore;
  readonly folder: string;
  readonly recoveryCode: string;
  /** The address of its PostgreSQL; null for a file. */
  readonly database: string | null;
  /** The same office over another connection, as another process of the hub has it. */
  another(): Promise<HubStore>;
  /** Closes all of it and takes it away. */
  end(): Promise<void>;
};

const bodyName = 'Office of a policing body';

const newHub = async (database: string | null, sources: Sources): Promise<TestHub> => {
  const folder = newFolder();
  const made = await initHub({ folder, passphrase, database, cost: leastCost }, bodyName, sources);
  if (!made.ok) throw new Error(`the hub was not made: ${made.error.tag}`);
  const { store, recoveryCode } = made.value;
  const open = [store];
  return {
    store,
    folder,
    recoveryCode,
    database,
    another: async () => {
      const other = await openHub(folder, { passphrase }, database, sources);
      if (!other.ok) throw new Error(`the hub was not opened: ${other.error.tag}`);
      open.push(other.value);
      return other.value;
    },
    end: async () => {
      for (const one of open) await one.close();
      removeFolder(folder);
    },
  };
};

export const newSqliteHub = (sources: Sources = machine): Promise<TestHub> => newHub(null, sources);

/** Its database is made for the file of tests, which ends it. */
export const newPostgresHub = async (sources: Sources = machine): Promise<TestHub> =>
  newHub(await startPostgres(), sources);

export const kinds = { sqlite: newSqliteHub, postgres: newPostgresHub } as const;

/** Where the file of an office lies, for looking at its bytes. */
export const hubFile = ({ folder }: Pick<TestHub, 'folder'>): string => join(folder, 'hub', 'store.db');

export const freshId = (): string => newId(machine);

/** The database itself, past the hub: what a thief of the disk or a meddling administrator has. */
export const databaseOf = async ({ folder, database }: Pick<TestHub, 'folder' | 'database'>) => {
  const unlocked = await unlockHub(folder, { passphrase });
  const engine = unlocked.ok ? await openEngine(folder, unlocked.value, database, machine) : unlocked;
  if (!engine.ok) throw new Error('the database was not opened');
  return engine.value;
};
