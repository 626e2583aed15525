import { caseClockSettings } from '#shared/cases/clock.ts';
import {
  type FactRows,
  type FactSettings,
  type FactType,
  factRows,
  factTables,
  factTypes,
} from '#shared/measures/fact-rows.ts';
import { factsVersion } from '#shared/measures/facts.ts';
import type { Setting } from '#shared/records/setting.ts';
import type { RecordType } from '#shared/records/types.ts';
import { clockSettings } from '#shared/reviews/deadlines.ts';
import { same } from '#shared/sync/patch.ts';
import { metaOf, setMeta } from './meta.ts';
import { prepared, type Query, type Reader, sql, type Writer } from './sql.ts';

type Rows = FactRows | null;
type Place = { date: string; id: string };

const rowsOf = (type: FactType, document: object, settings: FactSettings): Rows =>
  (factRows[type] as (d: object, settings: FactSettings) => Rows)(document, settings);
/** What the figures of a type rest on beside its records; of most nothing. An office has one record of settings. */
const settingsFor = (r: Reader, type: FactType): FactSettings => {
  const row = isTimed(type) ? r.first(sql.selectFrom('setting').select('data').limit(1)) : undefined;
  return row ? factSettings(JSON.parse(row.data)) : {};
};

/** The types whose figures rest on clocks, in the order in which they are written anew. */
const timed = ['caseFile', 'caseMark', 'review'] as const satisfies FactType[];

const factSettings = (setting: Setting): FactSettings => ({
  ...clockSettings(setting),
  ...caseClockSettings(setting),
});
const hasFacts = (type: RecordType): type is FactType => type in factRows;

/** Statements by the table and the columns that they write; building one takes longer than running it. */
const built = new Map<string, Query<unknown>>();
const replaceIn = (name: (typeof factTables)[number], row: object): Query<unknown> => {
  const key = `${name}: ${Object.keys(row)}`;
  const known = built.get(key);
  if (known) return known;
  const compiled = sql
    .replaceInto(name)
    .values(row as never)
    .compile();
  const query = { compile: () => compiled };
  built.set(key, query);
  return query;
};

const insertAll = (w: Writer, all: readonly FactRows[]) => {
  for (const name of factTables) {
    const rows = all.flatMap((f): readonly object[] => f[name] ?? []);
    if (rows[0])
      w.runAll(
        replaceIn(name, rows[0]),
        rows.map((row) => Object.values(row)),
      );
  }
};

const removals = Object.fromEntries(
  factTables.map((name) => [
    name,
    prepared((date: string, id: string) =>
      sql
        .deleteFrom(name as 'visit_fact')
        .where('date', '=', date)
        .where('id', '=', id),
    ),
  ]),
) as Record<(typeof factTables)[number], (date: string, id: string) => Query<unknown>>;

const remove = (w: Writer, rows: FactRows) => {
  for (const name of factTables) {
    const places: readonly Place[] = rows[name] ?? [];
    for (const [date, ofDay] of Map.groupBy(places, (row) => row.date))
      w.run(removals[name](date, (ofDay[0] as Place).id));
  }
};

/** Writes what measures know of records, in the transaction of the records themselves. */
export const writeFacts = (
  w: Writer,
  type: RecordType,
  writes: readonly { document: object; before: object | undefined }[],
): void => {
  if (type === 'setting') for (const { document, before } of writes) rewriteTimed(w, document, before);
  if (!hasFacts(type)) return;
  const settings = settingsFor(w, type);
  const fresh: FactRows[] = [];
  for (const { document, before } of writes) {
    const old = before ? rowsOf(type, before, settings) : null;
    const next = rowsOf(type, document, settings);
    if (old && same(old, next)) continue;
    if (old) remove(w, old);
    if (next) fresh.push(next);
  }
  insertAll(w, fresh);
};

/**
 * Where holidays or the lengths of the office's clocks change, what is known of cases and reviews is written anew in
 * batches, and figures wait for it; a rebuild that has not come to them yet will come to them.
 */
const rewriteTimed = (w: Writer, document: object, before: object | undefined): void => {
  if (same(factSettings(document as Setting), before ? factSettings(before as Setting) : {})) return;
  const [version, reached] = metaOf(w, 'factsRebuilding')?.split(':') ?? [];
  if (!factsAreCurrent(w) && !(version === String(factsVersion) && isTimed(reached))) return;
  if (!timed.some((type) => w.first(sql.selectFrom(type).select('id').limit(1)))) return;
  setMeta(w, 'factsRebuilding', `${factsVersion}:${timed[0]}:`);
  w.run(sql.deleteFrom('meta').where('key', '=', 'facts'));
};

const isTimed = (type: string | undefined): boolean => timed.some((one) => one === type);

/** Takes away what measures know of a record. */
export const forgetFacts = (w: Writer, type: RecordType, document: object): void => {
  const old = hasFacts(type) ? rowsOf(type, document, settingsFor(w, type)) : null;
  if (old) remove(w, old);
};

/** Whether the fact tables were written by this version's `facts`. */
export const factsAreCurrent = (r: Reader): boolean => metaOf(r, 'facts') === String(factsVersion);

const batchSize = 500;

/**
 * Writes the next batch of a rebuild of all facts, type after type, as this version says; gives whether more is to do.
 * Begins anew where an earlier version's facts are found. Returns wait until it is done.
 */
export const rebuildFacts = (w: Writer): boolean =>
  w.inTransaction(() => {
    const place = metaOf(w, 'factsRebuilding');
    const [version, reached, after = ''] = place?.split(':') ?? [];
    const goesOn = version === String(factsVersion);
    if (!goesOn) for (const name of factTables) w.run(sql.deleteFrom(name as 'visit_fact'));
    const type = goesOn ? (reached as FactType) : factTypes[0];
    const rows = w.all(
      sql
        .selectFrom(type as 'visit')
        .select(['id', 'data'])
        .where('id', '>', goesOn ? after : '')
        .orderBy('id')
        .limit(batchSize),
    );
    const settings = settingsFor(w, type);
    insertAll(
      w,
      rows.flatMap((row) => rowsOf(type, JSON.parse(row.data), settings) ?? []),
    );
    const last = rows.length === batchSize ? rows.at(-1)?.id : undefined;
    const next = last === undefined ? factTypes[factTypes.indexOf(type) + 1] : type;
    if (next) {
      setMeta(w, 'factsRebuilding', `${factsVersion}:${next}:${last ?? ''}`);
      return true;
    }
    setMeta(w, 'facts', String(factsVersion));
    w.run(sql.deleteFrom('meta').where('key', '=', 'factsRebuilding'));
    return false;
  });
