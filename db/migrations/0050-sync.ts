import type { Database } from 'better-sqlite3';

const record = (type: string, columns: string) =>
  `CREATE TABLE ${type} (id TEXT PRIMARY KEY, epoch INTEGER, n INTEGER, ${columns} data TEXT NOT NULL) STRICT;`;

/** What a laptop of an office with a hub needs: sealed changes, what lies below them, and why it holds what it holds. */
export const up = (db: Database): void => {
  db.exec(`
    ${record('pen', 'visit TEXT NOT NULL, done INTEGER NOT NULL,')}
    CREATE INDEX pen_open ON pen (visit) WHERE done = 0;
    ${record('conflict', '"of" TEXT NOT NULL, open INTEGER NOT NULL,')}
    CREATE INDEX conflict_of_record ON conflict ("of");
    CREATE INDEX conflict_open ON conflict (id) WHERE open = 1;

    ALTER TABLE outgoing ADD COLUMN sealed TEXT;
    ALTER TABLE outgoing ADD COLUMN answer TEXT;
    ALTER TABLE outgoing ADD COLUMN tried_at TEXT;
    ALTER TABLE outgoing ADD COLUMN ready INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX outgoing_of_record ON outgoing (record);
    -- What the next sync seals, in the order in which it was begun.
    CREATE INDEX outgoing_ready ON outgoing (ready) WHERE number IS NULL AND ready = 1;
    -- Own changes as they were sent, for a hub that was restored and lost them; the oldest go.
    CREATE TABLE sent (
      change_id TEXT PRIMARY KEY, epoch INTEGER NOT NULL, n INTEGER NOT NULL, type TEXT NOT NULL, record TEXT NOT NULL,
      number INTEGER NOT NULL, sealed TEXT NOT NULL) STRICT;
    CREATE INDEX sent_by_version ON sent (epoch, n);
    CREATE INDEX sent_of_record ON sent (record);
    -- Words that somebody took back after the office had refused them, or before anything was sent.
    CREATE TABLE withdrawn (
      change_id TEXT PRIMARY KEY, type TEXT NOT NULL, record TEXT NOT NULL, at TEXT NOT NULL, change TEXT NOT NULL) STRICT;
    CREATE INDEX withdrawn_of_record ON withdrawn (record);
    -- Records that are not this person's any more and stay only until the office has what they wrote in them.
    CREATE TABLE leaving (
      type TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (record, type)) STRICT, WITHOUT ROWID;

    CREATE TABLE below (
      type TEXT NOT NULL, record TEXT NOT NULL, epoch INTEGER, n INTEGER, data TEXT NOT NULL,
      PRIMARY KEY (type, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE audience (
      type TEXT NOT NULL, record TEXT NOT NULL, key TEXT NOT NULL, stream TEXT NOT NULL, epoch INTEGER NOT NULL,
      n INTEGER NOT NULL, PRIMARY KEY (record, type, key)) STRICT, WITHOUT ROWID;
    -- Counting what came under a key, and taking out what a lost key brought.
    CREATE INDEX audience_by_key ON audience (key, type, record, epoch, n);
    CREATE TABLE aside (
      type TEXT NOT NULL, record TEXT NOT NULL, epoch INTEGER NOT NULL, n INTEGER NOT NULL, item TEXT NOT NULL,
      PRIMARY KEY (type, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE purged (
      type TEXT NOT NULL, record TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (type, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_log (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, entry TEXT NOT NULL) STRICT;
    CREATE TABLE file_piece (
      type TEXT NOT NULL, record TEXT NOT NULL, hash TEXT NOT NULL, "offset" INTEGER NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (record, type, hash, "offset")) STRICT;
  `);
};
