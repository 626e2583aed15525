import type { Database } from 'better-sqlite3';

/** The office's returns as it defines them, and what became of each for each period. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE namedReturn (
      id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER,
      key TEXT NOT NULL, kind TEXT NOT NULL,
      data TEXT NOT NULL
    ) STRICT;
    CREATE TABLE periodReturn (
      id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER,
      of TEXT NOT NULL, kind TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL, state TEXT NOT NULL,
      data TEXT NOT NULL
    ) STRICT;
    CREATE INDEX return_of_period ON periodReturn (of, "from");
  `);
};
