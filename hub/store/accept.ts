import { instant, newId } from '#shared/ids.ts';
import {
  type Answer,
  type Arrival,
  accept,
  type Change,
  isFinal,
  type OfficeMeans,
  type OfficeState,
  recordKey,
  type Sender,
} from '#shared/sync/accept.ts';
import type { Version } from '#shared/sync/wire.ts';
import { addAudit } from './audit.ts';
import { insertAll } from './bulk.ts';
import { type Context, savePlace, sha256 } from './context.ts';
import { type RecordWrite, writeRecords } from './records.ts';
import { loadState } from './state.ts';
import type { AnswerTable, HeldTable, LogTable } from './tables.ts';
import { placeOf } from './vault.ts';

/**
 * Decides on changes in their order, and on those that were held for one of them. Everything they touch is loaded
 * first and everything they did is stored after, in a few statements for all of them together.
 */
export const acceptChanges = async (
  ctx: Context,
  sender: Sender,
  changes: readonly Change[],
): Promise<{ id: string; answer: Answer }[]> => {
  const { answers, kinds } = await decideAndStore(
    ctx,
    changes.map((change) => ({ sender, change })),
  );
  const { device, person } = sender;
  await addAudit(ctx, { kind: 'push', device, person, subject: null, detail: kinds });
  return answers;
};

type Decided = { arrival: Arrival; answer: Answer };

const means = ({ sources }: Context): OfficeMeans => ({
  now: () => instant(sources),
  newId: () => newId(sources),
  hash: sha256,
});

export const decideAndStore = async (ctx: Context, arrivals: readonly Arrival[]) => {
  const state = await loadState(ctx, arrivals);
  const before = remember(state);
  const decided: Decided[] = [];
  const decide = (arrival: Arrival): Answer => {
    const answer = accept(state, arrival, means(ctx));
    decided.push({ arrival, answer });
    if (answer.kind === 'held') hold(state, answer.waitsFor, arrival);
    else if (answer.kind !== 'duplicate')
      for (const next of state.waiting.get(arrival.change.id) ?? []) decide(next);
    return answer;
  };
  const answers = arrivals.map((arrival) => ({ id: arrival.change.id, answer: decide(arrival) }));
  await store(ctx, state, before, decided);
  const kinds = [...Map.groupBy(decided, ({ answer }) => answer.kind)];
  return { answers, kinds: Object.fromEntries(kinds.map(([kind, all]) => [kind, all.length])) };
};

/** A change that came before the one it follows, perhaps in the same message. */
const hold = ({ waiting }: OfficeState, waitsFor: string, arrival: Arrival): void => {
  const others = waiting.get(waitsFor) ?? [];
  if (!others.some(({ change }) => change.id === arrival.change.id))
    waiting.set(waitsFor, [...others, arrival]);
};

type Before = { n: number; versions: Map<string, Version>; counters: Map<string, number> };

const remember = (state: OfficeState): Before => ({
  n: state.n,
  versions: new Map(
    [...state.records].flatMap(([key, stored]) =>
      stored === null || stored === 'purged' ? [] : [[key, stored.version]],
    ),
  ),
  counters: new Map(state.counters),
});

const store = async (
  ctx: Context,
  state: OfficeState,
  before: Before,
  decided: readonly Decided[],
): Promise<void> => {
  const { db } = ctx;
  const writes = [...state.records].flatMap(([key, stored]): RecordWrite[] =>
    stored === null || stored === 'purged' || stored.version.n <= before.n
      ? []
      : [{ type: key.slice(0, key.indexOf('/')), ...stored, was: before.versions.get(key) }],
  );
  await writeRecords(ctx, writes);
  await writeLog(ctx, state, decided);
  await writeAnswers(ctx, state, decided);
  await writeHeld(ctx, state, decided);
  const counters = [...state.counters].filter(([series, last]) => before.counters.get(series) !== last);
  await insertAll(
    db,
    'counter',
    counters.map(([series, last]) => ({ series, last })),
    { key: ['series'], set: ['last'] },
  );
  const come = decided.filter(({ answer }) => isFinal(answer) || answer.kind === 'held');
  for (const [device, own] of Map.groupBy(come, ({ arrival }) => arrival.change.device)) {
    const number = Math.max(...own.map(({ arrival }) => arrival.change.number));
    await db
      .updateTable('device')
      .set({ number })
      .where('id', '=', device)
      .where('number', '<', number)
      .execute();
  }
  if (state.n > before.n) await savePlace(ctx, { n: state.n, receipt: state.head });
};

const writeLog = async (ctx: Context, state: OfficeState, decided: readonly Decided[]): Promise<void> => {
  const accepted = new Map(
    decided.flatMap(({ arrival: { change }, answer }) =>
      'receipt' in answer ? [[change.id, { key: recordKey(change.type, change.record), answer }]] : [],
    ),
  );
  const rows = state.log.map(({ change, key, version, got, patch }): LogTable => {
    const of = accepted.get(change.id);
    const receipt = of?.key === key ? of.answer : undefined;
    const { id, device, number, by, at } = change;
    return {
      n: version.n,
      type: key.slice(0, key.indexOf('/')),
      record: key.slice(key.indexOf('/') + 1),
      epoch: version.epoch,
      change: id,
      device,
      number,
      by,
      at,
      got,
      patch: patch && ctx.vault.seal(placeOf.patch(id, key), JSON.stringify(patch)),
      kind: receipt?.kind ?? null,
      receipt: receipt?.receipt ?? null,
      content: receipt?.content ?? null,
      also: receipt?.also ? JSON.stringify(receipt.also) : null,
    };
  });
  await insertAll(ctx.db, 'log', rows);
};

/** Only what is not said by the log, or by the word alone, is stored with an answer. */
const saidInAWord: readonly string[] = ['accepted', 'merged', 'purged', 'duplicate'];

const writeAnswers = (
  { db, vault }: Context,
  state: OfficeState,
  decided: readonly Decided[],
): Promise<void> => {
  const rows = decided.flatMap(({ arrival: { change }, answer }): AnswerTable[] => {
    const isFirst = answer === state.answered.get(change.id);
    if (!isFirst && answer.kind !== 'duplicate') return [];
    const { device, number, id } = change;
    const data = saidInAWord.includes(answer.kind)
      ? null
      : vault.seal(placeOf.answer(id), JSON.stringify(answer));
    return [{ device, number, change: id, kind: answer.kind, data }];
  });
  // The same number with the same change again has its answer already.
  return insertAll(db, 'answer', rows, { key: ['device', 'number', 'change'], set: [] });
};

const writeHeld = async (
  { db, vault, among, sources }: Context,
  state: OfficeState,
  decided: readonly Decided[],
): Promise<void> => {
  const at = instant(sources);
  const held = decided.flatMap(({ arrival, answer }): HeldTable[] => {
    if (answer.kind !== 'held' || state.answered.get(arrival.change.id)) return [];
    const { id: change, device, number, type, record } = arrival.change;
    const data = vault.seal(placeOf.held(change), JSON.stringify(arrival));
    return [{ change, device, number, type, record, waits_for: answer.waitsFor, at, data }];
  });
  await insertAll(db, 'held', held, { key: ['change'], set: [] });
  const settled = decided.map(({ arrival }) => arrival.change.id).filter((id) => state.answered.get(id));
  if (settled.length > 0) await db.deleteFrom('held').where(among('change', settled)).execute();
};
