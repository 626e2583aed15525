import type { Database } from 'better-sqlite3';

/** The hub's seal on a tombstone: what was purged before has none. */
export const up = (db: Database): void => {
  db.exec('ALTER TABLE purged ADD COLUMN seal TEXT;');
};
