import type { RecordType } from '#shared/records/types.ts';
import { isOpenState, type Visit, visitState } from '#shared/records/visit.ts';
import type { Patch } from '#shared/sync/patch.ts';
import { type Author, saveOpen } from '../office.ts';
import { readRecord } from '../records.ts';
import type { OutgoingTable } from '../schema.ts';
import { sql, type Writer } from '../sql.ts';
import { answerOf, isAsked, openPatch, readBelow, settle } from './outgoing.ts';
import { showAgain } from './screen.ts';

/**
 * Takes a change back: one that has not been sealed, or that the office refused for good. A report that the office does
 * not have is a draft again with every word in it; of any other record the change is undone, and its words are kept.
 * `late` where the office may have it already, `unknown` where there is no such change.
 * @param toDraft the move that makes a report that was ready a draft again
 */
export const takeBack = (
  w: Writer,
  author: Author,
  change: string,
  toDraft: (visit: Visit) => Patch,
): 'done' | 'late' | 'unknown' =>
  w.inTransaction(() => {
    const row = w.first(sql.selectFrom('outgoing').selectAll().where('change_id', '=', change));
    if (!row) return 'unknown';
    if (row.sealed !== null && isAsked(row)) return 'late';
    const visit = row.type === 'visit' ? readRecord(w, 'visit', row.record)?.document : undefined;
    const state = visit && visitState(visit);
    if (visit && state && isOpenState(state) && row.sealed === null) return 'late';
    if (visit && (state === 'ready' || state === 'draft')) backToDraft(w, author, row, visit, toDraft);
    else withdraw(w, row, author.now());
    return 'done';
  });

const backToDraft = (
  w: Writer,
  author: Author,
  row: OutgoingTable,
  visit: Visit,
  toDraft: (visit: Visit) => Patch,
): void => {
  if (row.sealed !== null) reopen(w, author, row);
  if (visitState(visit) === 'ready') {
    const saved = saveOpen(w, author, 'visit', visit.id, toDraft(visit));
    if (!saved.ok) throw new Error('a report that was ready could not be made a draft again');
  }
};

/** What was refused is open again under a new id, on top of what the office holds, and every word of it is kept. */
const reopen = (w: Writer, author: Author, row: OutgoingTable): void => {
  const { type, record } = row;
  const below = readBelow(w, type, record);
  w.run(
    sql
      .deleteFrom('outgoing')
      .where((e) => e.or([e('change_id', '=', row.change_id), e('number', 'is', null)]))
      .where('record', '=', record)
      .where('type', '=', type),
  );
  w.run(
    sql.insertInto('outgoing').values({
      change_id: author.newId(),
      type,
      record,
      number: null,
      base: below ? JSON.stringify(below.document) : null,
      saw: below?.version ? JSON.stringify(below.version) : null,
      by: author.by,
      at: author.now(),
      sealed: null,
      answer: null,
      tried_at: null,
      ready: 0,
    }),
  );
};

const withdraw = (w: Writer, row: OutgoingTable, at: string): void => {
  const { type, record } = row;
  const change = row.sealed ?? JSON.stringify({ by: row.by, at: row.at, patch: openPatch(w, row) });
  w.run(
    sql
      .insertInto('withdrawn')
      .values({ change_id: row.change_id, type, record, at, change })
      .onConflict((c) => c.doNothing()),
  );
  w.run(sql.deleteFrom('outgoing').where('change_id', '=', row.change_id));
  // Of a claim that another made first nothing is on the screen any more: it was shown as it stands when that was heard.
  if (answerOf(row)?.kind !== 'taken')
    showAgain(w, type as RecordType, readBelow(w, type, record), record, at);
  settle(w, type, record);
  // Also where the record itself stays as it is: what waits is shown beside it.
  w.touched.add(type as RecordType);
};
