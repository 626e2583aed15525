import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { insertAll } from './bulk.ts';
import type { Db } from './engine.ts';
import type { Tables } from './tables.ts';

/** Every table with its key, in whose order its rows are read. */
const keys = {
  meta: ['key'],
  place: ['id'],
  epoch: ['epoch'],
  record: ['id', 'type'],
  audience: ['id', 'type', 'key'],
  log: ['n', 'record', 'type'],
  answer: ['device', 'number', 'change'],
  held: ['change'],
  void: ['device', 'number'],
  counter: ['series'],
  device: ['id'],
  invitation: ['hash'],
  audit: ['seq'],
  subject: ['id', 'type'],
  quarantine: ['id'],
  taken: ['id', 'type'],
  said_purged: ['id', 'type'],
  digest: ['key', 'type'],
  file: ['id', 'type', 'hash'],
  file_piece: ['id', 'type', 'hash', 'start'],
} as const satisfies Record<Exclude<keyof Tables, 'migration'>, readonly string[]>;

/** The shape that a table came with, where that was not the first. */
const since: Partial<Record<keyof typeof keys, number>> = { file: 20, file_piece: 20, said_purged: 40 };

const tablesOf = (shape: number): (keyof typeof keys)[] =>
  (Object.keys(keys) as (keyof typeof keys)[]).filter((table) => (since[table] ?? 0) <= shape);

const usual = 500;
/** Rows that are large are read a few at a time. */
const few: Partial<Record<keyof typeof keys, number>> = { file_piece: 20 };

/** The rows of a table in the order of its key, a few hundred at a time. */
export async function* rowsOf<T extends keyof typeof keys>(db: Db, table: T): AsyncGenerator<Tables[T][]> {
  const atOnce = few[table] ?? usual;
  const columns = keys[table].map((name) => sql.ref(name));
  let last: Record<string, unknown> | undefined;
  do {
    const after = last;
    const where = after
      ? sql`where (${sql.join(columns)}) > (${sql.join(keys[table].map((name) => sql.val(after[name])))})`
      : sql``;
    const query = sql`select * from ${sql.table(table)} ${where} order by ${sql.join(columns)} limit ${sql.lit(atOnce)}`;
    const { rows } = await query.execute(db);
    if (rows.length > 0) yield rows as Tables[T][];
    // A file is read without waiting for anything: others of this process have their turn here.
    await setImmediate();
    last = rows.length === atOnce ? (rows.at(-1) as Record<string, unknown>) : undefined;
  } while (last);
}

/** Copies an office as it stands into an empty database of the same shape, of whichever kind. Gives the rows of each table. */
export const copyOffice = async (from: Db, to: Db, shape: number): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const table of tablesOf(shape)) {
    let count = 0;
    for await (const rows of rowsOf(from, table)) {
      await insertAll(to, table, rows);
      count += rows.length;
    }
    counts.set(table, count);
  }
  return counts;
};

/** How many rows each table has. */
export const countOffice = async (db: Db, shape: number): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const table of tablesOf(shape)) {
    const query = sql<{ count: number }>`select cast(count(*) as integer) as count from ${sql.table(table)}`;
    const { rows } = await query.execute(db);
    counts.set(table, rows[0]?.count ?? 0);
  }
  return counts;
};
