import type { Database } from 'better-sqlite3';

/** What lists show of record checks, and what measures know of those that are done: never a custody number. */
export const up = (db: Database): void => {
  db.exec(`
    ALTER TABLE recordCheck ADD COLUMN form TEXT;
    ALTER TABLE recordCheck ADD COLUMN custody_number TEXT;
    ALTER TABLE recordCheck ADD COLUMN visit TEXT;
    CREATE INDEX check_unfinished ON recordCheck (checked_on, id) WHERE state = 'draft';
    CREATE INDEX check_of_sample ON recordCheck (sample) WHERE sample IS NOT NULL;
    CREATE TABLE check_fact (
      date TEXT NOT NULL, id TEXT NOT NULL, suite TEXT NOT NULL, panel TEXT, cohort TEXT NOT NULL, reason TEXT,
      recorded INTEGER NOT NULL, notRecorded INTEGER NOT NULL, asked INTEGER NOT NULL,
      PRIMARY KEY (date, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE check_wait (
      date TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, suite TEXT NOT NULL, panel TEXT,
      cohort TEXT NOT NULL, wait TEXT NOT NULL, minutes INTEGER NOT NULL,
      PRIMARY KEY (date, id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE check_answer (
      date TEXT NOT NULL, id TEXT NOT NULL, question TEXT NOT NULL, suite TEXT NOT NULL, panel TEXT,
      cohort TEXT NOT NULL, answer TEXT NOT NULL,
      PRIMARY KEY (date, id, question)
    ) STRICT, WITHOUT ROWID;
  `);
};
