import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { DataKey, StoreKeys } from '#db/keys.ts';
import type { Failure } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { Tables } from './tables.ts';

/** What statements run on: always the one passed in, which is inside a transaction or is not. */
export type Db = Kysely<Tables>;

/** A database that holds one office, and the few things in which the two kinds differ. */
export type Engine = {
  readonly kind: 'sqlite' | 'postgres';
  /** What the type of encrypted columns is called. */
  readonly bytes: 'blob' | 'bytea';
  /** One transaction under the office's lock, which it holds until it has committed: nobody else writes meanwhile. */
  alone<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Reads of one and the same moment. */
  glance<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Whether a column is one of many texts: one parameter, so that the statement is the same for any number. */
  among(column: string, values: readonly string[]): Expression<SqlBool>;
  /** Whether the database finds nothing wrong with itself. */
  isSound(): Promise<boolean>;
  /** A backup of the file as it is; undefined where there is none, and the rows are copied into one. */
  readonly copyTo?: (path: string, key: DataKey, keys: StoreKeys) => Promise<Result<void, Failure>>;
  /** After a purge: takes what was deleted out of the files too, as far as the database can. */
  forget(): Promise<void>;
  close(): Promise<void>;
};

/** Runs `work` in a transaction on one connection, which `begin` begins; what it throws undoes all of it. */
export const inTransaction = <T>(
  db: Db,
  begin: (db: Db) => Promise<unknown>,
  work: (db: Db) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (connection) => {
    await begin(connection);
    try {
      const result = await work(connection);
      await run(connection, 'commit');
      return result;
    } catch (error) {
      await run(connection, 'rollback');
      throw error;
    }
  });

export const run = (db: Db, text: string): Promise<unknown> => sql.raw(text).execute(db);
