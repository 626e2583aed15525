import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Db, type Engine, inTransaction, run } from './engine.ts';
import type { Tables } from './tables.ts';

/** The number of an office's advisory lock, which all of a database share: 63 bits of its schema's name. */
const lockOf = (schema: string): bigint =>
  createHash('sha256').update(schema).digest().readBigInt64BE(0) & 0x7fff_ffff_ffff_ffffn;

/**
 * An office in a schema of its own of a PostgreSQL database, which several processes of the hub may share. Under READ
 * COMMITTED each statement sees what has been committed when it begins, and the lock is the first: so what is read
 * after it is what the one before has left, and nothing is numbered before the one before has committed.
 */
export const postgresEngine = (url: string, schema: string): Engine => {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new Error('not the name of a schema');
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${schema} -c timezone=UTC`,
  });
  // A connection that is lost while nobody uses it: the next one asked for is a new one.
  pool.on('error', () => undefined);
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const begin = async (connection: Db) => {
    await run(connection, 'begin isolation level read committed');
    await run(connection, `select pg_advisory_xact_lock(${lockOf(schema)})`);
  };
  const moment = (connection: Db) => run(connection, 'begin isolation level repeatable read read only');
  return {
    kind: 'postgres',
    bytes: 'bytea',
    alone: (work) => inTransaction(db, begin, work),
    glance: (work) => inTransaction(db, moment, work),
    among: (column, values) => sql<boolean>`${sql.ref(column)} = any(${values as string[]}::text[])` as never,
    // PostgreSQL looks after its own pages; what it gives is proved by the seals and chains of the rows.
    isSound: async () => true,
    forget: async () => {
      await run(db, 'vacuum record, log, answer, held, quarantine, taken, subject');
    },
    close: () => db.destroy(),
  };
};
