import type { Database } from 'better-sqlite3';
import type { Visit } from '#shared/records/visit.ts';
import { newsColumns } from '../columns.ts';

/** What becomes of a report at the office, who owes it a declaration, and PINs of this laptop. */
export const up = (db: Database): void => {
  db.exec(`
    ALTER TABLE visit ADD COLUMN moved_at TEXT;
    ALTER TABLE visit ADD COLUMN owes1 TEXT;
    ALTER TABLE visit ADD COLUMN owes2 TEXT;
    CREATE TABLE pin (person TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL, wrong INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    -- Put aside means not found either.
    DELETE FROM search WHERE rowid IN
      (SELECT e.place FROM search_entry e JOIN visit v ON v.id = e.id WHERE e.type = 'visit' AND v.state = 'discarded');
    DELETE FROM search_entry WHERE type = 'visit' AND id IN (SELECT id FROM visit WHERE state = 'discarded');
  `);
  const set = db.prepare('UPDATE visit SET moved_at = ?, owes1 = ?, owes2 = ? WHERE id = ?');
  const after = db.prepare<[string], { id: string; data: string }>(
    'SELECT id, data FROM visit WHERE id > ? ORDER BY id LIMIT 500',
  );
  for (let rows = after.all(''); rows.length > 0; rows = after.all(rows.at(-1)?.id ?? '')) {
    for (const { id, data } of rows) {
      const { moved_at, owes1, owes2 } = newsColumns(JSON.parse(data) as Visit);
      if (moved_at || owes1) set.run(moved_at, owes1, owes2, id);
    }
  }
  // Each of these lists is short among many reports, and its index holds nothing else.
  db.exec(`
    CREATE INDEX visit_unread ON visit (listed_on, id) WHERE state = 'received' AND moved_at IS NOT NULL;
    CREATE INDEX visit_queried ON visit (listed_on, id) WHERE state = 'queried';
    CREATE INDEX visit_answered ON visit (listed_on, id) WHERE state = 'answered';
    CREATE INDEX visit_accepted ON visit (listed_on, id) WHERE state = 'accepted';
    CREATE INDEX visit_practice ON visit (listed_on, id) WHERE state = 'practice';
    CREATE INDEX visit_undeclared ON visit (listed_on, id) WHERE owes1 IS NOT NULL;
    CREATE INDEX visit_owed1 ON visit (owes1) WHERE owes1 IS NOT NULL;
    CREATE INDEX visit_owed2 ON visit (owes2) WHERE owes2 IS NOT NULL;
    -- What became of somebody's reports, the newest first.
    CREATE INDEX visit_news1 ON visit (visitor1, moved_at, id) WHERE moved_at IS NOT NULL;
    CREATE INDEX visit_news2 ON visit (visitor2, moved_at, id) WHERE moved_at IS NOT NULL;
  `);
};
