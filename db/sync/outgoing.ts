import { derivedId } from '#shared/ids.ts';
import type { Claim } from '#shared/records/claim.ts';
import { checkState, type RecordCheck } from '#shared/records/record-check.ts';
import type { Documents } from '#shared/records/registry.ts';
import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { isWithOffice, type Visit, visitState } from '#shared/records/visit.ts';
import { type Answer, type Change, isFinal } from '#shared/sync/accept.ts';
import { changeOf } from '#shared/sync/aside.ts';
import { canonical } from '#shared/sync/canonical.ts';
import { type Patch, putting } from '#shared/sync/patch.ts';
import type { Version } from '#shared/sync/wire.ts';
import { readIdentity, writeIdentity } from '../identity.ts';
import { type Held, readRecord } from '../records.ts';
import type { OutgoingTable } from '../schema.ts';
import { prepared, type Reader, sql, type Writer } from '../sql.ts';
import { claimGoes } from './claims.ts';
import { forgetRecords } from './removal.ts';

/** Whether the office has, or is about to have, something of a record. */
const isKnown = (r: Reader, type: RecordType, id: string, held: Held<RecordType> | undefined): boolean =>
  (held?.version ?? null) !== null ||
  r.first(sql.selectFrom('sent').select('change_id').where('record', '=', id).where('type', '=', type)) !==
    undefined ||
  unansweredOf(r, type, id).some((row) => row.sealed !== null);

/**
 * Whether what is typed in a record goes with the next sync. A draft is its author's alone until the visitors have
 * left; one that was put aside before is nobody else's business. A record check is its reader's until it is done.
 */
export const goesNow = <T extends RecordType>(
  r: Reader,
  type: T,
  document: Documents[T],
  held: Held<T> | undefined,
): boolean => {
  if (type === 'recordCheck') {
    const state = checkState(document as RecordCheck);
    return state === 'done' || isKnown(r, type, document.id, held);
  }
  if (type === 'claim') return claimGoes(r, document as Claim);
  if (type !== 'visit') return true;
  const visit = document as Visit;
  const state = visitState(visit);
  if (state === 'draft') return visit.left !== undefined;
  return state !== 'discarded' || isKnown(r, type, visit.id, held);
};

/**
 * Keeps what the office holds of a record while there are unanswered changes on top of it: also of one whose first
 * change it has accepted, and which has not come back from it yet.
 */
export const keepBelow = (w: Writer, type: RecordType, { document, version }: Held<RecordType>): void => {
  if (!version && unansweredOf(w, type, document.id).length > 0) return;
  const { epoch, n } = version ?? { epoch: null, n: null };
  w.run(
    sql
      .insertInto('below')
      .values({ type, record: document.id, epoch, n, data: JSON.stringify(document) })
      .onConflict((c) => c.doNothing()),
  );
};

const belowOf = prepared((type: RecordType, record: string) =>
  sql
    .selectFrom('below')
    .select(['data', 'epoch', 'n'])
    .where('type', '=', type)
    .where('record', '=', record),
);

/** What the office holds of a record with unanswered changes, as far as this store knows. */
export const readBelow = <T extends RecordType>(r: Reader, type: T, id: string): Held<T> | undefined => {
  const row = r.first(belowOf(type, id));
  return row && { document: JSON.parse(row.data), version: versionOf(row) };
};

const versionOf = (row: { epoch: number | null; n: number | null }): Version | null =>
  row.epoch === null || row.n === null ? null : { epoch: row.epoch, n: row.n };

export const isNewer = (one: Version, than: Version | null): boolean =>
  !than || one.epoch > than.epoch || (one.epoch === than.epoch && one.n > than.n);

const changesOf = prepared((type: RecordType, record: string) =>
  sql
    .selectFrom('outgoing')
    .selectAll()
    .where('record', '=', record)
    .where('type', '=', type)
    .orderBy('number', (by) => by.asc().nullsLast()),
);

/** The changes of a record on top of what the office holds, in their order, an open one last. A lost claim is none. */
export const unansweredOf = (r: Reader, type: RecordType, id: string): OutgoingTable[] =>
  r.all(changesOf(type, id)).filter((row) => answerOf(row)?.kind !== 'taken');

export const answerOf = (row: Pick<OutgoingTable, 'answer'>): Answer | undefined =>
  row.answer === null ? undefined : JSON.parse(row.answer);

/** Whether the office is to be asked (again): what it refused, or gave to somebody else, is for people. */
export const isAsked = (row: Pick<OutgoingTable, 'answer'>): boolean => {
  const answer = answerOf(row);
  return answer === undefined || !isFinal(answer);
};

export const sealedIn = (row: Pick<OutgoingTable, 'sealed'>): Change => JSON.parse(row.sealed as string);

/** So many places at most are changed one by one: beyond them a record is put in the place of the one before. */
const placesInAChange = 2_000;

const patchOf = (type: RecordType, base: unknown, document: unknown): Patch => {
  const places = changeOf(base, document, registry[type].groups);
  if (places.length <= placesInAChange) return places;
  return [{ path: [], was: base as never, now: document as never }];
};

/** What an open change says so far; nothing where all of it has been taken out again. */
export const openPatch = (r: Reader, { type, record, base }: OutgoingTable): Patch => {
  const screen = readRecord(r, type, record)?.document;
  if (!screen) return [];
  return base === null ? [putting([], screen)] : patchOf(type, JSON.parse(base), screen);
};

/**
 * The id of a change once it is sealed: a hash of what it says. Of two copies of one store that both held it open, both
 * send what they say: the same words once, and other words as another change.
 */
export const sealedId = (open: string, patch: Patch): string => derivedId(open, 'sealed', canonical(patch));

const sealAs = prepared((open: string, id: string, number: number, sealed: string) =>
  sql
    .updateTable('outgoing')
    .set({ change_id: id, number, sealed, base: null })
    .where('change_id', '=', open),
);

/**
 * Seals an open change under the next number: from now on it is never altered again. Undefined where nothing is left
 * of it, since what was typed has been taken out again.
 */
export const seal = (w: Writer, row: OutgoingTable): Change | undefined => {
  const { type, record } = row;
  const patch = openPatch(w, row);
  if (patch.length === 0) {
    w.run(sql.deleteFrom('outgoing').where('change_id', '=', row.change_id));
    settle(w, type, record);
    return undefined;
  }
  const identity = readIdentity(w);
  const number = identity.number + 1;
  const before = unansweredOf(w, type, record).findLast((one) => one.sealed !== null);
  const id = sealedId(row.change_id, patch);
  const change: Change = {
    id,
    device: identity.device,
    number,
    type,
    record,
    after: before?.change_id ?? null,
    by: row.by,
    saw: row.saw === null ? null : JSON.parse(row.saw),
    at: row.at,
    patch,
  };
  w.run(sealAs(row.change_id, id, number, JSON.stringify(change)));
  writeIdentity(w, { ...identity, number });
  return change;
};

const forgetBelow = prepared((type: RecordType, record: string) =>
  sql.deleteFrom('below').where('type', '=', type).where('record', '=', record),
);
const leavingOf = prepared((type: RecordType, record: string) =>
  sql.selectFrom('leaving').select('record').where('record', '=', record).where('type', '=', type),
);

/**
 * Where nothing unanswered is left on top of a record, nothing is kept below it either; and one that is not this
 * person's any more, and was kept for their words alone, goes. Of such a one the office's no is an answer, too: the
 * change stays, with what its author typed in it, until they have looked at it, and the record does not.
 */
export const settle = (w: Writer, type: RecordType, id: string): void => {
  const rows = unansweredOf(w, type, id);
  if (rows.length === 0) w.run(forgetBelow(type, id));
  if (!rows.some(isAsked) && w.first(leavingOf(type, id))) forgetRecords(w, type, [id]);
};

/**
 * Of what the office has, each correction and each move is a change of its own: the office holds every one against the
 * report as the one before left it. So the one that waits is sealed before the next begins.
 */
export const sealBeforeNext = (w: Writer, type: RecordType, id: string): void => {
  if (type !== 'visit') return;
  const held = readRecord(w, 'visit', id);
  const open = unansweredOf(w, type, id).find((row) => row.sealed === null);
  if (held && open && isWithOffice(visitState(held.document))) seal(w, open);
};
