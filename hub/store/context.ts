import { hash } from 'node:crypto';
import type { Sources } from '#shared/ids.ts';
import type { Db, Engine } from './engine.ts';
import type { PlaceTable } from './tables.ts';
import type { Vault } from './vault.ts';

/** What every question to the store needs: the transaction it runs in, the vault, the clock. */
export type Context = {
  db: Db;
  vault: Vault;
  sources: Sources;
  among: Engine['among'];
  /** Set where something was purged: the database is to forget it when the transaction has ended. */
  hasPurged: boolean;
};

export const sha256 = (text: string): string => hash('sha256', text);

/** Where the office stands. There is one row from the moment it is made. */
export const readPlace = ({ db }: Context): Promise<PlaceTable> =>
  db.selectFrom('place').selectAll().executeTakeFirstOrThrow();

export const savePlace = async ({ db }: Context, changed: Partial<Omit<PlaceTable, 'id'>>): Promise<void> => {
  await db.updateTable('place').set(changed).execute();
};
