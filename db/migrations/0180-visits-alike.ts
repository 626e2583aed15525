import type { Database } from 'better-sqlite3';

/**
 * By what two reports of one visit are found, among those that are with the office: as narrow as can be, so that no
 * return waits for reading all reports, and whoever still writes one does not write this.
 */
export const up = (db: Database): void => {
  db.exec(`
    CREATE INDEX visit_alike ON visit (listed_on, suite, held, offered, accepted, arrived)
      WHERE state IN ('received', 'read', 'queried', 'answered', 'accepted');
  `);
};
