import type { Database } from 'better-sqlite3';

const of = `id TEXT NOT NULL, date TEXT NOT NULL, what TEXT NOT NULL`;
const whose =
  'place INTEGER NOT NULL, suite TEXT, panel TEXT, concernArea TEXT NOT NULL, severity TEXT NOT NULL, source TEXT NOT NULL';

/** What happened to concerns on a day, and how they stood from one day to another; what the board looks for. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE concern_fact (${of}, days INTEGER, ${whose}, PRIMARY KEY (date, id, place)) STRICT, WITHOUT ROWID;
    CREATE TABLE concern_span (${of}, until TEXT, ${whose}, PRIMARY KEY (date, id, place)) STRICT, WITHOUT ROWID;
    -- What waits for the office is little among much, and is counted without reading it.
    CREATE INDEX visit_unread_by_suite ON visit (suite, date, state, moved_at) WHERE state = 'received' AND moved_at IS NOT NULL;
    CREATE INDEX visit_answered_by_suite ON visit (suite, date, state) WHERE state = 'answered';
    CREATE INDEX visit_queried_by_suite ON visit (suite, date, state) WHERE state = 'queried';
    CREATE INDEX visit_undeclared_by_suite ON visit (suite, date, owes1) WHERE owes1 IS NOT NULL;
    CREATE INDEX check_draft ON recordCheck (suite, checked_on) WHERE state = 'draft';
    CREATE INDEX item_by_day ON planItem (due, status) WHERE due IS NOT NULL;
  `);
};
