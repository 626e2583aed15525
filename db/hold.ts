import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { Failure } from '#shared/errors.ts';
import { fail, type Result } from '#shared/result.ts';
import { attempt } from './failure.ts';

/** The right to write one store. Only its holder may write the file, or move the folder. */
export type Hold = { release(): void };

/**
 * Takes the right to write the store in `directory`, so that two processes never write one store: `storeInUse`
 * where another has it, `cannotWrite` where the folder cannot be written.
 *
 * It is a lock of the operating system on an empty file beside the folder, taken through SQLite because Node has
 * no file locks of its own. The system frees it when the process ends in whatever way, so nothing stale is left
 * to be detected. Several may hold a store `together`, whose transactions keep them apart; then nobody has it alone,
 * as whoever moves or restores it needs it. It lies beside the folder and not in it, so that the folder can be moved while it is held.
 */
export const holdStore = (directory: string, how: 'alone' | 'together' = 'alone'): Result<Hold, Failure> => {
  const path = `${resolve(directory)}.lock`;
  const folder = dirname(path);
  if (!existsSync(folder)) return fail({ tag: 'cannotWrite', path: folder });
  return attempt(folder, () => {
    const lock = new Database(path, { timeout: 0 });
    try {
      lock.pragma('journal_mode = MEMORY');
      lock.exec(how === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT count(*) FROM sqlite_schema');
    } catch (error) {
      lock.close();
      throw error;
    }
    return { release: () => void lock.close() };
  });
};

/** Does `work` while holding the store, whatever comes of it. */
export const whileHolding = async <T>(
  directory: string,
  work: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> => {
  const hold = holdStore(directory);
  if (!hold.ok) return hold;
  try {
    return await work();
  } finally {
    hold.value.release();
  }
};
