import type { Database } from 'better-sqlite3';

const record = (type: string, columns = '') =>
  `CREATE TABLE ${type} (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, ${columns} data TEXT NOT NULL) STRICT;`;

const counters =
  'held INTEGER, notAvailable INTEGER, notOffered INTEGER, offered INTEGER, accepted INTEGER, declined INTEGER, observedOnly INTEGER, recordOnly INTEGER, unexplained INTEGER';

/** The first store: records with their list columns, facts, search, what is unsent, and what was accepted. */
export const up = (db: Database): void => {
  db.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE preference (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    ${record('setting')}
    ${record('suite', 'name TEXT NOT NULL,')}
    ${record('panel', 'name TEXT NOT NULL,')}
    ${record('person', 'name TEXT NOT NULL, panel TEXT, joined TEXT, "left" TEXT,')}
    ${record('form', '"of" TEXT NOT NULL, version INTEGER NOT NULL,')}
    ${record('throughput', 'suite TEXT NOT NULL, month TEXT NOT NULL,')}
    CREATE INDEX throughput_by_month ON throughput (month, suite);

    ${record(
      'visit',
      `state TEXT NOT NULL, listed_on TEXT NOT NULL, date TEXT, arrived TEXT, suite TEXT, panel TEXT, outcome TEXT,
       method TEXT, purpose TEXT, visitor1 TEXT, visitor2 TEXT, held INTEGER, offered INTEGER, accepted INTEGER,
       delay INTEGER, unexplained INTEGER, reference TEXT, corrections INTEGER NOT NULL, saved_at TEXT NOT NULL,`,
    )}
    -- The lists page by key: each order people can choose has an index that ends in the id.
    CREATE INDEX visit_by_date ON visit (listed_on, id);
    CREATE INDEX visit_by_suite ON visit (suite, listed_on, id);
    CREATE INDEX visit_by_panel ON visit (panel, listed_on, id);
    CREATE INDEX visit_by_held ON visit (ifnull(held, -1), id);
    CREATE INDEX visit_by_delay ON visit (ifnull(delay, -1), id);
    CREATE INDEX visit_by_reference ON visit (ifnull(reference, ''), id);
    -- Unfinished and discarded reports are few among many.
    CREATE INDEX visit_unfinished ON visit (listed_on, id) WHERE state IN ('draft', 'ready');
    CREATE INDEX visit_discarded ON visit (listed_on, id) WHERE state = 'discarded';

    CREATE TABLE visit_fact (
      date TEXT NOT NULL, id TEXT NOT NULL, suite TEXT NOT NULL, panel TEXT, outcome TEXT NOT NULL, method TEXT,
      purpose TEXT, hour INTEGER, weekday INTEGER NOT NULL, delay INTEGER, minutes INTEGER, volunteerMinutes INTEGER,
      satisfactory INTEGER, praise INTEGER, opcat INTEGER, ${counters},
      PRIMARY KEY (date, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE split_fact (
      date TEXT NOT NULL, id TEXT NOT NULL, age TEXT NOT NULL, sex TEXT NOT NULL, ${counters},
      PRIMARY KEY (date, id, age, sex)) STRICT, WITHOUT ROWID;
    CREATE TABLE reason_fact (
      date TEXT NOT NULL, id TEXT NOT NULL, branch TEXT NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (date, id, branch, reason)) STRICT, WITHOUT ROWID;

    CREATE TABLE outgoing (
      change_id TEXT PRIMARY KEY, type TEXT NOT NULL, record TEXT NOT NULL, number INTEGER UNIQUE, base TEXT,
      saw TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL) STRICT;
    -- One open change for a record: whatever is typed until the first attempt to send goes into it.
    CREATE UNIQUE INDEX outgoing_open ON outgoing (type, record) WHERE number IS NULL;

    CREATE TABLE accepted (
      epoch INTEGER NOT NULL, n INTEGER NOT NULL, change_id TEXT NOT NULL UNIQUE, device TEXT NOT NULL,
      number INTEGER NOT NULL, type TEXT NOT NULL, record TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
      patch TEXT, answer TEXT NOT NULL, PRIMARY KEY (epoch, n)) STRICT;
    CREATE INDEX accepted_of_record ON accepted (record, epoch, n);
    CREATE TABLE counter (series TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE search_entry (place INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (type, id)) STRICT;
    CREATE VIRTUAL TABLE search USING fts5 (text, content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 2");
    INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

    CREATE TABLE import (id TEXT PRIMARY KEY, kind TEXT NOT NULL, file TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL) STRICT;
    CREATE TABLE staged (
      "import" TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE, line INTEGER NOT NULL, document TEXT, row TEXT, problems TEXT,
      PRIMARY KEY ("import", line)) STRICT, WITHOUT ROWID;
  `);
};
