import { type RawBuilder, sql as raw } from 'kysely';
import type { RecordType } from '#shared/records/types.ts';
import { type Reader, sql, type Writer } from '../sql.ts';

/*
 * Somebody who moves to another panel keeps their own reports, and a report names its suite and its visitors. Of what
 * else was the old panel's these names alone stay, for as long as a report here says them.
 */

const keyOf = (id: string): string => `name ${id}`;

/** Where a report names a record of a type. */
const namedBy: Partial<Record<RecordType, string>> = {
  suite: 'v.suite = n.id',
  panel: 'v.panel = n.id',
  person: 'v.visitor1 = n.id or v.visitor2 = n.id',
};

/** Keeps the names that reports still say of records that are about to go. */
export const keepNames = (w: Writer, type: RecordType, ids: readonly string[]): void => {
  const said = namedBy[type];
  if (!said || ids.length === 0) return;
  const named = w.all<{ id: string; name: string }>({
    compile: () =>
      raw<{ id: string; name: string }>`select n.id, n.name from ${raw.table(type)} n
        where n.id in (${raw.join(ids)}) and exists (select 1 from visit v where ${raw.raw(said)})`.compile(
        sql,
      ),
  });
  for (const { id, name } of named) w.run(sql.replaceInto('meta').values({ key: keyOf(id), value: name }));
};

/** Forgets the name of a record that was erased. */
export const forgetName = (w: Writer, id: string): void => {
  w.run(sql.deleteFrom('meta').where('key', '=', keyOf(id)));
};

/** Forgets the names that no report here says any more. */
export const forgetUnsaidNames = (w: Writer): void => {
  w.run({
    compile: () =>
      raw`delete from meta where key like 'name %' and not exists (select 1 from visit v
        where substr(meta.key, 6) in (v.suite, v.panel, v.visitor1, v.visitor2))`.compile(sql),
  });
};

/** The same of an id that a query comes by. */
export const keptNameOf = (id: RawBuilder<unknown>): RawBuilder<string | null> =>
  raw`(select value from meta where key = 'name ' || ${id})`;

/** The name of a record that is not here any more, where a report here says it. */
export const keptName = (r: Reader, id: string): string | undefined =>
  r.first(sql.selectFrom('meta').select('value').where('key', '=', keyOf(id)))?.value;
