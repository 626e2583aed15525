import type { RecordType } from '#shared/records/types.ts';
import type { Stream } from '#shared/sync/wire.ts';
import { readIdentity } from '../identity.ts';
import { type Reader, sql, type Writer } from '../sql.ts';
import { readMeta, writeMeta } from './membership.ts';
import { keepNames } from './names.ts';
import { isAsked, unansweredOf } from './outgoing.ts';
import { forgetRecords } from './removal.ts';

/** The keys that lead to a record here, each with the stream it came through. */
export const keysOf = (r: Reader, item: { type: string; id: string }) =>
  r.all(
    sql
      .selectFrom('audience')
      .select(['key', 'stream'])
      .where('record', '=', item.id)
      .where('type', '=', item.type as RecordType),
  );

/**
 * What the application cannot open without, and what is nobody's secret: one's own record, the settings, the forms. They
 * stay with somebody who has left, whose unsent words are still there to be read.
 */
const isOwn = (r: Reader, type: RecordType, id: string): boolean =>
  type === 'setting' || type === 'form' || (type === 'person' && id === readIdentity(r).person);

/**
 * Lets records go that no key leads to any more; what is unsent of them stays until the office has it, and of what it
 * refused the change alone.
 */
export const letGo = (w: Writer, type: RecordType, ids: readonly string[]): number => {
  const unsent = ids.filter((id) => unansweredOf(w, type, id).some(isAsked));
  for (const record of unsent)
    w.run(
      sql
        .insertInto('leaving')
        .values({ type, record })
        .onConflict((c) => c.doNothing()),
    );
  const going = ids.filter((id) => !unsent.includes(id) && !isOwn(w, type, id));
  keepNames(w, type, going);
  forgetRecords(w, type, going);
  return going.length;
};

/**
 * Who has left holds no key at all: what the office accepted from here and had not brought back yet goes too, since
 * nothing would ever say that it went, or was purged.
 */
const letGoSent = (w: Writer): number => {
  const rows = w.all(sql.selectFrom('sent').select(['type', 'record']).distinct());
  let removed = 0;
  for (const { type, record: id } of rows)
    if (keysOf(w, { type, id }).length === 0) removed += letGo(w, type, [id]);
  return removed;
};

/** A key that was lost is declared: what came only under it goes, without asking. */
export const dropLostKeys = (w: Writer, stream: Stream, keys: readonly string[]): number => {
  const known = readMeta<string[]>(w, `keys ${stream}`) ?? [];
  let removed = stream === 'own' && keys.length === 0 ? letGoSent(w) : 0;
  if (known.length === keys.length && known.every((key) => keys.includes(key))) return removed;
  writeMeta(w, `keys ${stream}`, keys);
  for (const key of known.filter((one) => !keys.includes(one))) {
    const rows = w.all(sql.selectFrom('audience').select(['type', 'record']).where('key', '=', key));
    w.run(sql.deleteFrom('audience').where('key', '=', key));
    for (const [type, ofType] of Map.groupBy(rows, (row) => row.type)) {
      const ids = ofType.map((row) => row.record).filter((id) => keysOf(w, { type, id }).length === 0);
      removed += letGo(w, type, ids);
    }
  }
  return removed;
};
