import type { Database } from 'better-sqlite3';

const record = (type: string, columns: string) =>
  `CREATE TABLE ${type} (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, ${columns} data TEXT NOT NULL) STRICT;`;

/** Correspondence: its cases, what came of them, and what was destroyed when its time had come. */
export const up = (db: Database): void => {
  db.exec(`
    ${record(
      'caseFile',
      `state TEXT NOT NULL, kind TEXT NOT NULL, received TEXT NOT NULL, reference TEXT, "from" TEXT, owner TEXT,
       closed_on TEXT, frozen INTEGER NOT NULL,`,
    )}
    CREATE INDEX case_by_date ON caseFile (received, id);
    CREATE INDEX case_open ON caseFile (kind, received, id) WHERE state = 'open';
    CREATE INDEX case_of_owner ON caseFile (owner, received) WHERE owner IS NOT NULL;
    CREATE INDEX case_from ON caseFile ("from") WHERE "from" IS NOT NULL;
    CREATE INDEX case_by_reference ON caseFile (reference) WHERE reference IS NOT NULL;
    CREATE INDEX case_closed ON caseFile (closed_on, id) WHERE closed_on IS NOT NULL;
    ${record('caseOpening', 'of TEXT NOT NULL, "on" TEXT NOT NULL,')}
    CREATE INDEX opening_of_case ON caseOpening (of, "on");
    ${record('engagement', '"on" TEXT NOT NULL, kind TEXT NOT NULL,')}
    CREATE INDEX engagement_by_day ON engagement ("on", id);
    ${record('assuranceRequest', '"on" TEXT NOT NULL, answered TEXT,')}
    CREATE INDEX assurance_by_day ON assuranceRequest ("on", id);
    ${record('monthlyFigure', 'month TEXT NOT NULL, name TEXT NOT NULL,')}
    CREATE INDEX figure_by_month ON monthlyFigure (month, name);
    ${record('disposal', '"on" TEXT NOT NULL, carried_out TEXT,')}
    ALTER TABLE contact ADD COLUMN merged_into TEXT;
    CREATE INDEX contact_merged ON contact (merged_into) WHERE merged_into IS NOT NULL;
  `);
};
