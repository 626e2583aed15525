import { type Facts, facts, factsVersion } from '#shared/measures/facts.ts';
import type { Visit } from '#shared/records/visit.ts';
import { same } from '#shared/sync/patch.ts';
import { prepared, type Reader, sql, type Writer } from './sql.ts';

export const factTables = ['visit_fact', 'split_fact', 'reason_fact', 'detainee_fact'] as const;

const rowsOf = (f: Facts) => ({
  visit_fact: [f.visit],
  split_fact: f.splits,
  reason_fact: f.reasons,
  detainee_fact: f.detainees,
});

const insertAll = (w: Writer, all: readonly Facts[]) => {
  for (const name of factTables) {
    const rows = all.flatMap((f) => rowsOf(f)[name] as object[]);
    if (rows[0])
      w.runAll(
        sql.replaceInto(name).values(rows[0] as never),
        rows.map((row) => Object.values(row)),
      );
  }
};

const removals = factTables.map((name) =>
  prepared((date: string, id: string) =>
    sql
      .deleteFrom(name as 'visit_fact')
      .where('date', '=', date)
      .where('id', '=', id),
  ),
);

const remove = (w: Writer, { visit: { date, id } }: Facts) => {
  for (const removal of removals) w.run(removal(date, id));
};

/** Writes what measures know of visits, in the transaction of the visits themselves. */
export const writeFacts = (
  w: Writer,
  writes: readonly { document: Visit; before: Visit | undefined }[],
): void => {
  const fresh: Facts[] = [];
  for (const { document, before } of writes) {
    const old = before ? facts(before) : null;
    const next = facts(document);
    if (old && same(old, next)) continue;
    if (old) remove(w, old);
    if (next) fresh.push(next);
  }
  insertAll(w, fresh);
};

/** Takes away what measures know of a visit. */
export const forgetFacts = (w: Writer, visit: Visit): void => {
  const old = facts(visit);
  if (old) remove(w, old);
};

/** Whether the fact tables were written by this version's `facts`. */
export const factsAreCurrent = (r: Reader): boolean =>
  r.first(sql.selectFrom('meta').select('value').where('key', '=', 'facts'))?.value === String(factsVersion);

const batchSize = 500;

/**
 * Writes the next batch of a rebuild of all facts, as `facts` of this version says; gives whether more is to do.
 * Begins anew where an earlier version's facts are found. Returns wait until it is done.
 */
export const rebuildFacts = (w: Writer): boolean =>
  w.inTransaction(() => {
    const place = w.first(sql.selectFrom('meta').select('value').where('key', '=', 'factsRebuilding'))?.value;
    const [version, after] = place?.startsWith(`${factsVersion}:`)
      ? (place.split(':') as [string, string])
      : [undefined, ''];
    if (version === undefined) for (const name of factTables) w.run(sql.deleteFrom(name as 'visit_fact'));
    const rows = w.all(
      sql.selectFrom('visit').select(['id', 'data']).where('id', '>', after).orderBy('id').limit(batchSize),
    );
    insertAll(
      w,
      rows.flatMap((row) => facts(JSON.parse(row.data)) ?? []),
    );
    const last = rows.at(-1)?.id;
    if (last && rows.length === batchSize) {
      setMeta(w, 'factsRebuilding', `${factsVersion}:${last}`);
      return true;
    }
    setMeta(w, 'facts', String(factsVersion));
    w.run(sql.deleteFrom('meta').where('key', '=', 'factsRebuilding'));
    return false;
  });

/** Keeps one line of what the store knows of itself. */
export const setMeta = (w: Writer, key: string, value: string): void => {
  w.run(
    sql
      .insertInto('meta')
      .values({ key, value })
      .onConflict((c) => c.column('key').doUpdateSet({ value })),
  );
};
