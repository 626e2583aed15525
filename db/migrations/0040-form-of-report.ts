import type { Database } from 'better-sqlite3';

/** With which version of the form each report was written, so that the list of versions reads no report. */
export const up = (db: Database): void => {
  db.exec(`
    ALTER TABLE visit ADD COLUMN form TEXT;
    UPDATE visit SET form = data ->> '$.form.id';
    CREATE INDEX visit_by_form ON visit (form, state);
  `);
};
