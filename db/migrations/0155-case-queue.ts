import type { Database } from 'better-sqlite3';

/** What a queue tells of each open case, so that a clock is worked out for those alone that are shown. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE INDEX case_by_state ON caseFile (state, received, id);
    CREATE TABLE case_queue (
      id TEXT NOT NULL, date TEXT NOT NULL, place INTEGER NOT NULL,
      kind TEXT NOT NULL, owner TEXT, "from" TEXT, area TEXT, themes TEXT, due TEXT, rank TEXT NOT NULL,
      waits TEXT NOT NULL, asked INTEGER NOT NULL, risk INTEGER NOT NULL, seen TEXT,
      PRIMARY KEY (date, id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX case_queue_by_rank ON case_queue (rank);
  `);
};
