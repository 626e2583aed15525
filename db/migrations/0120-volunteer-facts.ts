import type { Database } from 'better-sqlite3';

/** Who joined and left the scheme on a day, who belonged to it from one day to another, and notes for a stand-in. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE volunteer_fact (id TEXT NOT NULL, date TEXT NOT NULL, what TEXT NOT NULL, panel TEXT,
      PRIMARY KEY (date, id, what)) STRICT, WITHOUT ROWID;
    CREATE TABLE volunteer_span (id TEXT NOT NULL, date TEXT NOT NULL, until TEXT, panel TEXT,
      PRIMARY KEY (date, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE handover (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, data TEXT NOT NULL) STRICT;
  `);
};
