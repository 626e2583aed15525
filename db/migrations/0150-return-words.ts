import type { Database } from 'better-sqlite3';

/** What the office writes itself in a return, for each period. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE returnWords (
      id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER,
      of TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
      data TEXT NOT NULL
    ) STRICT;
    CREATE INDEX words_of_return ON returnWords (of, "from");
  `);
};
