import { CompiledQuery } from 'kysely';
import type { Db } from './engine.ts';
import type { Tables } from './tables.ts';

/** What happens where a row with the same key is there already. */
type OnConflict<T extends keyof Tables> = {
  key: readonly (keyof Tables[T] & string)[];
  set: readonly (keyof Tables[T] & string)[];
};

/** The texts of statements by their shape: building one for a hundred rows takes longer than running it. */
const built = new Map<string, string>();

const textFor = <T extends keyof Tables>(
  db: Db,
  table: T,
  rows: readonly Tables[T][],
  onConflict: OnConflict<T> | undefined,
): string => {
  const shape = `${db.getExecutor().adapter.constructor.name} ${table} ${Object.keys(rows[0] as object)} ${rows.length} ${onConflict?.key} ${onConflict?.set}`;
  const known = built.get(shape);
  if (known) return known;
  const insert = db.insertInto(table).values(rows as never);
  const { sql } = (
    onConflict
      ? insert.onConflict((c) => {
          const there = c.columns(onConflict.key as never);
          if (onConflict.set.length === 0) return there.doNothing();
          return there.doUpdateSet(
            (eb) =>
              Object.fromEntries(
                onConflict.set.map((name) => [name, eb.ref(`excluded.${name}` as never)]),
              ) as never,
          );
        })
      : insert
  ).compile();
  built.set(shape, sql);
  return sql;
};

/** Rows in pieces of powers of two, so that few shapes of statement serve any number of them. */
const most = 128;

/** Inserts rows that all have the same columns in the same order. */
export const insertAll = async <T extends keyof Tables>(
  db: Db,
  table: T,
  rows: readonly Tables[T][],
  onConflict?: OnConflict<T>,
): Promise<void> => {
  for (let done = 0; done < rows.length; ) {
    const left = rows.length - done;
    const size = left >= most ? most : 2 ** Math.floor(Math.log2(left));
    const piece = rows.slice(done, done + size);
    const text = textFor(db, table, piece, onConflict);
    await db.executeQuery(
      CompiledQuery.raw(
        text,
        piece.flatMap((row) => Object.values(row as object)),
      ),
    );
    done += size;
  }
};
