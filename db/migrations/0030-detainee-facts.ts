import type { Database } from 'better-sqlite3';

const raised = (prefix: string) =>
  ['Raised', 'Addressed', 'Resolved', 'Outstanding'].map((what) => `${prefix}${what}`);

/** Facts of detainees, and what facts of visits know of waits, ill-treatment and matters: all facts are written anew. */
export const up = (db: Database): void => {
  const added = ['keptWaiting INTEGER', 'delayExplained TEXT', 'illTreatment INTEGER'];
  for (const column of [...added, ...raised('matters').map((name) => `${name} INTEGER`)])
    db.exec(`ALTER TABLE visit_fact ADD COLUMN ${column}`);
  db.exec(`
    -- Whoever was not let in did not wait for admission, whatever was written before it turned out so.
    UPDATE visit SET delay = NULL WHERE outcome IN ('refused', 'closed') AND delay IS NOT NULL;
    CREATE TABLE detainee_fact (
      date TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, outcome TEXT NOT NULL, state TEXT, ageGroup TEXT,
      sex TEXT, ethnicity TEXT, vulnerable INTEGER, rightsUnderstood INTEGER,
      ${raised('requests').map((name) => `${name} INTEGER NOT NULL`)},
      PRIMARY KEY (date, id, place)) STRICT, WITHOUT ROWID;
  `);
};
