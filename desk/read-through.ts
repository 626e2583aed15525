import { newsFor, waitingForOffice, waitingForVisitor } from '#db/news.ts';
import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Writer } from '#db/sql.ts';
import { staff } from '#shared/calls/call.ts';
import {
  isWithOffice,
  type Visit,
  type VisitState,
  visitMoves,
  visitorsOf,
  visitState,
} from '#shared/records/visit.ts';
import { fail, ok } from '#shared/result.ts';
import { author, type Context, type Reads, type Writes } from './context.ts';
import { actorOf, holdsOneOf } from './session.ts';
import { find, move, notReceived, savedNow } from './visit-steps.ts';

const noWords = { tag: 'noWords' } as const;
const movedOn = { tag: 'movedOn' } as const;

export const readThroughReads = {
  'visits.mine': (r, { limit }, ctx) =>
    ok(
      newsFor(r, ctx.identity.person, limit).map((news) => ({
        ...news,
        by: readRecord(r, 'person', news.by)?.document.name ?? 'the office',
      })),
    ),
  // What waits for the office is nobody else's list.
  'visits.waiting': (r, _, ctx) => {
    const office = holdsOneOf(actorOf(r, ctx), staff) ? waitingForOffice(r) : { unread: 0, answered: 0 };
    return ok({ ...office, ...waitingForVisitor(r, ctx.identity.person) });
  },
} satisfies Partial<Reads>;

/** Moves a report on that the office has; asked twice in the same words, it moves once. */
const moveOn = (w: Writer, ctx: Context, v: Visit, to: VisitState, words: string) => {
  const state = visitState(v);
  if (state === to && (v.events.at(-1)?.why ?? '') === words) return ok(savedNow(ctx, v.id));
  if (!(visitMoves[state] as readonly string[]).includes(to)) return fail(movedOn);
  const saved = saveAndSend(w, author(ctx), 'visit', v.id, move(ctx, v, to, words));
  return saved.ok ? ok(savedNow(ctx, v.id)) : saved;
};

export const readThroughWrites = {
  'visits.readThrough': (w, { id, to, words = '' }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      if (!isWithOffice(found.value.state)) return fail(notReceived);
      if (to === 'queried' && words.trim() === '') return fail(noWords);
      return moveOn(w, ctx, found.value.document, to, words.trim());
    }),
  // Where a visitor answers by telephone, whoever reads reports through writes it down.
  'visits.answerQuery': (w, { id, words }, ctx) =>
    w.inTransaction(() => {
      const found = find(w, id);
      if (!found.ok) return found;
      const actor = actorOf(w, ctx);
      const isTheirs = visitorsOf(found.value.document).includes(actor.person);
      if (!isTheirs && !holdsOneOf(actor, staff)) return fail({ tag: 'notTheirVisit' });
      if (words.trim() === '') return fail(noWords);
      if (!isWithOffice(found.value.state)) return fail(movedOn);
      return moveOn(w, ctx, found.value.document, 'answered', words.trim());
    }),
} satisfies Partial<Writes>;
