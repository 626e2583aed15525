import type { Database } from 'better-sqlite3';

const of = `id TEXT NOT NULL, date TEXT NOT NULL, what TEXT NOT NULL`;
const whose =
  'place INTEGER NOT NULL, suite TEXT, panel TEXT, concernArea TEXT NOT NULL, severity TEXT NOT NULL, source TEXT NOT NULL';

/** What happened to concerns on a day, and how they stood from one day to another. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE concern_fact (${of}, days INTEGER, ${whose}, PRIMARY KEY (date, id, place)) STRICT, WITHOUT ROWID;
    CREATE TABLE concern_span (${of}, until TEXT, ${whose}, PRIMARY KEY (date, id, place)) STRICT, WITHOUT ROWID;
  `);
};
