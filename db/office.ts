import { type Documents, type RecordKind, registry } from '#shared/records/registry.ts';
import type { RecordType } from '#shared/records/types.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Answer, Change, OfficeMeans } from '#shared/sync/accept.ts';
import { parseChanged } from '#shared/sync/parse-changed.ts';
import { applyPatch, diff, type Patch, putting } from '#shared/sync/patch.ts';
import { acceptAll } from './acceptance.ts';
import { readIdentity } from './identity.ts';
import { type Held, readRecord, writeRecords } from './records.ts';
import { sql, type Writer } from './sql.ts';
import { isJoined } from './sync/membership.ts';
import { goesNow, keepBelow, sealBeforeNext } from './sync/outgoing.ts';

export { acceptAll } from './acceptance.ts';
export { type Identity, readIdentity, writeIdentity } from './identity.ts';

/** Who makes a change, and with which clock, ids and hash. */
export type Author = OfficeMeans & { by: string };

/** Somebody else, or another window, changed the same place: nothing was written. */
export type Contested = { tag: 'changedElsewhere'; paths: string[] };
export type Unreadable = { tag: 'invalid'; problems: { path: string; text: string }[] };

const staysHere = <T extends RecordType>(type: T, document: Documents[T]): boolean => {
  const kind: RecordKind = registry[type];
  return kind.staysHere?.(document as never) ?? false;
};

/**
 * Saves what a person changed in a record: the document on screen and its one open outgoing change, together. The
 * open change keeps only what stood there before it, so that what it says can never disagree with the document. A
 * record that stays here, such as an exercise, has no outgoing change at all. Call inside a transaction.
 * @param held the record as it stands, where the caller has read it in the same transaction
 */
export const saveOpen = <T extends RecordType>(
  w: Writer,
  author: Author,
  type: T,
  id: string,
  patch: Patch,
  held: Held<T> | undefined = readRecord(w, type, id),
): Result<Documents[T], Contested | Unreadable> => {
  const { document, conflicts } = applyPatch<unknown>(held?.document, patch, registry[type].groups);
  if (conflicts.length > 0)
    return fail({ tag: 'changedElsewhere', paths: conflicts.map((c) => c.path.join('.')) });
  const checked = parseChanged(registry[type].schema, document, held?.document);
  if (checked.refused.length > 0)
    return fail({
      tag: 'invalid',
      problems: checked.refused.map((one) => ({ path: one.path.join('.'), text: one.message })),
    });
  const next = checked.document as Documents[T];
  // Under another id it would be another record's words in another record's place.
  if (next.id !== id)
    return fail({ tag: 'invalid', problems: [{ path: 'id', text: 'A record keeps its id.' }] });
  const at = author.now();
  writeRecords(w, [
    { type, document: next, before: held?.document, version: held?.version ?? null, savedAt: at },
  ]);
  if (staysHere(type, next)) return ok(next);
  const joined = isJoined(w);
  const ready = joined && goesNow(w, type, next, held) ? 1 : 0;
  const isOpen = w.run(
    sql
      .updateTable('outgoing')
      .set({ at, by: author.by, ready })
      .where('type', '=', type)
      .where('record', '=', id)
      .where('number', 'is', null),
  );
  if (!isOpen) {
    if (joined && held) keepBelow(w, type, held);
    w.run(
      sql.insertInto('outgoing').values({
        change_id: author.newId(),
        type,
        record: id,
        number: null,
        by: author.by,
        at,
        base: held ? JSON.stringify(held.document) : null,
        saw: held?.version ? JSON.stringify(held.version) : null,
        sealed: null,
        answer: null,
        tried_at: null,
        ready,
      }),
    );
  }
  return ok(next);
};

/** The office has a hub, and has not been asked yet: the change goes with the next sync. */
export type Waiting = { kind: 'waiting' };

/**
 * Sends the open change of a record: seals it under this device's next number, and lets the office decide. A
 * stand-alone store decides at once, in the same transaction; in one that belongs to a hub it waits for the next sync.
 */
export const send = (w: Writer, author: Author, type: RecordType, id: string): Answer | Waiting => {
  if (isJoined(w)) return { kind: 'waiting' };
  const identity = readIdentity(w);
  const open = w.first(
    sql
      .selectFrom('outgoing')
      .selectAll()
      .where('type', '=', type)
      .where('record', '=', id)
      .where('number', 'is', null),
  );
  if (!open) throw new Error(`no open change of ${type}`);
  const base = open.base === null ? undefined : JSON.parse(open.base);
  const document = readRecord(w, type, id)?.document;
  if (document && staysHere(type, document)) throw new Error(`a ${type} that stays here is never sent`);
  const change: Change = {
    id: open.change_id,
    device: identity.device,
    number: identity.number + 1,
    type,
    record: id,
    after: null,
    saw: open.saw === null ? null : JSON.parse(open.saw),
    by: open.by,
    at: open.at,
    patch: base === undefined ? [putting([], document)] : diff(base, document, registry[type].groups),
  };
  const [answer] = acceptAll(w, identity, author, [change]) as [Answer];
  w.run(sql.deleteFrom('outgoing').where('change_id', '=', open.change_id));
  return answer;
};

/** Saves a change and sends it: for records that have no life as a draft. */
export const saveAndSend = <T extends RecordType>(
  w: Writer,
  author: Author,
  type: T,
  id: string,
  patch: Patch,
) => {
  if (isJoined(w)) sealBeforeNext(w, type, id);
  const saved = saveOpen(w, author, type, id, patch);
  if (saved.ok) refuseToLose(send(w, author, type, id));
  return saved;
};

/** The office did not take a change that no interface of ours would make. */
export class OfficeRefusal extends Error {}

/**
 * Throwing undoes the whole save: nothing stands on the screen as saved that the office would never have, and what was
 * destroyed does not come back, whatever an old window or file still says of it.
 */
export const refuseToLose = (answer: Answer | Waiting): Answer | Waiting => {
  if (answer.kind === 'purged') throw new OfficeRefusal('the office destroyed this record');
  if (answer.kind === 'refused') throw new OfficeRefusal(`the office refused a change: ${answer.reason}`);
  return answer;
};
