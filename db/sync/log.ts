import { type Reader, sql, type Writer } from '../sql.ts';

/** So many lines of what sync did are kept. */
const kept = 1_000;

/** Something that sync did, as a tag with its numbers; never a word of a record. */
export type LogLine = { at: string; kind: string; detail: Record<string, string | number> };

export const writeLog = (w: Writer, { at, ...entry }: LogLine): void =>
  w.inTransaction(() => {
    w.run(sql.insertInto('sync_log').values({ at, entry: JSON.stringify(entry) } as never));
    const last = w.first(sql.selectFrom('sync_log').select((e) => e.fn.max('seq').as('seq')))?.seq ?? 0;
    w.run(sql.deleteFrom('sync_log').where('seq', '<=', last - kept));
  });

/** What sync did, newest first. */
export const readLog = (r: Reader, limit: number): LogLine[] =>
  r
    .all(sql.selectFrom('sync_log').selectAll().orderBy('seq', 'desc').limit(limit))
    .map(({ at, entry }) => ({ at, ...JSON.parse(entry) }));
