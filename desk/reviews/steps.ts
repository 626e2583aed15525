import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import type { Reader, Writer } from '#db/sql.ts';
import { purgedAt } from '#db/sync/removal.ts';
import type { Failure } from '#shared/errors.ts';
import { instant, newId } from '#shared/ids.ts';
import type { LifeEvent } from '#shared/records/common.ts';
import { registry } from '#shared/records/registry.ts';
import { type Review, type ReviewState, reviewState } from '#shared/records/review.ts';
import { reviewRules } from '#shared/records/review-rules.ts';
import type { RecordType } from '#shared/records/types.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isMoveOf, missingFor } from '#shared/reviews/missing.ts';
import { mayChange } from '#shared/sync/may-change.ts';
import { applyPatch, diff, type Patch, putting } from '#shared/sync/patch.ts';
import { author, type Context } from '../context.ts';
import { actorOf } from '../session.ts';

type Saved = { id: string; savedAt: string };

/** Why a record is not here: the office destroyed it, or nobody here knows of it. */
export const gone = (r: Reader, type: RecordType, what: string, id: string): Result<never, Failure> => {
  const at = purgedAt(r, type, id);
  return fail({ what, ...(at ? { tag: 'destroyed', at } : { tag: 'notFound' }) });
};

/** Who does something, on which day and at which moment. */
export const doing = (ctx: Context) => ({
  by: ctx.identity.person,
  on: ctx.today,
  at: instant(ctx.sources),
});

/** The list with something added, once and for all by its id; undefined where it stands there already. */
export const adding = <T extends { id: string }>(list: readonly T[], item: T): T[] | undefined =>
  list.some(({ id }) => id === item.id) ? undefined : [...list, item];

/** The review after a move from where it stands. */
export const movedTo = (r: Review, to: ReviewState, ctx: Context, why?: string): Review => {
  const { by, at } = doing(ctx);
  const event: LifeEvent = { id: newId(ctx.sources), from: reviewState(r), to, by, at };
  return { ...r, events: [...r.events, { ...event, ...(why?.trim() && { why: why.trim() }) }] };
};

/** Why a review may not come to stand somewhere; undefined where it may. */
export const hindrance = (r: Review, to: ReviewState): Failure | undefined => {
  if (!isMoveOf(r, to)) return { tag: 'movedOn' };
  const missing = missingFor(r, to);
  return missing.length > 0 ? { tag: 'reviewNotReady', missing } : undefined;
};

const refusals: Record<string, Failure> = {
  notAllowed: { tag: 'ownAssessment' },
  submitted: { tag: 'noReason' },
};

/** What the office would refuse is refused here already, so that nobody writes what will never be taken. */
const objection = (
  w: Writer,
  ctx: Context,
  before: Review,
  after: Review,
  patch: Patch,
): Failure | undefined => {
  const refusal = reviewRules.objection(before, after, patch);
  if (refusal) return refusals[refusal] ?? { tag: 'movedOn' };
  const { person, roles } = actorOf(w, ctx);
  return mayChange({ person, roles }, 'review', before, after) ? undefined : { tag: 'notTheirStep' };
};

/** Changes a review that is there, and sends it; undefined is a change that came through before. */
export const onReview = (
  w: Writer,
  ctx: Context,
  id: string,
  change: (r: Review) => Result<Review | undefined, Failure>,
): Result<Saved, Failure> =>
  w.inTransaction((): Result<Saved, Failure> => {
    const before = readRecord(w, 'review', id)?.document;
    if (!before) return gone(w, 'review', 'review', id);
    const changed = change(before);
    if (!changed.ok) return changed;
    const after = changed.value;
    const patch = after ? diff(before, after, registry.review.groups) : [];
    if (!after || patch.length === 0) return ok({ id, savedAt: instant(ctx.sources) });
    const refused = objection(w, ctx, before, after, patch);
    if (refused) return fail(refused);
    const saved = saveAndSend(w, author(ctx), 'review', id, patch);
    return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
  });

/** Writes a record that nobody had before, once and for all by its id. */
export const putOnce = (
  w: Writer,
  ctx: Context,
  type: RecordType,
  document: { id: string },
): Result<Saved, Failure> => {
  if (!readRecord(w, type, document.id)) {
    const saved = saveAndSend(w, author(ctx), type, document.id, [putting([], document)]);
    if (!saved.ok) return saved;
  }
  return ok({ id: document.id, savedAt: instant(ctx.sources) });
};

/** What a patch makes of a review; what somebody else changed meanwhile is named. */
export const patched = (r: Review, patch: Patch): Result<Review, Failure> => {
  const { document, conflicts } = applyPatch(r, patch, registry.review.groups);
  return conflicts.length > 0
    ? fail({ tag: 'changedElsewhere', paths: conflicts.map(({ path }) => path.join('.')) })
    : ok(document);
};
