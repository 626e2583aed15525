import type { Database } from 'better-sqlite3';

const record = (type: string, columns: string) =>
  `CREATE TABLE ${type} (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, ${columns} data TEXT NOT NULL) STRICT;`;

const fact = (name: string, columns: string) =>
  `CREATE TABLE ${name} (
    id TEXT NOT NULL, date TEXT NOT NULL, place INTEGER NOT NULL, ${columns},
    PRIMARY KEY (date, id, place)
  ) STRICT, WITHOUT ROWID;`;
const ofCase = 'kind TEXT NOT NULL, channel TEXT, area TEXT, constituency TEXT';

/** Correspondence: its cases, what came of them, what was destroyed when its time had come, and what measures know. */
export const up = (db: Database): void => {
  db.exec(`
    ${record(
      'caseFile',
      `state TEXT NOT NULL, kind TEXT NOT NULL, received TEXT NOT NULL, reference TEXT, "from" TEXT, owner TEXT,
       closed_on TEXT, frozen INTEGER NOT NULL, mails TEXT, awaits INTEGER NOT NULL, brief TEXT NOT NULL,`,
    )}
    CREATE INDEX case_by_date ON caseFile (received, id);
    CREATE INDEX case_open ON caseFile (kind, received, id) WHERE state = 'open';
    CREATE INDEX case_of_owner ON caseFile (owner, received) WHERE owner IS NOT NULL;
    CREATE INDEX case_from ON caseFile ("from") WHERE "from" IS NOT NULL;
    CREATE INDEX case_by_reference ON caseFile (reference) WHERE reference IS NOT NULL;
    CREATE INDEX case_closed ON caseFile (closed_on, id) WHERE closed_on IS NOT NULL;
    CREATE INDEX case_mails ON caseFile (mails) WHERE mails IS NOT NULL;
    CREATE INDEX case_awaits ON caseFile (received, id) WHERE awaits = 1;
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
    ${fact(
      'case_fact',
      `${ofCase}, what TEXT NOT NULL, answeredBy TEXT, acknowledgedInTarget INTEGER, answeredInTarget INTEGER,
       workingDays INTEGER`,
    )}
    ${fact('case_span', `${ofCase}, until TEXT`)}
    ${fact('case_theme', `${ofCase}, theme TEXT NOT NULL, locality TEXT`)}
    ${fact('request_fact', `${ofCase}, what TEXT NOT NULL, outcome TEXT, inTime INTEGER, late INTEGER`)}
    ${fact('request_span', `${ofCase}, until TEXT`)}
    ${fact('engagement_fact', 'kind TEXT NOT NULL, area TEXT')}
    ${fact('assurance_fact', 'what TEXT NOT NULL')}
  `);
};
