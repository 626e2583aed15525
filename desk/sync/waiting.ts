import { readRecord } from '#db/records.ts';
import type { OutgoingTable } from '#db/schema.ts';
import { type FilePlace, type Reader, sql, type Writer } from '#db/sql.ts';
import { damagedUnsent, filesToSend } from '#db/sync/files.ts';
import { answerOf, isAsked } from '#db/sync/outgoing.ts';
import { takeBack } from '#db/sync/take-back.ts';
import { madeAt } from '#shared/ids.ts';
import { attachedIn, type FileType, hasFiles } from '#shared/records/with-files.ts';
import { fail, ok } from '#shared/result.ts';
import type { SendState, WaitingItem } from '#shared/sync/views.ts';
import { inSentence } from '#shared/text.ts';
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

type ToSend = Pick<FilePlace, 'record' | 'hash'> & { type: string };

/** Files whose record has arrived, and that have not; they are sent by themselves, unless they are damaged. */
const filesWaiting = (r: Reader): WaitingItem[] => [
  ...named(r, damagedUnsent(r), { state: 'attention', why: 'damagedFile' }),
  ...named(r, filesToSend(r), { state: 'ready', why: 'awaitedFile' }),
];

const named = (
  r: Reader,
  files: readonly ToSend[],
  stands: Pick<WaitingItem, 'state' | 'why'>,
): WaitingItem[] =>
  files.flatMap(({ type, record, hash }) => {
    const held = hasFiles(type) ? readRecord(r, type, record) : undefined;
    const file = held && attachedIn(type as FileType, held.document)?.find((one) => one.hash === hash);
    if (!file) return [];
    return [
      {
        change: file.id,
        type: 'file',
        record,
        of: type,
        title: `File ${file.name} of ${inSentence(titleOf(r, type, record))}`,
        since: madeAt(file.id),
        lastTry: null,
        open: false,
        ...stands,
      },
    ];
  });

const waiting = (r: Reader, { sources }: Context): WaitingItem[] => [
  ...r
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
    })),
  ...filesWaiting(r),
];

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
