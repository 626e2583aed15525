import type { Database } from 'better-sqlite3';

/**
 * By what two reports of one visit and two cases of one letter are found: as narrow as can be, so that no return waits
 * for reading all of them, and whoever still writes a report does not write this.
 */
export const up = (db: Database): void => {
  db.exec(`
    CREATE INDEX visit_alike ON visit (listed_on, suite, held, offered, accepted, arrived)
      WHERE state IN ('received', 'read', 'queried', 'answered', 'accepted');
    CREATE INDEX case_alike ON caseFile (received, "from", kind) WHERE "from" IS NOT NULL;
  `);
};
