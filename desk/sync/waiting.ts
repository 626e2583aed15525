import type { OutgoingTable } from '#db/schema.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import { answerOf, isAsked } from '#db/sync/outgoing.ts';
import { takeBack } from '#db/sync/take-back.ts';
import { fail, ok } from '#shared/result.ts';
import type { SendState, WaitingItem } from '#shared/sync/views.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { move } from '../visit-steps.ts';
import { titleOf } from './titles.ts';

/** A list of what waits shows so many at most: what needs somebody first. */
const shown = 500;
const aMoment = 120_000;
const aDay = 86_400_000;

const reasonOf = (row: OutgoingTable): string | null => {
  const answer = answerOf(row);
  if (!answer) return row.sealed && row.tried_at ? 'unanswered' : null;
  return answer.kind === 'refused' ? answer.reason : answer.kind;
};

/** Where a change is on its way, in one of the six words. What is held longer than a day needs somebody to look. */
const stateOf = (row: OutgoingTable, now: number): SendState => {
  if (!isAsked(row)) return 'attention';
  if (!row.sealed) return 'ready';
  if (row.answer !== null) return now - Date.parse(row.at) > aDay ? 'attention' : 'sending';
  return row.tried_at && Math.abs(now - Date.parse(row.tried_at)) < aMoment ? 'sending' : 'unknown';
};

const waiting = (r: Reader, { sources }: Context): WaitingItem[] =>
  r
    .all(
      sql
        .selectFrom('outgoing')
        .selectAll()
        .where((e) => e.or([e('sealed', 'is not', null), e('ready', '=', 1)]))
        .orderBy((e) => e('answer', 'is', null))
        .orderBy('number', (by) => by.asc().nullsLast())
        .limit(shown),
    )
    .map((row) => ({
      change: row.change_id,
      type: row.type,
      record: row.record,
      title: titleOf(r, row.type, row.record),
      state: stateOf(row, sources.now()),
      since: row.at,
      lastTry: row.tried_at,
      why: reasonOf(row),
      open: row.sealed === null,
    }));

export const waitingReads = {
  'sync.waiting': (r, _, ctx) => ok(waiting(r, ctx)),
} satisfies Partial<Reads>;

export const waitingWrites = {
  'sync.takeBack': (w: Writer, { change }, ctx) => {
    const done = takeBack(w, author(ctx), change, (visit) => move(ctx, visit, 'draft'));
    return done === 'done'
      ? ok({})
      : fail(done === 'unknown' ? { tag: 'notFound', what: 'change' } : { tag: 'movedOn' });
  },
} satisfies Partial<Writes>;
