import { type Documents, registry } from '#shared/records/registry.ts';
import { type RecordType, recordTypes } from '#shared/records/types.ts';
import type { Version } from '#shared/sync/wire.ts';
import { columnsOf } from './columns.ts';
import { forgetContactKeys, writeContactKeys } from './contact-keys.ts';
import { forgetFacts, writeFacts } from './facts.ts';
import { writeAttached } from './files.ts';
import { forgetWords, writeWords } from './search.ts';
import { prepared, type Query, type Reader, sql, type Writer } from './sql.ts';

/** A record as it stands on this computer; without a version the office has never had it. */
export type Held<T extends RecordType> = { document: Documents[T]; version: Version | null };

/** One record to be written, with what stood there before so that lists, facts and search change only where it did. */
export type RecordWrite = {
  type: RecordType;
  document: { id: string };
  before: { id: string } | undefined;
  version: Version | null;
  savedAt: string;
};

type Row = { data: string; epoch: number | null; n: number | null };

// The types of all record tables together are more than Kysely can narrow by a variable name; their shape is the same.
const table = (type: RecordType) => type as 'setting';

const held = <T extends RecordType>(row: Row): Held<T> => ({
  document: JSON.parse(row.data),
  version: row.n === null || row.epoch === null ? null : { epoch: row.epoch, n: row.n },
});

const byId = new Map(
  recordTypes.map((type) => [
    type,
    prepared((id: string) => sql.selectFrom(table(type)).select(['data', 'epoch', 'n']).where('id', '=', id)),
  ]),
);

/** The record of that type and id, or undefined. */
export const readRecord = <T extends RecordType>(r: Reader, type: T, id: string): Held<T> | undefined => {
  const row = r.first(byId.get(type)!(id));
  return row && held<T>(row);
};

/** Those of the given ids that are there. */
export const readRecords = <T extends RecordType>(r: Reader, type: T, ids: readonly string[]): Held<T>[] =>
  ids.length === 0
    ? []
    : r
        .all(sql.selectFrom(table(type)).select(['data', 'epoch', 'n']).where('id', 'in', ids))
        .map((row) => held<T>(row));

/** All records of a type of which an office has few: settings, suites, panels, people, forms. */
export const readAll = <T extends Exclude<RecordType, 'visit'>>(r: Reader, type: T): Documents[T][] =>
  r.all(sql.selectFrom(table(type)).select(['data', 'epoch', 'n'])).map((row) => held<T>(row).document);

type Values = Record<string, unknown>;

/** Statements that save after save needs again, by what they write; building one takes longer than running it. */
const built = new Map<string, Query<unknown>>();
const once = (key: string, build: () => Query<unknown>): Query<unknown> => {
  const known = built.get(key);
  if (known) return known;
  const compiled = build().compile();
  const query = { compile: () => compiled };
  built.set(key, query);
  return query;
};

const insert = (w: Writer, type: RecordType, rows: readonly Values[]): void => {
  const [first] = rows;
  if (!first) return;
  const query = once(type, () => sql.insertInto(table(type)).values(first as never));
  w.runAll(
    query,
    rows.map((row) => Object.values(row)),
  );
};

/** Writes the columns that are not as they were: an index is written again for every column that is set. */
const update = (w: Writer, type: RecordType, { id, ...row }: Values, was: Values): void => {
  const changed = Object.entries(row).filter(([name, value]) => was[name] !== value);
  const query = once(`${type}: ${changed.map(([name]) => name)}`, () =>
    sql
      .updateTable(table(type))
      .set(Object.fromEntries(changed) as never)
      .where('id', '=', id as string),
  );
  w.runAll(query, [[...changed.map(([, value]) => value), id]]);
};

/**
 * Writes records with their list columns, facts and words for the search. Belongs inside the transaction that also
 * writes the outgoing change or the acceptance.
 */
export const writeRecords = (w: Writer, writes: readonly RecordWrite[]): void => {
  for (const [type, ofType] of Map.groupBy(writes, (write) => write.type)) {
    w.touched.add(type);
    const columns = columnsOf[type] as (document: object, savedAt: string) => Values;
    const row = ({ document, version, savedAt }: RecordWrite): Values => ({
      id: document.id,
      epoch: version?.epoch ?? null,
      n: version?.n ?? null,
      ...columns(document, savedAt),
      data: JSON.stringify(document),
    });
    insert(w, type, ofType.filter((write) => !write.before).map(row));
    for (const write of ofType) if (write.before) update(w, type, row(write), columns(write.before, ''));
    writeFacts(w, type, ofType);
    writeAttached(w, ofType);
    if (type === 'contact') writeContactKeys(w, ofType);
    writeWords(w, ofType, registry[type].words as (document: object) => string);
  }
};

/** Takes records away with all that lists, figures and the search know of them. */
export const removeRecords = (w: Writer, type: RecordType, documents: readonly { id: string }[]): void => {
  if (documents.length === 0) return;
  w.touched.add(type);
  for (const document of documents) {
    forgetFacts(w, type, document);
    forgetWords(w, type, document.id);
    if (type === 'contact') forgetContactKeys(w, document.id);
    w.run(sql.deleteFrom(table(type)).where('id', '=', document.id));
  }
};
