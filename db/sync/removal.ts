import { sql as raw } from 'kysely';
import { isKnownType, type RecordType } from '#shared/records/types.ts';
import { forgetUnnamed } from '../files.ts';
import { readRecords, removeRecords } from '../records.ts';
import { prepared, type Reader, sql, type Writer } from '../sql.ts';
import { isJoined } from './membership.ts';
import { forgetName, forgetUnsaidNames } from './names.ts';

/** What stands beside a record and goes with it. */
const besides = [
  'below',
  'audience',
  'aside',
  'sent',
  'withdrawn',
  'leaving',
  'file_piece',
  'attached',
] as const;

/**
 * Takes records away that are not this person's any more: with their history, their figures, what finds them, and
 * everything else that this store knows of them.
 */
export const forgetRecords = (w: Writer, type: string, ids: readonly string[]): void => {
  if (isKnownType(type))
    removeRecords(
      w,
      type,
      readRecords(w, type, ids).map(({ document }) => document),
    );
  if (type === 'visit') forgetUnsaidNames(w);
  for (const table of besides)
    for (const id of ids)
      w.run(
        sql
          .deleteFrom(table as 'audience')
          .where('record', '=', id)
          .where('type', '=', type as RecordType),
      );
  forgetChanges(w, type, ids);
  w.run(wipeIsDue('log'));
  if (!wordless.includes(type)) w.run(wipeIsDue('search'));
};

/**
 * Takes what was changed in records out of the log. A store that is its own office keeps who changed them when, without
 * a word, since every receipt after them rests on theirs.
 */
const forgetChanges = (w: Writer, type: string, ids: readonly string[]): void => {
  const alone = !isJoined(w);
  for (const id of ids) {
    const of = { type: type as RecordType, record: id };
    if (alone)
      w.run(
        sql
          .updateTable('accepted')
          .set({ patch: null, answer: raw<string>`json_remove(answer, '$.conflicts')` })
          .where('record', '=', of.record)
          .where('type', '=', of.type),
      );
    else w.run(sql.deleteFrom('accepted').where('record', '=', of.record).where('type', '=', of.type));
  }
};

/** Types whose records no search finds. */
const wordless: readonly string[] = ['setting', 'form', 'throughput', 'pen', 'conflict'];

const wipeIsDue = (what: 'log' | 'search') =>
  sql
    .insertInto('meta')
    .values({ key: `wipe ${what}`, value: '1' })
    .onConflict((c) => c.doNothing());

/**
 * Erases a record for ever, also what is unsent of it, what was contested in it, and what an import was about to write:
 * only its id is left, so that it cannot come back.
 * @param seal the hub's own on its tombstone, for a hub that is put back from a backup
 */
export const purgeRecord = (
  w: Writer,
  type: string,
  id: string,
  at: string,
  seal: string | null = null,
): void => {
  w.run(
    sql
      .insertInto('purged')
      .values({ type, record: id, at, seal })
      // The answer to a push comes without the seal, and the page that follows it brings that.
      .onConflict((c) => (seal === null ? c.doNothing() : c.doUpdateSet({ at, seal }))),
  );
  w.run(
    sql
      .deleteFrom('outgoing')
      .where('record', '=', id)
      .where('type', '=', type as RecordType),
  );
  const contested = w.all(sql.selectFrom('conflict').select('id').where('of', '=', id)).map((row) => row.id);
  if (contested.length > 0) {
    w.run(sql.deleteFrom('outgoing').where('type', '=', 'conflict').where('record', 'in', contested));
    forgetRecords(w, 'conflict', contested);
  }
  w.run(sql.deleteFrom('staged').where(raw<boolean>`instr(document, ${id}) > 0`));
  // What somebody had typed of it and not saved lies there under its name.
  w.run(sql.deleteFrom('preference').where(raw<boolean>`instr(key || value, ${id}) > 0`));
  forgetRecords(w, type, [id]);
  forgetName(w, id);
};

/** When a record was erased for ever; undefined for one that was not. */
export const purgedAt = (r: Reader, type: string, id: string): string | undefined =>
  r.first(purgedRow(type, id))?.at;
const purgedRow = prepared((type: string, record: string) =>
  sql.selectFrom('purged').select('at').where('type', '=', type).where('record', '=', record),
);

/** Whether a record was erased here, which nothing brings back. */
export const isPurged = (r: Reader, type: string, id: string): boolean => purgedAt(r, type, id) !== undefined;

/**
 * Takes out of the file what was removed: its words would otherwise survive in the index of the search, which only marks
 * what was deleted until it is written anew, and in the log. Belongs outside of any transaction; where somebody is
 * reading, it is tried again after the next step.
 */
export const wipe = (w: Writer): void => {
  if (forgetUnnamed(w)) w.run(wipeIsDue('log'));
  const due = (what: string) => sql.selectFrom('meta').select('value').where('key', '=', `wipe ${what}`);
  const done = (what: string) => w.run(sql.deleteFrom('meta').where('key', '=', `wipe ${what}`));
  if (!w.first(due('log'))) return;
  if (w.first(due('search')))
    w.inTransaction(() => {
      w.run({ compile: () => raw`INSERT INTO search (search) VALUES ('optimize')`.compile(sql) });
      done('search');
    });
  if (!truncated(w)) return;
  done('log');
  truncated(w);
};

const truncated = (w: Writer): boolean =>
  w.first({ compile: () => raw<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.compile(sql) })?.busy === 0;

/** Wipes what a step of somebody's left to be wiped; where nothing is left it costs one look. */
export const wipeIfDue = (w: Writer): void => {
  if (w.first(sql.selectFrom('meta').select('value').where('key', '=', 'wipe log'))) wipe(w);
};
