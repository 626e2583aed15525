import {
  type Answer,
  type Arrival,
  type LogRow,
  type Needed,
  neededBy,
  type OfficeState,
  officeState,
  recordKey,
  type Stored,
} from '#shared/sync/accept.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { type Context, readPlace } from './context.ts';
import { readMeta } from './identity.ts';
import { missingNumbers } from './numbers.ts';
import { concernsAt, interestsAt, placesAt } from './records.ts';
import type { LogTable, RecordTable } from './tables.ts';
import { placeOf } from './vault.ts';

const idsOf = (keys: readonly string[]): string[] => [
  ...new Set(keys.map((key) => key.slice(key.indexOf('/') + 1))),
];

/** Everything of the office that deciding on changes may ask for, and nothing else. */
export const loadState = async (ctx: Context, arrivals: readonly Arrival[]): Promise<OfficeState> => {
  const [place, { office }] = [await readPlace(ctx), await readMeta(ctx)];
  const { epoch, n, receipt: head } = place;
  const state = officeState({ office, epoch, n, head, recovering: place.recovering === 1 });
  state.coming = arrivals.map(({ change }) => change);
  for (const { series, last } of await ctx.db.selectFrom('counter').selectAll().execute())
    state.counters.set(series, last);
  for (let needed = neededBy(state, arrivals); needed; needed = neededBy(state, arrivals))
    await load(ctx, state, needed);
  return state;
};

const load = async (ctx: Context, state: OfficeState, needed: Needed): Promise<void> => {
  await loadRecords(ctx, state, needed);
  if (needed.answered.length > 0) {
    const answers = await readAnswers(ctx, needed.answered);
    for (const id of needed.answered) state.answered.set(id, answers.get(id) ?? null);
  }
  if (needed.waiting.length > 0) {
    const waiting = await readWaiting(ctx, needed.waiting);
    for (const id of needed.waiting) state.waiting.set(id, waiting.get(id) ?? []);
  }
  for (const device of needed.numbers) {
    const known = await ctx.db
      .selectFrom('device')
      .select('number')
      .where('id', '=', device)
      .executeTakeFirst();
    const highest = known?.number ?? 0;
    state.numbers.set(device, { highest, missing: new Set(await missingNumbers(ctx, device, highest)) });
  }
  if (needed.logs.length > 0) {
    const logs = await readLogs(ctx, needed.logs);
    for (const key of needed.logs) state.logs.set(key, logs.get(key) ?? []);
  }
};

const loadRecords = async (ctx: Context, state: OfficeState, needed: Needed): Promise<void> => {
  const { db, among } = ctx;
  const { records, conflictsOf, concernsOf, placesIn, interestsOf, allPeople } = needed;
  const rows: RecordTable[] = [];
  const all = () => db.selectFrom('record').selectAll();
  if (records.length > 0)
    rows.push(
      ...(await all()
        .where(among('id', idsOf(records)))
        .execute()),
    );
  if (conflictsOf.length > 0) {
    const conflicts = await all().where(among('parent', conflictsOf)).execute();
    const byParent = Map.groupBy(conflicts, ({ parent }) => parent);
    for (const key of conflictsOf)
      state.conflictsOf.set(key, byParent.get(key)?.map(({ type, id }) => recordKey(type, id)) ?? []);
    rows.push(...conflicts);
  }
  if (concernsOf.length > 0) {
    const concerns = await all()
      .where(among('parent', concernsOf.map(concernsAt)))
      .execute();
    const bySuite = Map.groupBy(concerns, ({ parent }) => parent);
    for (const suite of concernsOf)
      state.concernsOf.set(
        suite,
        bySuite.get(concernsAt(suite))?.map(({ type, id }) => recordKey(type, id)) ?? [],
      );
    rows.push(...concerns);
  }
  if (placesIn.length + interestsOf.length > 0) {
    const parents = [...placesIn.map((week) => placesAt(ctx, week)), ...interestsOf.map(interestsAt)];
    rows.push(...(await all().where(among('parent', parents)).execute()));
    for (const week of placesIn) state.placesIn.add(week);
    for (const person of interestsOf) state.interestsOf.add(person);
  }
  if (allPeople) {
    rows.push(...(await all().where('type', '=', 'person').execute()));
    state.allPeople = true;
  }
  const stored = await readStored(ctx, rows);
  for (const key of records) if (!state.records.has(key)) state.records.set(key, stored.get(key) ?? null);
  for (const [key, one] of stored) if (state.records.get(key) == null) state.records.set(key, one);
};

/** Records with the keys under which they are seen. */
export const readStored = async (
  { db, vault, among }: Context,
  rows: readonly RecordTable[],
): Promise<Map<string, Stored | 'purged'>> => {
  if (rows.length === 0) return new Map();
  const seen = await db
    .selectFrom('audience')
    .select(['type', 'id', 'key'])
    .where(
      among(
        'id',
        rows.map(({ id }) => id),
      ),
    )
    .where('kind', '=', 'put')
    .orderBy('key')
    .execute();
  const keys = Map.groupBy(seen, ({ type, id }) => recordKey(type, id));
  return new Map(
    rows.map(({ type, id, data, epoch, n }): [string, Stored | 'purged'] => {
      const key = recordKey(type, id);
      if (data === null) return [key, 'purged'];
      const document = JSON.parse(vault.open(placeOf.record(type, id), data));
      return [
        key,
        { document, version: { epoch, n }, keys: (keys.get(key) ?? []).map((row) => row.key).sort() },
      ];
    }),
  );
};

/** The answers that changes were given for good, by change. */
const readAnswers = async (
  { db, vault, among }: Context,
  changes: readonly string[],
): Promise<Map<string, Answer>> => {
  const rows = await db
    .selectFrom('answer')
    .leftJoin('log', (join) =>
      join.onRef('log.change', '=', 'answer.change').on('log.receipt', 'is not', null),
    )
    .select(['answer.change', 'answer.kind', 'answer.data'])
    .select(['log.epoch', 'log.n', 'log.receipt', 'log.content', 'log.also', 'log.got'])
    .where(among('answer.change', changes))
    .where('answer.kind', '<>', 'duplicate')
    .execute();
  return new Map(
    rows.map((row) => {
      const { change, kind, data, epoch, n, receipt, content, also, got } = row;
      if (data) return [change, JSON.parse(vault.open(placeOf.answer(change), data))];
      if (n === null) return [change, { kind }];
      const others = also ? { also: JSON.parse(also) } : {};
      return [change, { kind, version: { epoch, n }, receipt, content, ...others, at: got }];
    }) as [string, Answer][],
  );
};

/** The changes that wait for each of these. */
const readWaiting = async (
  { db, vault, among }: Context,
  changes: readonly string[],
): Promise<Map<string, Arrival[]>> => {
  const rows = await db
    .selectFrom('held')
    .select(['change', 'waits_for', 'data'])
    .where(among('waits_for', changes))
    .orderBy('number')
    .execute();
  const opened = rows.map((row) => ({
    waitsFor: row.waits_for,
    arrival: JSON.parse(vault.open(placeOf.held(row.change), row.data)) as Arrival,
  }));
  const byPredecessor = Map.groupBy(opened, ({ waitsFor }) => waitsFor);
  return new Map([...byPredecessor].map(([id, all]) => [id, all.map(({ arrival }) => arrival)]));
};

/** A row of the log as it is told: with its patch in clear. */
export const openLogRow = ({ vault }: Context, row: LogTable): LogRow & { bytes: number } => {
  const text = row.patch && vault.open(placeOf.patch(row.change, recordKey(row.type, row.record)), row.patch);
  const { device, number, by, at, got, epoch, n } = row;
  return {
    change: { id: row.change, device, number, by, at },
    key: recordKey(row.type, row.record),
    version: { epoch, n },
    got,
    patch: text ? (JSON.parse(text) as Patch) : null,
    bytes: 300 + (text?.length ?? 0),
  };
};

/** The log of records, oldest first. */
export const readLogs = async (ctx: Context, keys: readonly string[]): Promise<Map<string, LogRow[]>> => {
  const rows = await ctx.db
    .selectFrom('log')
    .selectAll()
    .where(ctx.among('record', idsOf(keys)))
    .orderBy('n')
    .execute();
  return Map.groupBy(
    rows.map((row) => {
      const { bytes: _, ...opened } = openLogRow(ctx, row);
      return opened;
    }),
    ({ key }) => key,
  );
};
