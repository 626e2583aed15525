import { setTimeout } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import { backUp, isSound } from '#db/backup.ts';
import { inTurns } from '#shared/turns.ts';
import { type Db, type Engine, inTransaction, run } from './engine.ts';
import type { Tables } from './tables.ts';

/** Kysely prepares each statement anew; the shapes of ours are few, so they are kept. */
const keptStatements = 300;

const keeping = (db: Database): SqliteDatabase => {
  const kept = new Map<string, Statement>();
  return {
    close: () => void db.close(),
    prepare: (text) => {
      const known = kept.get(text);
      if (known) return known as never;
      if (kept.size >= keptStatements) kept.delete(kept.keys().next().value as string);
      const statement = db.prepare(text);
      kept.set(text, statement);
      return statement as never;
    },
  };
};

const over = (db: Database): Db =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database: keeping(db) }) });

/** How long a transaction waits for one of another process, and between two attempts, in milliseconds. */
const patience = 60_000;
const pause = 5;

/** Another process may be writing: it is waited for here, since SQLite's own waiting would hold up everybody. */
const beginWriting = async (db: Db): Promise<void> => {
  for (let waited = 0; ; waited += pause) {
    try {
      await run(db, 'begin immediate');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || waited >= patience) throw error;
      await setTimeout(pause);
    }
  }
};

/**
 * An office in an encrypted SQLite file, through one connection that writes and one that reads: reading sees the last
 * commit and waits for no writer. Other processes of the same computer may write in between, which is why nothing of
 * the database is remembered from one transaction to the next.
 */
export const sqliteEngine = (writing: Database, reading: Database): Engine => {
  writing.pragma('busy_timeout = 0');
  const [writer, reader] = [over(writing), over(reading)];
  // One after the other: Kysely does not keep two transactions apart that share a connection.
  const [writers, readers] = [inTurns(1), inTurns(1)];
  return {
    kind: 'sqlite',
    bytes: 'blob',
    alone: (work) => writers(() => inTransaction(writer, beginWriting, work)),
    glance: (work) => readers(() => inTransaction(reader, (db) => run(db, 'begin'), work)),
    among: (column, values) =>
      sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))` as never,
    isSound: () => readers(async () => isSound(reading)),
    // While it is copied and counted nobody writes, in no process.
    copyTo: (path, key, keys) =>
      writers(() =>
        inTransaction(writer, beginWriting, () => readers(async () => backUp(reading, key, keys, path))),
      ),
    forget: () =>
      writers(async () => {
        writing.pragma('wal_checkpoint(TRUNCATE)');
      }),
    close: async () => {
      await writers(async () => readers(async () => undefined));
      // The one that writes goes last: only that can put the rest of the log into the file.
      await reader.destroy();
      if (reading.open) reading.close();
      await writer.destroy();
      if (writing.open) writing.close();
    },
  };
};
