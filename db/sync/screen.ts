import type { Documents } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Version } from '#shared/sync/wire.ts';
import { type Held, type RecordWrite, readRecord, writeRecords } from '../records.ts';
import type { OutgoingTable } from '../schema.ts';
import { sql, type Writer } from '../sql.ts';
import { changeOf, unansweredOf } from './outgoing.ts';
import { overlaid, rebased } from './overlay.ts';
import { forgetRecords } from './removal.ts';

/** A record as the office holds it. */
export type FromOffice = { document: { id: string }; version: Version | null };

/**
 * What is to be written for a record whose office's document is another one now: what its author typed stays on top,
 * and an open change is kept as a change of the document it lies on.
 */
export const onScreen = <T extends RecordType>(
  w: Writer,
  type: T,
  below: FromOffice,
  held: Held<T> | undefined,
  savedAt: string,
): RecordWrite => {
  const rows = held ? unansweredOf(w, type, below.document.id) : [];
  if (!held || rows.length === 0) return { type, ...below, before: held?.document, savedAt };
  keepAsBelow(w, type, below);
  const sealed = rows
    .filter((row) => row.sealed !== null)
    .reduce(
      (so, row) => overlaid(type, so, changeOf(row).patch, held.document),
      below.document as Documents[T],
    );
  const open = rows.find((row) => row.sealed === null);
  const document = open ? withOpen(w, type, sealed, open, held.document, below.version) : sealed;
  return { type, document, before: held.document, version: below.version, savedAt };
};

const withOpen = <T extends RecordType>(
  w: Writer,
  type: T,
  beneath: Documents[T],
  row: OutgoingTable,
  screen: Documents[T],
  version: Version | null,
): Documents[T] => {
  // What was typed as a new record stays that: the office compares all of it with what it has.
  if (row.base === null) return overlaid(type, beneath, [{ path: [], now: screen as never }], screen);
  const next = rebased(type, beneath, { base: JSON.parse(row.base) as Documents[T], screen });
  w.run(
    sql
      .updateTable('outgoing')
      .set({ base: JSON.stringify(next.base), saw: version && JSON.stringify(version) })
      .where('change_id', '=', row.change_id),
  );
  return next.screen;
};

export const keepAsBelow = (w: Writer, type: RecordType, { document, version }: FromOffice): void => {
  const values = { epoch: version?.epoch ?? null, n: version?.n ?? null, data: JSON.stringify(document) };
  w.run(
    sql
      .insertInto('below')
      .values({ type, record: document.id, ...values })
      .onConflict((c) => c.columns(['type', 'record']).doUpdateSet(values)),
  );
};

/** Shows a record again after one of its changes was taken away, over what the office holds of it. */
export const showAgain = (
  w: Writer,
  type: RecordType,
  below: FromOffice | undefined,
  id: string,
  at: string,
) => {
  const held = readRecord(w, type, id);
  if (!held) return;
  if (below) writeRecords(w, [onScreen(w, type, below, held, at)]);
  else if (unansweredOf(w, type, id).length === 0) forgetRecords(w, type, [id]);
};
