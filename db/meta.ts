import { type Reader, sql, type Writer } from './sql.ts';

/** One line of what the store knows of itself. */
export const metaOf = (r: Reader, key: string): string | undefined =>
  r.first(sql.selectFrom('meta').select('value').where('key', '=', key))?.value;

/** Keeps one line of what the store knows of itself. */
export const setMeta = (w: Writer, key: string, value: string): void => {
  w.run(
    sql
      .insertInto('meta')
      .values({ key, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value })),
  );
};
