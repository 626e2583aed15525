import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { overlay, rebase } from '#shared/sync/rebase.ts';
import type { Version } from '#shared/sync/wire.ts';
import { type Held, type RecordWrite, readRecord, removeRecords, writeRecords } from '../records.ts';
import type { OutgoingTable } from '../schema.ts';
import { sql, type Writer } from '../sql.ts';
import { sealedIn, unansweredOf } from './outgoing.ts';

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
    .reduce<{ id: string }>(
      (so, row) => overlay(so, sealedIn(row).patch, registry[type].groups) ?? so,
      below.document,
    );
  const open = rows.find((row) => row.sealed === null);
  const document = open ? withOpen(w, type, sealed, open, held.document, below.version) : sealed;
  return { type, document, before: held.document, version: below.version, savedAt };
};

/** An open change on a newer document: what it is compared with when it is sent moves with it. */
const withOpen = (
  w: Writer,
  type: RecordType,
  beneath: { id: string },
  row: OutgoingTable,
  screen: { id: string },
  version: Version | null,
): { id: string } => {
  const was = row.base === null ? undefined : JSON.parse(row.base);
  const { base, document } = rebase(was, screen, beneath, registry[type].groups);
  w.run(
    sql
      .updateTable('outgoing')
      .set({ base: base && JSON.stringify(base), saw: version && JSON.stringify(version) })
      .where('change_id', '=', row.change_id),
  );
  return document;
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
  else if (unansweredOf(w, type, id).length === 0) removeRecords(w, type, [held.document]);
};
