import { saveAndSend } from '#db/office.ts';
import { readRecord } from '#db/records.ts';
import { type Reader, sql, type Writer } from '#db/sql.ts';
import type { Output, Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import type { Recommendation } from '#shared/records/recommendation.ts';
import { reviewState } from '#shared/records/review.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { diff } from '#shared/sync/patch.ts';
import { author, type Context, type Reads, type Writes } from '../context.ts';
import { placeAfter } from '../paging.ts';
import { clocksOf, namesOf, referenceOf } from './around.ts';
import { recommendationSeen } from './reading.ts';
import { adding, doing, gone, putOnce } from './steps.ts';

type Row = Output<'recommendations.list'>['rows'][number];

const rowOf = (r: Reader, one: Recommendation, ctx: Context, clocks: ReturnType<typeof clocksOf>): Row => {
  const { answer, deadline, late } = recommendationSeen(one, clocks, ctx.today);
  const changed = one.changed.at(-1);
  return {
    id: one.id,
    review: one.review,
    reference: referenceOf(r, one.review),
    kind: one.kind,
    words: one.words,
    madeOn: one.madeOn,
    due: deadline?.due ?? null,
    answer,
    late: late && one.answers.length === 0,
    reasons: one.answers.at(-1)?.reasons ?? null,
    changed: changed ? { words: changed.words, on: changed.on } : null,
  };
};

const list = (r: Reader, { show, after, limit }: Parsed<'recommendations.list'>, ctx: Context) => {
  const clocks = clocksOf(r, ctx);
  const place = placeAfter(after);
  let asked = sql.selectFrom('recommendation').select('data');
  if (show === 'unanswered' || show === 'late') asked = asked.where('answer', 'is', null);
  else if (show !== 'all') asked = asked.where('answer', '=', show);
  if (place) asked = asked.where((e) => e(e.refTuple('made_on', 'id'), '<', e.tuple(place.date, place.id)));
  // Of those unanswered only some are late, and they are few: the page is cut when that is known.
  const ordered = asked.orderBy('made_on', 'desc').orderBy('id', 'desc');
  const found = r
    .all(show === 'late' ? ordered : ordered.limit(limit + 1))
    .map(({ data }) => rowOf(r, JSON.parse(data), ctx, clocks))
    .filter((row) => show !== 'late' || row.late);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? `${last.madeOn}/${last.id}` : null };
};

/** Adds to a recommendation that is there; undefined is what came through before. */
const onOne = (
  w: Writer,
  ctx: Context,
  id: string,
  change: (one: Recommendation) => Result<Recommendation | undefined, Failure>,
) =>
  w.inTransaction((): Result<{ id: string; savedAt: string }, Failure> => {
    const before = readRecord(w, 'recommendation', id)?.document;
    if (!before) return gone(w, 'recommendation', 'recommendation', id);
    const after = change(before);
    if (!after.ok) return after;
    if (after.value) {
      const saved = saveAndSend(w, author(ctx), 'recommendation', id, diff(before, after.value));
      if (!saved.ok) return saved;
    }
    return ok({ id, savedAt: instant(ctx.sources) });
  });

const peopleIn = ({ by, answers, steps, told, changed }: Recommendation): string[] => [
  by,
  ...[...answers, ...steps, ...told, ...changed].map((one) => one.by),
];

export const recommendationReads = {
  'recommendations.get': (r, { id }, ctx) => {
    const one = readRecord(r, 'recommendation', id)?.document;
    if (!one) return gone(r, 'recommendation', 'recommendation', id);
    return ok({
      ...recommendationSeen(one, clocksOf(r, ctx), ctx.today),
      reference: referenceOf(r, one.review),
      names: namesOf(r, peopleIn(one)),
    });
  },
  'recommendations.list': (r, listing, ctx) => ok(list(r, listing, ctx)),
} satisfies Partial<Reads>;

export const recommendationWrites = {
  'recommendations.make': (w, { madeOn, ...made }, ctx) =>
    w.inTransaction(() => {
      const review = readRecord(w, 'review', made.review)?.document;
      if (!review) return gone(w, 'review', 'review', made.review);
      if (made.words.trim() === '') return fail({ tag: 'noWords' });
      // What is recommended stands in the decision.
      if (!['returned', 'decided', 'closed'].includes(reviewState(review))) return fail({ tag: 'movedOn' });
      const { by, on } = doing(ctx);
      const { route } = review;
      return putOnce(w, ctx, 'recommendation', {
        ...made,
        ...{ ...(route && { route }), madeOn: madeOn ?? on, by },
        ...{ answers: [], steps: [], told: [], changed: [] },
      });
    }),
  'recommendations.answer': (w, { id, answer: { from, reasons, ...answer } }, ctx) =>
    onOne(w, ctx, id, (one) => {
      const why = reasons?.trim();
      if (answer.answer !== 'accepted' && !why) return fail({ tag: 'noWords' });
      const { by } = doing(ctx);
      const answers = adding(one.answers, {
        ...answer,
        ...{ by, ...(from?.trim() && { from: from.trim() }), ...(why && { reasons: why }) },
      });
      return ok(answers && { ...one, answers });
    }),
  'recommendations.add': (w, { id, what }, ctx) =>
    onOne(w, ctx, id, (one) => {
      const { by, on } = doing(ctx);
      const marks = { id: what.id, on: what.on ?? on, by };
      if (what.kind === 'told') {
        const told = adding(one.told, marks);
        return ok(told && { ...one, told });
      }
      if (what.kind === 'changed') {
        const changed = adding(one.changed, { ...marks, words: what.words });
        return ok(changed && { ...one, changed });
      }
      const evidence = what.evidence?.trim();
      const steps = adding(one.steps, { ...marks, words: what.words, ...(evidence && { evidence }) });
      return ok(steps && { ...one, steps });
    }),
} satisfies Partial<Writes>;
