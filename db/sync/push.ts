import { instant, type Sources } from '#shared/ids.ts';
import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { type Answer, type Change, isFinal } from '#shared/sync/accept.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { limits, type ReceiptHead, type Reply } from '#shared/sync/wire.ts';
import type { OutgoingTable } from '../schema.ts';
import { prepared, type Reader, sql, type Writer } from '../sql.ts';
import { readyClaims } from './claims.ts';
import { damagedUnsent, filesToSend } from './files.ts';
import { readMembership, remember } from './membership.ts';
import { isAsked, isNewer, readBelow, seal, sealedIn, settle, unansweredOf } from './outgoing.ts';
import { sealPenOf } from './pens.ts';
import { purgeRecord } from './removal.ts';
import { keepAsBelow, showAgain } from './screen.ts';

/** Sealed changes that the office has not answered for good, in their order, after a number. */
function* sealedAfter(r: Reader, after: number): Generator<OutgoingTable> {
  for (let last = after; ; ) {
    const rows = r.all(
      sql
        .selectFrom('outgoing')
        .selectAll()
        .where('number', '>', last)
        .orderBy('number')
        .limit(limits.changes),
    );
    yield* rows.filter(isAsked);
    if (rows.length < limits.changes) return;
    last = rows.at(-1)?.number as number;
  }
}

/**
 * The next of the open changes that go now, in the order in which they were begun; of types that the hub knows. Claims
 * go after the reports they are for, whichever were begun first.
 */
const readyRows = (r: Reader, types: readonly string[] | null, limit: number): OutgoingTable[] => {
  const all = sql
    .selectFrom('outgoing')
    .selectAll()
    .where('number', 'is', null)
    .where('ready', '=', 1)
    .orderBy((e) => e('type', '=', 'claim'))
    .orderBy('rowid' as 'at')
    .limit(limit);
  return r.all(types ? all.where('type', 'in', types as RecordType[]) : all);
};

const isOpen = prepared((change: string) =>
  sql.selectFrom('outgoing').select('change_id').where('change_id', '=', change),
);

/**
 * The next changes to be sent, at most one push of them: first what was sealed before and not answered for good, then
 * what is ready and is sealed by this. From here on it cannot be taken back.
 */
export const toPush = (w: Writer, sources: Sources, after: number): Change[] =>
  w.inTransaction(() => {
    readyClaims(w);
    const batch: Change[] = [];
    let bytes = 0;
    const fits = (text: number): boolean => batch.length === 0 || bytes + text <= limits.bytes;
    for (const row of sealedAfter(w, after)) {
      if (!isAsked(row)) continue;
      const length = Buffer.byteLength(row.sealed as string);
      if (batch.length === limits.changes || !fits(length)) return tried(w, sources, batch);
      batch.push(sealedIn(row));
      bytes += length;
    }
    const types = readMembership(w)?.types ?? null;
    while (batch.length < limits.changes) {
      const rows = readyRows(w, types, limits.changes - batch.length);
      if (rows.length === 0) break;
      for (const row of rows) {
        // A pen was sealed with its report, and under another id since.
        if (row.type === 'pen' && !w.first(isOpen(row.change_id))) continue;
        let full = false;
        const sealed = [...(row.type === 'visit' ? sealPenOf(w, sources, row.record) : []), seal(w, row)];
        for (const change of sealed) {
          if (!change) continue;
          const length = Buffer.byteLength(JSON.stringify(change));
          full ||= batch.length === limits.changes || !fits(length);
          // What is sealed and does not fit goes first the next time.
          if (full) continue;
          batch.push(change);
          bytes += length;
        }
        if (full) return tried(w, sources, batch);
      }
    }
    return tried(w, sources, batch);
  });

const tryAt = prepared(() => sql.updateTable('outgoing').set({ tried_at: '' }).where('change_id', '=', ''));

const tried = (w: Writer, sources: Sources, batch: Change[]): Change[] => {
  if (batch.length > 0)
    w.runAll(
      tryAt(),
      batch.map((change) => [instant(sources), change.id]),
    );
  return batch;
};

/** The first answer to a change: asked twice, the office says what it said then. */
const firstOf = (answer: Answer): Answer => (answer.kind === 'duplicate' ? firstOf(answer.first) : answer);

/** So many own changes are kept as they were sent, for a hub that has to be given them again. */
const keptSent = 5_000;

const changeOf = prepared((change: string) =>
  sql.selectFrom('outgoing').selectAll().where('change_id', '=', change),
);

/**
 * Stores what the office answered: what it has goes from the line into the history, anything else stays visible. The
 * head goes with it: a store that had its answers and an older head would not learn that a hub put back from its
 * backup had lost these changes, and would never send them again.
 */
export const answered = (
  w: Writer,
  answers: Reply<'push'>['answers'],
  at: string,
  head?: ReceiptHead,
): void =>
  w.inTransaction(() => {
    if (head) remember(w, { head });
    for (const { id, answer } of answers) {
      const row = w.first(changeOf(id));
      if (row?.sealed) settleAnswer(w, row, firstOf(answer as Answer), at);
    }
    forgetOldSent(w);
  });

const settleAnswer = (w: Writer, row: OutgoingTable, answer: Answer, at: string): void => {
  const { type, record } = row;
  w.touched.add(type);
  if (answer.kind === 'purged') purgeRecord(w, type, record, at);
  else if ('version' in answer) take(w, row, answer, at);
  else keepAnswer(w, row, answer, at);
};

/** What did not go well stays visible: it waits for the change before it, or for somebody. */
const keepAnswer = (w: Writer, row: OutgoingTable, answer: Answer, at: string): void => {
  const { type, record } = row;
  w.run(
    sql
      .updateTable('outgoing')
      .set({ answer: JSON.stringify(answer) })
      .where('change_id', '=', row.change_id),
  );
  if (answer.kind === 'taken') showAgain(w, type, readBelow(w, type, record), record, at);
  if (isFinal(answer)) settle(w, type, record);
};

const accept = prepared(
  (
    epoch: number,
    n: number,
    change_id: string,
    device: string,
    number: number,
    type: RecordType,
    record: string,
    by: string,
    at: string,
    patch: string | null,
    answer: string,
  ) =>
    sql
      .replaceInto('accepted')
      .values({ epoch, n, change_id, device, number, type, record, by, at, patch, answer }),
);
const keepSent = prepared(
  (
    change_id: string,
    epoch: number,
    n: number,
    type: RecordType,
    record: string,
    number: number,
    sealed: string,
  ) => sql.replaceInto('sent').values({ change_id, epoch, n, type, record, number, sealed }),
);
const forgetChange = prepared((change: string) => sql.deleteFrom('outgoing').where('change_id', '=', change));

/** The office has it: below what is still unanswered it stands now, until the office's own document comes. */
const take = (
  w: Writer,
  row: OutgoingTable,
  answer: Extract<Answer, { version: unknown }>,
  at: string,
): void => {
  const change = sealedIn(row);
  const { type, record } = row;
  const { epoch, n } = answer.version;
  const made = change.patch[0]?.path.length === 0 && change.patch[0].was === undefined;
  const { id, device, number, by } = change;
  const patch = made ? null : JSON.stringify(change.patch);
  w.run(accept(epoch, n, id, device, number, type, record, by, change.at, patch, JSON.stringify(answer)));
  w.run(keepSent(id, epoch, n, type, record, number, row.sealed as string));
  w.run(forgetChange(row.change_id));
  const below = readBelow(w, type, record);
  if (below?.version && !isNewer(answer.version, below.version)) {
    // The answer was long under way: what the office holds has come meanwhile, with this in it and whatever followed.
    showAgain(w, type, below, record, at);
    settle(w, type, record);
    return;
  }
  if (unansweredOf(w, type, record).length === 0) {
    settle(w, type, record);
    return;
  }
  const { document } = applyPatch<{ id: string } | undefined>(
    below?.document,
    change.patch,
    registry[type].groups,
  );
  if (document?.id === record) keepAsBelow(w, type, { document, version: below?.version ?? null });
};

const forgetOldSent = (w: Writer): void => {
  const oldest = w.first(
    sql
      .selectFrom('sent')
      .select(['epoch', 'n'])
      .orderBy('epoch', 'desc')
      .orderBy('n', 'desc')
      .offset(keptSent)
      .limit(1),
  );
  if (!oldest) return;
  w.run(
    sql
      .deleteFrom('sent')
      .where((e) =>
        e.or([e('epoch', '<', oldest.epoch), e.and([e('epoch', '=', oldest.epoch), e('n', '<=', oldest.n)])]),
      ),
  );
};

/** How many changes wait for the office, need somebody (as damaged files do), or are contested, and what is kept aside. */
export const counts = (
  r: Reader,
): { waiting: number; attention: number; aside: number; contested: number; files?: number } => {
  const all = <T extends 'outgoing' | 'aside' | 'conflict'>(table: T) =>
    sql.selectFrom(table as 'outgoing').select((e) => e.fn.countAll<number>().as('count'));
  const number = (query: ReturnType<typeof all>): number => r.first(query)?.count ?? 0;
  const goes = all('outgoing').where((e) => e.or([e('sealed', 'is not', null), e('ready', '=', 1)]));
  const answered = r.all(sql.selectFrom('outgoing').select('answer').where('answer', 'is not', null));
  const asked = answered.filter(isAsked).length;
  const files = filesToSend(r).length;
  return {
    waiting: number(goes.where('answer', 'is', null)) + asked,
    attention: answered.length - asked + damagedUnsent(r).length,
    aside: number(all('aside')),
    contested: number(all('conflict').where('open' as 'number', '=', 1)),
    ...(files > 0 && { files }),
  };
};
