import type { Database } from 'better-sqlite3';

const record = (type: string, columns: string) =>
  `CREATE TABLE ${type} (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, ${columns} data TEXT NOT NULL) STRICT;`;

/** Concerns, the letters and sheets by which the police are asked, record checks, and plans. */
export const up = (db: Database): void => {
  db.exec(`
    ${record(
      'concern',
      `state TEXT NOT NULL, "open" INTEGER NOT NULL, reference TEXT, raised_on TEXT NOT NULL, suite TEXT, panel TEXT,
       area TEXT NOT NULL, topic TEXT, severity TEXT NOT NULL, due TEXT, moved_at TEXT, told INTEGER NOT NULL,
       source TEXT, raised_by TEXT NOT NULL,`,
    )}
    CREATE INDEX concern_by_date ON concern (raised_on, id);
    CREATE INDEX concern_by_suite ON concern (suite, raised_on, id);
    CREATE INDEX concern_by_source ON concern (source);
    -- Open concerns are few among many.
    CREATE INDEX concern_open ON concern (raised_on, id) WHERE "open" = 1;
    -- Who raised it, so that what became of what somebody raised is found without opening a concern.
    CREATE INDEX concern_by_raiser ON concern (raised_by, moved_at);
    CREATE INDEX concern_by_topic ON concern (topic, raised_on, id) WHERE topic IS NOT NULL;
    CREATE INDEX concern_awaited ON concern (due, id) WHERE due IS NOT NULL;
    ${record('concernNote', 'concern TEXT NOT NULL, at TEXT NOT NULL,')}
    CREATE INDEX note_of_concern ON concernNote (concern, at);
    ${record('template', '"of" TEXT NOT NULL, name TEXT NOT NULL,')}
    ${record('letter', 'date TEXT NOT NULL, about TEXT,')}
    CREATE INDEX letter_by_date ON letter (date, id);
    ${record('suiteSheet', 'suite TEXT NOT NULL, month TEXT NOT NULL,')}
    CREATE INDEX sheet_by_month ON suiteSheet (month, suite);
    ${record(
      'recordCheck',
      'state TEXT NOT NULL, reference TEXT, checked_on TEXT NOT NULL, suite TEXT, panel TEXT, cohort TEXT, checker TEXT, sample TEXT,',
    )}
    CREATE INDEX check_by_date ON recordCheck (checked_on, id);
    CREATE INDEX check_by_suite ON recordCheck (suite, checked_on, id);
    ${record('sample', 'at TEXT NOT NULL,')}
    ${record('plan', 'title TEXT NOT NULL, kind TEXT NOT NULL,')}
    ${record('planItem', 'plan TEXT NOT NULL, status TEXT NOT NULL, due TEXT,')}
    CREATE INDEX item_of_plan ON planItem (plan);
  `);
};
