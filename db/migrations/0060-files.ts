import type { Database } from 'better-sqlite3';

/** The files that records name: which are here, and which the office has. Their pieces lie in a table of their own. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE attached (
      type TEXT NOT NULL, record TEXT NOT NULL, hash TEXT NOT NULL, bytes INTEGER NOT NULL,
      here INTEGER NOT NULL, sent INTEGER NOT NULL, PRIMARY KEY (record, type, hash)) STRICT, WITHOUT ROWID;
    -- What is still on its way, either way: little among much.
    CREATE INDEX attached_to_send ON attached (record) WHERE here = 1 AND sent = 0;
    CREATE INDEX attached_to_fetch ON attached (bytes) WHERE here = 0;
  `);
};
