import { registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import type { Change } from '#shared/sync/accept.ts';
import { applyPatch } from '#shared/sync/patch.ts';
import { overlay, rebase } from '#shared/sync/rebase.ts';
import { bringFile } from '../files.ts';
import { readIdentity, writeIdentity } from '../identity.ts';
import { readRecord, writeRecords } from '../records.ts';
import { type Reader, sql, type Writer } from '../sql.ts';
import { goesNow, keepBelow, sealedId, unansweredOf } from './outgoing.ts';
import { isPurged } from './removal.ts';
import type { Left, Unsent, UnsentFile } from './rest.ts';

type OpenChange = Unsent['open'][number] & { type: RecordType };

/** Whether this store has a change already, wherever it stands. */
const isKnown = (r: Reader, id: string): boolean =>
  (['outgoing', 'accepted', 'withdrawn'] as const).some((table) =>
    r.first(
      sql
        .selectFrom(table as 'accepted')
        .select('change_id')
        .where('change_id', '=', id),
    ),
  );

/**
 * Brings in what was unsent on another laptop, or on this one before it was set up anew. Changes keep their ids, so
 * that nothing is doubled, whoever sends it first; they take numbers of this device.
 * Gives how many changes were new here, how many were known, and how many files were new.
 */
export const bringIn = (
  w: Writer,
  { rest: { sealed, open }, files }: Left,
  at: string,
): { changes: number; known: number; files: number } =>
  w.inTransaction(() => {
    let changes = 0;
    for (const change of sealed as Change[]) if (isNew(w, change)) changes += bringSealed(w, change, at);
    for (const change of open as OpenChange[])
      if (isNew(w, change) && !isKnown(w, sealedId(change.id, change.patch))) {
        const taken = unansweredOf(w, change.type, change.record).some((row) => row.sealed === null);
        changes += taken ? bringSealed(w, { ...change, number: 0 }, at) : bringOpen(w, change, at);
      }
    // Behind the changes that name them: what nothing names goes with each of these.
    const brought = files.filter((file) => bringOne(w, file)).length;
    return { changes, known: sealed.length + open.length - changes, files: brought };
  });

const bringOne = (w: Writer, { type, record, hash, content }: UnsentFile): boolean =>
  Object.hasOwn(registry, type) &&
  !isPurged(w, type, record) &&
  bringFile(w, { type: type as RecordType, record, hash }, content);

const isNew = (r: Reader, { id, type, record }: { id: string; type: string; record: string }): boolean =>
  !isKnown(r, id) && Object.hasOwn(registry, type) && !isPurged(r, type, record);

const row = (change: Omit<Change, 'number'>) => ({
  change_id: change.id,
  type: change.type,
  record: change.record,
  by: change.by,
  at: change.at,
  saw: change.saw && JSON.stringify(change.saw),
  answer: null,
  tried_at: null,
});

const bringSealed = (w: Writer, { ...given }: Change, at: string): 1 => {
  const { type, record } = given;
  const identity = readIdentity(w);
  const number = identity.number + 1;
  const change: Change = {
    id: given.id,
    device: identity.device,
    number,
    type,
    record,
    after: given.after,
    by: given.by,
    saw: given.saw,
    at: given.at,
    patch: given.patch,
  };
  const held = readRecord(w, type, record);
  if (held) keepBelow(w, type, held);
  w.run(
    sql
      .insertInto('outgoing')
      .values({ ...row(change), number, base: null, sealed: JSON.stringify(change), ready: 1 }),
  );
  writeIdentity(w, { ...identity, number });
  const document = overlay<{ id: string } | undefined>(held?.document, change.patch, registry[type].groups);
  if (document?.id === record)
    writeRecords(w, [
      { type, document, before: held?.document, version: held?.version ?? null, savedAt: at },
    ]);
  return 1;
};

const bringOpen = (w: Writer, change: OpenChange, at: string): 1 => {
  const { type, record } = change;
  const { groups } = registry[type];
  const written = applyPatch<{ id: string } | undefined>(
    change.base ?? undefined,
    change.patch,
    groups,
  ).document;
  if (!written) return 1;
  const held = readRecord(w, type, record);
  const next = held
    ? rebase<{ id: string }>(change.base ?? undefined, written, held.document, groups)
    : { base: change.base, document: written };
  if (held) keepBelow(w, type, held);
  writeRecords(w, [
    { type, document: next.document, before: held?.document, version: held?.version ?? null, savedAt: at },
  ]);
  w.run(
    sql.insertInto('outgoing').values({
      ...row(change),
      number: null,
      base: next.base ? JSON.stringify(next.base) : null,
      sealed: null,
      ready: goesNow(w, type, next.document as never, held) ? 1 : 0,
    }),
  );
  return 1;
};
