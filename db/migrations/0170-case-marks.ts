import type { Database } from 'better-sqlite3';

/** Confidential cases are counted by marks of them that every caseworker has; whoever has the case itself finds it by its mark. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE caseMark (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, data TEXT NOT NULL) STRICT;
    ALTER TABLE caseFile ADD COLUMN mark TEXT;
    CREATE INDEX case_of_mark ON caseFile (mark) WHERE mark IS NOT NULL;
  `);
};
