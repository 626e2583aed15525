import type { RecordType } from '#shared/records/types.ts';
import {
  type Answer,
  accept,
  type Change,
  type LogRow,
  type Needed,
  neededBy,
  type OfficeMeans,
  type OfficeState,
  officeState,
  recordKey,
} from '#shared/sync/accept.ts';
import { audienceOf } from '#shared/sync/access.ts';
import { idOf, typeOf } from '#shared/sync/state.ts';
import { type Identity, writeIdentity } from './office.ts';
import { type Held, type RecordWrite, readAll, readRecord, readRecords, writeRecords } from './records.ts';
import { prepared, type Reader, sql, type Writer } from './sql.ts';
import { isPurged } from './sync/removal.ts';

/**
 * Lets the office of a stand-alone store decide on sealed changes, in their order, and stores what it decided:
 * documents, log, receipts, counters and its place, all in the caller's transaction.
 */
export const acceptAll = (
  w: Writer,
  identity: Identity,
  means: OfficeMeans,
  changes: readonly Change[],
): Answer[] => {
  const arrivals = changes.map((change) => ({
    sender: { device: change.device, person: identity.person, alone: true as const },
    change,
  }));
  const { state, onScreen } = load(w, identity, arrivals);
  const counters = new Map(state.counters);
  const answers = arrivals.map((arrival) => accept(state, arrival, means));
  writeRecords(w, decided(state, identity.n, onScreen, means.now()));
  log(w, changes, answers, state.log);
  for (const [series, last] of state.counters) if (counters.get(series) !== last) w.run(count(series, last));
  const number = Math.max(identity.number, ...changes.map((c) => c.number));
  writeIdentity(w, { ...identity, number, epoch: state.epoch, n: state.n, head: state.head });
  return answers;
};

type OnScreen = Map<string, Held<RecordType>>;

// What is asked and written with every change, of which most come one by one.
const allCounters = prepared(() => sql.selectFrom('counter').selectAll());
const answerTo = prepared((id: string) =>
  sql.selectFrom('accepted').select('answer').where('change_id', '=', id),
);
const unsentBase = prepared((type: RecordType, record: string) =>
  sql.selectFrom('outgoing').select('base').where('type', '=', type).where('record', '=', record),
);
const conflictsAbout = prepared((of: string) => sql.selectFrom('conflict').select('id').where('of', '=', of));
const insertAccepted = prepared(() =>
  sql.insertInto('accepted').values({
    ...{ epoch: 0, n: 0, change_id: '', device: '', number: 0, type: 'visit', record: '' },
    ...{ by: '', at: '', patch: '', answer: '' },
  }),
);
const count = prepared((series: string, last: number) =>
  sql
    .insertInto('counter')
    .values({ series, last })
    .onConflict((c) => c.column('series').doUpdateSet({ last })),
);

const load = (r: Reader, identity: Identity, arrivals: Parameters<typeof neededBy>[1]) => {
  const { office, epoch, n, head } = identity;
  const state = officeState({ office, epoch, n, head });
  for (const row of r.all(allCounters())) state.counters.set(row.series, row.last);
  const onScreen: OnScreen = new Map();
  for (let needed = neededBy(state, arrivals); needed; needed = neededBy(state, arrivals))
    loadNeeded(r, state, onScreen, needed);
  return { state, onScreen };
};

const loadNeeded = (r: Reader, state: OfficeState, onScreen: OnScreen, needed: Needed) => {
  for (const key of needed.records) state.records.set(key, null);
  for (const [type, keys] of Map.groupBy(needed.records, typeOf))
    loadRecords(
      r,
      state,
      onScreen,
      type,
      keys.flatMap((key) => readRecord(r, type, idOf(key)) ?? []),
    );
  for (const key of needed.records)
    if (state.records.get(key) === null && isPurged(r, typeOf(key), idOf(key)))
      state.records.set(key, 'purged');
  if (needed.allPeople) {
    const others = readAll(r, 'person').map((p) => p.id);
    const unknown = others.filter((id) => !state.records.has(recordKey('person', id)));
    loadRecords(r, state, onScreen, 'person', readRecords(r, 'person', unknown));
    state.allPeople = true;
  }
  for (const id of needed.answered) {
    const given = r.first(answerTo(id));
    state.answered.set(id, given ? JSON.parse(given.answer) : null);
  }
  for (const key of needed.conflictsOf)
    state.conflictsOf.set(
      key,
      r.all(conflictsAbout(idOf(key))).map(({ id }) => recordKey('conflict', id)),
    );
  for (const suite of needed.concernsOf) {
    const at = r.all(sql.selectFrom('concern').select('id').where('suite', '=', suite));
    state.concernsOf.set(
      suite,
      at.map(({ id }) => recordKey('concern', id)),
    );
  }
  const loadAll = <T extends 'shift' | 'interest'>(type: T, column: 'week' | 'person', wanted: string[]) => {
    const ids = wanted.length === 0 ? [] : r.all(idsWith(type, column, wanted)).map(({ id }) => id);
    const unknown = ids.filter((id) => !state.records.has(recordKey(type, id)));
    loadRecords(r, state, onScreen, type, readRecords(r, type, unknown));
  };
  loadAll('shift', 'week', needed.placesIn);
  loadAll('interest', 'person', needed.interestsOf);
  for (const week of needed.placesIn) state.placesIn.add(week);
  for (const person of needed.interestsOf) state.interestsOf.add(person);
  for (const key of needed.logs) state.logs.set(key, logOf(r, key));
};

// Both tables have an id and the column that is asked for; their types together are more than Kysely narrows.
const idsWith = (type: 'shift' | 'interest', column: 'week' | 'person', wanted: readonly string[]) =>
  sql
    .selectFrom(type as 'shift')
    .select('id')
    .where(column as 'week', 'in', wanted);

/** What the office itself holds: the documents on screen without what is not sent yet. */
const loadRecords = (
  r: Reader,
  state: OfficeState,
  onScreen: OnScreen,
  type: RecordType,
  found: Held<RecordType>[],
) => {
  for (const held of found) {
    const key = recordKey(type, held.document.id);
    onScreen.set(key, held);
    const base = r.all(unsentBase(type, held.document.id)).at(-1)?.base;
    const document = base == null ? held.document : JSON.parse(base);
    const { version } = held;
    state.records.set(key, version && { document, version, keys: audienceOf(type, document) });
  }
};

const logOf = (r: Reader, key: string): LogRow[] =>
  r
    .all(
      sql
        .selectFrom('accepted')
        .selectAll()
        .where('type', '=', typeOf(key))
        .where('record', '=', idOf(key))
        .orderBy('epoch')
        .orderBy('n'),
    )
    .map((row) => ({
      change: { id: row.change_id, device: row.device, number: row.number, by: row.by, at: row.at },
      key,
      version: { epoch: row.epoch, n: row.n },
      got: JSON.parse(row.answer).at,
      patch: row.patch === null ? null : JSON.parse(row.patch),
    }));

const decided = (state: OfficeState, reached: number, onScreen: OnScreen, savedAt: string): RecordWrite[] =>
  [...state.records].flatMap(([key, stored]) =>
    stored === 'purged' || stored === null || stored.version.n <= reached
      ? []
      : [
          {
            type: typeOf(key),
            document: stored.document,
            before: onScreen.get(key)?.document,
            version: stored.version,
            savedAt,
          },
        ],
  );

const log = (
  w: Writer,
  changes: readonly Change[],
  answers: readonly Answer[],
  written: readonly LogRow[],
) => {
  const patches = new Map(written.map((row) => [`${row.version.n} ${row.key}`, row.patch]));
  const rows = changes.flatMap((change, i) => {
    const answer = answers[i] as Answer;
    if (!('version' in answer)) return [];
    const patch = patches.get(`${answer.version.n} ${recordKey(change.type, change.record)}`);
    return [
      {
        epoch: answer.version.epoch,
        n: answer.version.n,
        change_id: change.id,
        device: change.device,
        number: change.number,
        type: change.type,
        record: change.record,
        by: change.by,
        at: change.at,
        patch: patch ? JSON.stringify(patch) : null,
        answer: JSON.stringify(answer),
      },
    ];
  });
  if (rows[0])
    w.runAll(
      insertAccepted(),
      rows.map((row) => Object.values(row)),
    );
};
