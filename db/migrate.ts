import type { Database } from 'better-sqlite3';
import type { Failure } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { attempt } from './failure.ts';

/** One step of the store's shape. Numbers leave gaps, so that a fix can be put between two that were shipped. */
export type Migration = { readonly number: number; readonly name: string; up(db: Database): void };

/** The number of a store that has been through all of these. */
export const newest = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0;

/** The number the store has reached; 0 for a new one. */
export const numberOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

/**
 * Brings a store to the newest shape: all pending migrations in one transaction, so that it is in the old shape or
 * in the new one and in nothing between. Before that `backUp` is called, unless the store is new; where it fails
 * nothing is changed and its failure is given.
 *
 * `storeNewer` for a store that a newer version wrote: it is left untouched. Gives the numbers before and after.
 */
export const migrate = (
  db: Database,
  migrations: readonly Migration[],
  backUp: () => Result<unknown, Failure>,
): Result<{ from: number; to: number }, Failure> => {
  mustAscend(migrations);
  const from = numberOf(db);
  const to = newest(migrations);
  if (from > to) return fail({ tag: 'storeNewer', found: from, known: to });
  const pending = migrations.filter(({ number }) => number > from);
  if (pending.length === 0) return ok({ from, to });
  if (from > 0) {
    const backedUp = backUp();
    if (!backedUp.ok) return backedUp;
  }
  return attempt(db.name, () => {
    db.transaction(() => {
      for (const migration of pending) migration.up(db);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
        throw new Error(`Migrations ${from} to ${to} leave references to nothing`);
      db.pragma(`user_version = ${to}`);
    }).exclusive();
    return { from, to };
  });
};

const mustAscend = (migrations: readonly Migration[]): void => {
  const wrong = migrations.find(({ number }, i) => number <= (migrations[i - 1]?.number ?? 0));
  if (wrong) throw new Error(`Migration ${wrong.number} (${wrong.name}) is out of order`);
};
