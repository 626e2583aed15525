import { instant, newId } from '#shared/ids.ts';
import type { RecordType } from '#shared/records/types.ts';
import { canonical, recordKey } from '#shared/sync/accept.ts';
import { audienceOf } from '#shared/sync/access.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { receiptText } from '#shared/sync/receipt.ts';
import type { Version } from '#shared/sync/wire.ts';
import { decideAndStore } from './accept.ts';
import { insertAll } from './bulk.ts';
import { type Context, readPlace, savePlace, sha256 } from './context.ts';
import { readMeta } from './identity.ts';
import { writeRecords } from './records.ts';
import type { LogTable } from './tables.ts';
import { placeOf } from './vault.ts';

/**
 * What the office itself does to a record, beside what acceptance decides: a tombstone, a reference given late, what it
 * takes back after a restore, what follows from that, who sees it by a newer rule. Each takes a number and a link of the chain like any change. A null document is a
 * tombstone, and writes only the log.
 */
export type OfficeDeed = {
  kind: 'purged' | 'numbered' | 'offered' | 'followed' | 'seen';
  by: string;
  device: string;
  type: string;
  id: string;
  document: { id: string } | null;
  was: Version | undefined;
  patch: Patch | null;
  /** The audience of the record it belongs to, where it has that. */
  parentKeys?: readonly string[] | undefined;
};

/** Writes a deed of the office; gives the version it took. */
export const doAtOffice = async (ctx: Context, deed: OfficeDeed): Promise<Version> => {
  const { kind, by, device, type, id, document, was, patch } = deed;
  const place = await readPlace(ctx);
  const version = { epoch: place.epoch, n: place.n + 1 };
  const [change, key, at] = [newId(ctx.sources), recordKey(type, id), instant(ctx.sources)];
  const content = document === null ? '' : sha256(canonical(document));
  const receipt = sha256(receiptText(place.receipt, { change, key, version, content }));
  if (document) {
    const keys = audienceOf(type as RecordType, document, deed.parentKeys);
    await writeRecords(ctx, [{ type, document, version, was, keys }]);
  }
  const row: LogTable = {
    n: version.n,
    type,
    record: id,
    epoch: version.epoch,
    change,
    device,
    number: 0,
    by,
    at,
    got: at,
    patch: patch && ctx.vault.seal(placeOf.patch(change, key), JSON.stringify(patch)),
    kind,
    receipt,
    content,
    also: null,
  };
  await insertAll(ctx.db, 'log', [row]);
  await savePlace(ctx, { n: version.n, receipt });
  return version;
};

/** A record that is made or changed at the office itself, through the acceptance that everything goes through. */
export const makeAtOffice = async (
  ctx: Context,
  by: string | null,
  type: RecordType,
  document: { id: string },
  patch: Patch,
): Promise<void> => {
  const { office } = await readMeta(ctx);
  const { epoch, n } = await readPlace(ctx);
  const person = by ?? office;
  const change = {
    id: newId(ctx.sources),
    device: office,
    number: 0,
    type,
    record: document.id,
    after: null,
    by: person,
    saw: { epoch, n },
    at: instant(ctx.sources),
    patch,
  };
  const { answers } = await decideAndStore(ctx, [
    { sender: { device: office, person, alone: true }, change },
  ]);
  const [given] = answers;
  if (!given || !('receipt' in given.answer)) throw new Error(`the office's own ${type} was not accepted`);
};
