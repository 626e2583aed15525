import type { Database, Statement } from 'better-sqlite3';
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { RecordType } from '#shared/records/types.ts';
import type { Tables } from './schema.ts';

/**
 * Kysely builds and types the queries; better-sqlite3 runs them, at once and on prepared statements that are kept.
 * So a transaction waits for nothing at all, and none of the traps of an asynchronous driver over one connection
 * can be met. The reason is written down in docs/decisions/0002-kysely-builds.md.
 */
export const sql = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Anything Kysely can compile to one statement. */
export type Query<T> = { compile(): CompiledQuery<T> };

/**
 * A query that is asked row after row: built once, and then only given its values, since building one takes longer
 * than running it. What it is built of must not depend on the values.
 */
export const prepared = <V extends unknown[], T>(
  build: (...values: V) => Query<T>,
): ((...values: V) => Query<T>) => {
  const places = Array.from({ length: build.length }, () => ({}));
  let built: CompiledQuery<T> | undefined;
  return (...values) => {
    built ??= build(...(places as unknown as V)).compile();
    const query = built;
    const parameters = query.parameters.map((one) => {
      const place = places.indexOf(one as object);
      return place < 0 ? one : values[place];
    });
    return { compile: () => ({ ...query, parameters }) };
  };
};

/** The reading side of a store: a different type from the writing one, so that a reader cannot write. */
export type Reader = {
  all<T>(query: Query<T>): T[];
  first<T>(query: Query<T>): T | undefined;
  /** Row by row, for what must not fill the memory. */
  each<T>(query: Query<T>): IterableIterator<T>;
  /** The attached files that were read and are not what they were; whoever has them fetched again empties it. */
  readonly damaged: Set<FilePlace>;
};

/** A file of a record: by its record and what is in it. */
export type FilePlace = { type: RecordType; record: string; hash: string };

/** The writing side. There is one of it for a store. */
export type Writer = Reader & {
  /** Runs a statement; gives the number of rows it changed. */
  run(query: Query<unknown>): number;
  /** Runs one statement for many rows of parameters: compiled once, as the bulk of an import needs it. */
  runAll(query: Query<unknown>, rows: readonly (readonly unknown[])[]): void;
  /** All of it or nothing. `work` must not wait for anything. */
  inTransaction<T>(work: () => T): T;
  /** The record types written so far, for telling open screens; whoever tells them empties it. */
  readonly touched: Set<RecordType>;
};

/** Statements differ by the shape of their query only, so a few hundred are all there are. */
const keptStatements = 400;

const statements = (db: Database) => {
  const kept = new Map<string, Statement>();
  return (text: string): Statement => {
    const known = kept.get(text);
    if (known) return known;
    if (kept.size >= keptStatements) kept.delete(kept.keys().next().value as string);
    const prepared = db.prepare(text);
    kept.set(text, prepared);
    return prepared;
  };
};

export const reader = (db: Database): Reader => {
  const prepared = statements(db);
  const bound = <T, R>(query: Query<T>, run: (statement: Statement, parameters: unknown[]) => R): R => {
    const { sql: text, parameters } = query.compile();
    return run(prepared(text), parameters as unknown[]);
  };
  return {
    all: <T>(query: Query<T>) => bound(query, (s, p) => s.all(...p) as T[]),
    first: <T>(query: Query<T>) => bound(query, (s, p) => s.get(...p) as T | undefined),
    each: <T>(query: Query<T>) => bound(query, (s, p) => s.iterate(...p) as IterableIterator<T>),
    damaged: new Set(),
  };
};

export const writer = (db: Database): Writer => {
  const prepared = statements(db);
  return {
    ...reader(db),
    run: (query) => {
      const { sql: text, parameters } = query.compile();
      return prepared(text).run(...(parameters as unknown[])).changes;
    },
    runAll: (query, rows) => {
      const statement = prepared(query.compile().sql);
      for (const row of rows) statement.run(...row);
    },
    inTransaction: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
    touched: new Set(),
  };
};
