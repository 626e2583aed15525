import type { Database } from 'better-sqlite3';

const record = (type: string, columns: string) =>
  `CREATE TABLE ${type} (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, ${columns} data TEXT NOT NULL) STRICT;`;

/** Running the scheme: volunteers' papers, the rota, sessions, claims, evidence of quality. */
export const up = (db: Database): void => {
  db.exec(`
    ${record('personContact', 'person TEXT NOT NULL,')}
    ${record('personFile', 'person TEXT NOT NULL,')}
    ${record('interest', 'person TEXT NOT NULL,')}
    CREATE INDEX interest_of_person ON interest (person);
    ${record('monitoring', 'year TEXT NOT NULL,')}
    ${record(
      'shift',
      'state TEXT NOT NULL, week TEXT NOT NULL, suite TEXT NOT NULL, panel TEXT, goers TEXT NOT NULL, seeks INTEGER NOT NULL,',
    )}
    CREATE INDEX shift_by_week ON shift (week, suite, id);
    CREATE INDEX shift_seeking ON shift (week, id) WHERE seeks = 1;
    ${record('availability', 'person TEXT NOT NULL, quarter TEXT NOT NULL,')}
    CREATE INDEX availability_of_quarter ON availability (quarter, person);
    ${record('swap', 'state TEXT NOT NULL, gives TEXT NOT NULL, takes TEXT NOT NULL, "by" TEXT NOT NULL, "with" TEXT NOT NULL,')}
    CREATE INDEX swap_asked ON swap (gives) WHERE state = 'asked';
    ${record('session', '"on" TEXT NOT NULL, kind TEXT NOT NULL, panel TEXT, topic TEXT,')}
    CREATE INDEX session_by_date ON session ("on", id);
    ${record('claim', 'state TEXT NOT NULL, person TEXT NOT NULL, month TEXT NOT NULL, reference TEXT, paid_with TEXT,')}
    CREATE INDEX claim_by_state ON claim (state, month, id);
    CREATE INDEX claim_paid_with ON claim (paid_with) WHERE paid_with IS NOT NULL;
    CREATE INDEX claim_of_person ON claim (person, month);
    ${record('criterion', 'level TEXT NOT NULL, number TEXT NOT NULL, status TEXT NOT NULL,')}
    ALTER TABLE visit ADD COLUMN shift TEXT;
    CREATE INDEX visit_of_shift ON visit (shift) WHERE shift IS NOT NULL;
  `);
};
