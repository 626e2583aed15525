import { createHash } from 'node:crypto';
import { isSound } from '#db/backup.ts';
import { columnsOf } from '#db/columns.ts';
import { openFile } from '#db/file.ts';
import { listStores, readKeys, storeFile } from '#db/folder.ts';
import { openWithRecoveryCode } from '#db/keys.ts';
import { readIdentity } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { findRecords } from '#db/search.ts';
import { type Reader, sql, writer } from '#db/sql.ts';
import { isJoined } from '#db/sync/membership.ts';
import { isPurged } from '#db/sync/removal.ts';
import { markId, markOf } from '#shared/cases/mark.ts';
import { recordTypes } from '#shared/contract.ts';
import { type FactRows, factRows, factTables, factTypes } from '#shared/measures/fact-rows.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { CaseMark } from '#shared/records/case-mark.ts';
import { type Documents, registry } from '#shared/records/registry.ts';
import { isPractice, type Visit } from '#shared/records/visit.ts';
import { clockSettings, type ReviewSettings } from '#shared/reviews/deadlines.ts';
import { type Answer, canonical } from '#shared/sync/accept.ts';
import { undo } from '#shared/sync/effect.ts';
import { same } from '#shared/sync/patch.ts';

/** Opens the one store of a folder without the application, which must not be running. */
export const openStore = (folder: string, recoveryCode: string) => {
  const stores = listStores(folder);
  const [store] = stores.ok ? stores.value : [];
  if (!store) throw new Error('there is no store');
  const keys = readKeys(store.directory);
  const key = keys.ok ? openWithRecoveryCode(keys.value, recoveryCode) : keys;
  if (!key.ok) throw new Error(`the key: ${key.error.tag}`);
  const opened = openFile(storeFile(store.directory), key.value, { readonly: false });
  if (!opened.ok) throw new Error(`the store: ${opened.error.tag}`);
  return { db: opened.value, w: writer(opened.value), directory: store.directory };
};

/**
 * Everything that must agree in a store at rest, looked at together: documents, list columns, figures, search, what is
 * unsent, the log of what was accepted, its receipts, numbers and references. Gives what does not hold, in words.
 *
 * The chain of receipts is always followed from end to end. Whether a version is what its receipt says can be told of
 * older ones only where undoing the changes since gives the whole document back: `versionsKnown` says of which.
 */
export const disagreements = (
  folder: string,
  recoveryCode: string,
  versionsKnown: 'all' | 'newest' = 'all',
): string[] => {
  const { db, w } = openStore(folder, recoveryCode);
  try {
    return [
      ...(isSound(db) ? [] : ['the file is damaged']),
      ...listsAgree(w),
      ...factsAgree(w),
      ...marksAgree(w),
      ...searchAgrees(w),
      ...unsentAgrees(w),
      ...logAgrees(w, versionsKnown),
      ...referencesAgree(w),
    ];
  } finally {
    db.close();
  }
};

const inOrder = (rows: readonly object[]) =>
  rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

/** Figures say of every record what it says itself, and nothing of what is not there. */
const factsAgree = (r: Reader): string[] => {
  const kept = new Map(
    factTables.map((name) => {
      const rows: readonly { id: string }[] = r.all(sql.selectFrom(name as 'visit_fact').selectAll());
      return [name, Map.groupBy(rows, (row) => row.id)];
    }),
  );
  const known = new Set<string>();
  const setting = r.first(sql.selectFrom('setting').select('data'));
  const settings = setting ? clockSettings(JSON.parse(setting.data)) : {};
  const wrong = factTypes.flatMap((type) =>
    r.all(sql.selectFrom(type as 'visit').select(['id', 'data'])).flatMap(({ id, data }) => {
      known.add(id);
      const expected = (factRows[type] as (d: object, s: ReviewSettings) => FactRows | null)(
        JSON.parse(data),
        settings,
      );
      const fits = factTables.every((name) =>
        same(inOrder(kept.get(name)?.get(id) ?? []), inOrder(expected?.[name] ?? [])),
      );
      return fits ? [] : [`the figures say something else than ${type} ${id}`];
    }),
  );
  const orphans = [...kept.values()].flatMap((rows) => [...rows.keys()]).filter((id) => !known.has(id));
  return [...wrong, ...orphans.map((id) => `a figure of a record that is not there: ${id}`)];
};

/** In a store that is its own office every confidential case is counted by its mark, and no mark counts anything else. */
const marksAgree = (r: Reader): string[] => {
  if (isJoined(r)) return [];
  const kept = (type: 'caseFile' | 'caseMark') => r.all(sql.selectFrom(type).select('data'));
  const cases = kept('caseFile').map(({ data }) => JSON.parse(data) as CaseFile);
  const marks = new Map(kept('caseMark').map(({ data }) => [(JSON.parse(data) as CaseMark).id, data]));
  const wrong = cases.filter((c) => {
    const mark = marks.get(markId(c.id));
    marks.delete(markId(c.id));
    return mark === undefined ? c.confidential : !same(JSON.parse(mark), markOf(c));
  });
  return [
    ...wrong.map(({ id }) => `the mark says something else than case ${id}`),
    ...[...marks.keys()].map((id) => `a mark of a case that is not there: ${id}`),
  ];
};

const listsAgree = (r: Reader): string[] =>
  (['visit', 'concern'] as const).flatMap((type) =>
    r
      .all(sql.selectFrom(type as 'visit').selectAll())
      .flatMap(({ id, epoch: _e, n: _n, data, ...columns }) => {
        const document = JSON.parse(data);
        const fits =
          document.id === id && same(columns, columnsOf[type](document as never, columns.saved_at));
        return fits ? [] : [`the list says something else than ${type} ${id}`];
      }),
  );

/** Every record is found by the last of its words, and nothing is found that is not there. */
const searchAgrees = (r: Reader): string[] => {
  const entries = r.all(sql.selectFrom('search_entry').selectAll());
  const indexedIds = new Set(entries.map((entry) => `${entry.type}/${entry.id}`));
  const indexed = r.all(sql.selectFrom('search').select('rowid')).length;
  const missing = recordTypes.flatMap((type) =>
    r.all(sql.selectFrom(type as 'suite').select(['id', 'data'])).flatMap(({ id, data }) => {
      const words = (registry[type].words as (d: object) => string)(JSON.parse(data));
      const there = indexedIds.has(`${type}/${id}`);
      if (there !== (words !== '')) return [`${type} ${id} is ${there ? '' : 'not '}in the search`];
      const last = words.match(/[\p{L}\p{N}]+/gu)?.at(-1);
      const found = last === undefined || findRecords(r, last, 1_000).some((hit) => hit.id === id);
      return found ? [] : [`${type} ${id} is not found by "${last}"`];
    }),
  );
  const gone = entries.filter((entry) => !readRecord(r, entry.type, entry.id));
  return [
    ...missing,
    ...gone.map((entry) => `the search finds ${entry.type} ${entry.id}, which is not there`),
    ...(indexed === entries.length
      ? []
      : [`the search holds ${indexed} texts for ${entries.length} records`]),
  ];
};

/** What is unsent starts from what the office has; what it has never had is unsent, unless it is never sent at all. */
const unsentAgrees = (r: Reader): string[] => {
  const open = r.all(sql.selectFrom('outgoing').selectAll());
  const unsent = new Set(open.map((row) => row.record));
  const reports = r
    .all(sql.selectFrom('visit').select(['id', 'n', 'data']))
    .map(({ id, n, data }) => ({ id, n, stays: isPractice(JSON.parse(data) as Visit) }));
  return [
    ...open
      .filter((row) => !readRecord(r, row.type, row.record))
      .map((row) => `an unsent change of ${row.record}, which is not there`),
    ...open
      .filter(
        (row) => (row.base === null) !== ((readRecord(r, row.type, row.record)?.version ?? null) === null),
      )
      .map((row) => `the unsent change of ${row.record} does not start from what the office has`),
    ...reports
      .filter(({ id, n, stays }) => n === null && !stays && !unsent.has(id))
      .map(({ id }) => `report ${id} would never be sent`),
    ...reports
      .filter(({ id, n, stays }) => stays && (unsent.has(id) || n !== null))
      .map(({ id }) => `exercise ${id} leaves this laptop`),
  ];
};

type Logged = { n: number; number: number; type: keyof Documents; record: string; patch: string | null };
type Given = Logged & { change_id: string; epoch: number; answer: string };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Versions and numbers have no gap, the newest version is the record's, and every receipt follows from its change. */
const logAgrees = (r: Reader, versionsKnown: 'all' | 'newest'): string[] => {
  const identity = readIdentity(r);
  const log: Given[] = r.all(sql.selectFrom('accepted').selectAll().orderBy('n'));
  const gaps = (numbers: number[], last: number, what: string) =>
    same(
      numbers,
      Array.from({ length: last }, (_, i) => i + 1),
    )
      ? []
      : [`${what} have a gap or a double`];
  const documents = versions(r, log);
  let head = '';
  const newest = new Set(new Map(log.map((row) => [row.record, row.n])).values());
  const others = writtenBesides(log);
  const broken = log.flatMap((row) => {
    const { receipt, content, also = [] } = JSON.parse(row.answer) as Extract<Answer, { receipt: string }>;
    const key = `${row.type}/${row.record}`;
    const lines = also.map((one) => `${one.key} ${one.content}`);
    const link = hash([head, row.change_id, key, row.epoch, row.n, content, ...lines].join('\n'));
    head = receipt;
    // What followed from another record since cannot be undone from this one's own changes.
    const isThere = !isPurged(r, row.type, row.record);
    const known =
      isThere && (versionsKnown === 'all' || newest.has(row.n)) && (others.get(key)?.n ?? 0) < row.n;
    return [
      ...(link === receipt ? [] : [`receipt ${row.n} of ${key}`]),
      ...(known && hash(canonical(documents.get(row.n))) !== content ? [`version ${row.n} of ${key}`] : []),
    ];
  });
  return [
    ...gaps(
      log.map((row) => row.n),
      identity.n,
      'versions',
    ),
    ...gaps(
      log.map((row) => row.number).sort((a, b) => a - b),
      identity.number,
      'change numbers',
    ),
    ...(head === identity.head ? [] : ['the last receipt is not the head of the chain']),
    ...broken.map((which) => `${which} does not follow from its change`),
    ...[...others]
      .filter(([key, last]) => !besidesAgrees(r, log, key, last))
      .map(([key]) => `${key} is not what followed`),
  ];
};

/** The last version of each record that was written because another changed, such as a concern by a report. */
const writtenBesides = (log: readonly Given[]): Map<string, { n: number; content: string }> =>
  new Map(
    log.flatMap(({ n, answer }) => {
      const { also = [] } = JSON.parse(answer) as Extract<Answer, { receipt: string }>;
      return also.map(({ key, content }) => [key, { n, content }] as const);
    }),
  );

const besidesAgrees = (
  r: Reader,
  log: readonly Given[],
  key: string,
  last: { n: number; content: string },
): boolean => {
  if (log.some((row) => `${row.type}/${row.record}` === key && row.n > last.n)) return true;
  const [type, id] = key.split('/') as [keyof Documents, string];
  return isPurged(r, type, id) || hash(canonical(readRecord(r, type, id)?.document)) === last.content;
};

/** What each accepted change left behind: the newest document, and before it that with the later changes undone. */
const versions = (r: Reader, log: readonly Given[]): Map<number, unknown> => {
  const found = new Map<number, unknown>();
  for (const rows of Map.groupBy(log, (row) => `${row.type}/${row.record}`).values()) {
    const newest = rows.at(-1) as Given;
    const held = readRecord(r, newest.type, newest.record);
    const unsent = r.first(
      sql
        .selectFrom('outgoing')
        .select('base')
        .where('record', '=', newest.record)
        .where('base', 'is not', null),
    );
    let document: unknown = unsent ? JSON.parse(unsent.base as string) : held?.document;
    for (const row of rows.toReversed()) {
      found.set(row.n, document);
      document = row.patch === null ? undefined : undo(document, JSON.parse(row.patch));
    }
  }
  return found;
};

/** References of a year count from one without gap or double, and the counter stands at the last. */
const referencesAgree = (r: Reader): string[] => {
  const given = (['visit', 'concern', 'recordCheck', 'review', 'claim', 'caseFile'] as const).flatMap(
    (type) =>
      r
        .all(sql.selectFrom(type as 'visit').select('data'))
        .flatMap((row) => (JSON.parse(row.data) as { reference?: string }).reference ?? []),
  );
  const hasPurged = r.first(sql.selectFrom('purged').select('record').limit(1)) !== undefined;
  const counters = new Map(r.all(sql.selectFrom('counter').selectAll()).map((row) => [row.series, row.last]));
  const series = Map.groupBy(given, (reference) => reference.split('/')[0] as string);
  return [...new Set([...series.keys(), ...counters.keys()])].flatMap((name) => {
    const numbers = (series.get(name) ?? []).map((reference) => Number(reference.split('/')[1]));
    const all = Array.from({ length: counters.get(name) ?? 0 }, (_, i) => i + 1);
    // The number of what was destroyed is given to nobody else.
    const expected = hasPurged ? all.filter((n) => numbers.includes(n)) : all;
    return same(
      numbers.sort((a, b) => a - b),
      expected,
    )
      ? []
      : [`references ${name} have a gap or a double`];
  });
};
