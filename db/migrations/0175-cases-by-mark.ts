import type { Database } from 'better-sqlite3';
import { markId } from '#shared/cases/mark.ts';

/** By which mark a confidential case that was there before is found. */
export const up = (db: Database): void => {
  const put = db.prepare('UPDATE caseFile SET mark = ? WHERE id = ?');
  const kept = db
    .prepare("SELECT id FROM caseFile WHERE mark IS NULL AND data ->> '$.confidential' IS NOT NULL")
    .all() as { id: string }[];
  for (const { id } of kept) put.run(markId(id), id);
};
