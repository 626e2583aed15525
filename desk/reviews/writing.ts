import { readRecord } from '#db/records.ts';
import { instant, newId } from '#shared/ids.ts';
import { registry } from '#shared/records/registry.ts';
import { newReview, type Review, reviewState, standingOf } from '#shared/records/review.ts';
import { reviewLifeFields } from '#shared/records/review-rules.ts';
import { fail, ok } from '#shared/result.ts';
import { diff, same } from '#shared/sync/patch.ts';
import type { Writes } from '../context.ts';
import { adding, doing, gone, hindrance, movedTo, onReview, patched, putOnce } from './steps.ts';

/** What is typed of a review. What is stamped with who and when, and its life, have calls of their own. */
const typed: readonly string[] = [
  'received',
  'means',
  'route',
  'applicant',
  'applicantIs',
  'representative',
  'caseworker',
  'adjustments',
  'grounds',
  'complaint',
  'outcome',
  'wrongBodies',
  'body',
  'acknowledged',
  'fileRequested',
  'fileReceived',
  'allegations',
  'examination',
  'themes',
];
const isTyped = ([field = '', part]: readonly string[]): boolean =>
  typed.includes(field) && !(field === 'body' && part === 'override');

const given = (words: string | undefined) => (words?.trim() ? { words: words.trim() } : {});
const without = <T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = object;
  return rest;
};

/** What was changed of a review that has ended, as a correction with its reason. */
const corrected = (before: Review, after: Review, reason: string, ctx: Parameters<typeof doing>[0]) => {
  const changes = diff(before, after, registry.review.groups).filter(
    (c) => !same(c.was, c.now) && !reviewLifeFields.includes(c.path[0] ?? ''),
  );
  if (changes.length === 0) return after;
  const { by, at } = doing(ctx);
  return {
    ...after,
    corrections: [...after.corrections, { id: newId(ctx.sources), by, at, changes, reason }],
  };
};

export const reviewWrites = {
  'reviews.start': (w, application, ctx) =>
    w.inTransaction(() => {
      const { id } = application;
      const begun: Review = { ...newReview(application), caseworker: ctx.identity.person };
      const saved = putOnce(w, ctx, 'review', begun);
      return saved.ok
        ? ok({ ...saved.value, reference: readRecord(w, 'review', id)?.document.reference ?? null })
        : saved;
    }),

  'reviews.save': (w, { id, patch, reason = '' }, ctx) =>
    patch.every(({ path }) => isTyped(path))
      ? onReview(w, ctx, id, (r) => {
          const changed = patched(r, patch);
          if (!changed.ok || standingOf(r) === 'open') return changed;
          const isFree = patch.every(({ path }) => reviewLifeFields.includes(path[0] ?? ''));
          if (reason.trim() === '' && !isFree) return fail({ tag: 'noReason' });
          return ok(corrected(r, changed.value, reason.trim(), ctx));
        })
      : fail({ tag: 'notAllowed' }),

  'reviews.check': (w, { id, check, result, reason }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const others = without(r.validity ?? {}, check);
      if (result === null) return ok({ ...r, validity: others });
      const said = { result, by, on, ...(reason?.trim() && { reason: reason.trim() }) };
      return ok({ ...r, validity: { ...others, [check]: said } });
    }),

  'reviews.override': (w, { id, body, reason }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const answers = r.body?.answers ?? {};
      if (body === null)
        return ok({ ...r, body: { ...without({ override: undefined, ...r.body }, 'override'), answers } });
      if (reason.trim() === '') return fail({ tag: 'noReason' });
      return ok({ ...r, body: { ...r.body, answers, override: { body, reason: reason.trim(), by, on } } });
    }),

  'reviews.takeLate': (w, { id, accepted, reasons }, ctx) =>
    onReview(w, ctx, id, (r) => {
      if (reviewState(r) !== 'received') return fail({ tag: 'movedOn' });
      if (reasons.trim() === '') return fail({ tag: 'noReason' });
      const { by, on } = doing(ctx);
      return ok({ ...r, late: { accepted, reasons: reasons.trim(), by, on } });
    }),

  'reviews.notice': (w, { id, notice: { notNeeded, on: day, ...notice } }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const why = notNeeded?.trim();
      const notices = adding(r.notices, { ...notice, on: day ?? on, by, ...(why && { notNeeded: why }) });
      return ok(notices && { ...r, notices });
    }),

  'reviews.declare': (w, { id, declaration: { words, ...declaration } }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const declarations = adding(r.declarations, { ...declaration, by, on, ...given(words) });
      return ok(declarations && { ...r, declarations });
    }),

  'reviews.draft': (w, { id, draft }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, at } = doing(ctx);
      const drafts = adding(r.drafts, { ...draft, by, at });
      return ok(drafts && { ...r, drafts });
    }),

  'reviews.checkQuality': (w, { id, check: { words, ...check } }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      if (!r.drafts.some((one) => one.id === check.draft)) return fail({ tag: 'movedOn' });
      const qualityChecks = adding(r.qualityChecks, { ...check, by, on, ...given(words) });
      return ok(qualityChecks && { ...r, qualityChecks });
    }),

  'reviews.tell': (w, { id, told: { on: day, quoted, ...told } }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const all = adding(r.told, { ...told, on: day ?? on, by, ...(quoted && { quoted }) });
      return ok(all && { ...r, told: all });
    }),

  'reviews.learn': (w, { id, learning }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const all = adding(r.learning, { ...learning, by, on });
      return ok(all && { ...r, learning: all });
    }),

  'reviews.note': (w, { id, note, words }, ctx) =>
    w.inTransaction(() => {
      if (!readRecord(w, 'review', id)) return gone(w, 'review', 'review', id);
      if (words.trim() === '') return fail({ tag: 'noWords' });
      const { by, on, at } = doing(ctx);
      const saved = putOnce(w, ctx, 'reviewNote', {
        id: note,
        ...{ review: id, on, at, by, words: words.trim() },
      });
      return saved.ok ? ok({ id, savedAt: instant(ctx.sources) }) : saved;
    }),

  'reviews.move': (w, { id, to, why }, ctx) =>
    onReview(w, ctx, id, (r) => {
      if (reviewState(r) === to) return ok(undefined);
      // To whom, what was decided and how it ended belong to these moves, and have calls of their own.
      const isBack = ['assigned', 'decided'].includes(to) && ['returned', 'closed'].includes(reviewState(r));
      if (!isBack && !['received', 'valid', 'returned', 'closed'].includes(to))
        return fail({ tag: 'notTheirStep' });
      const refused = hindrance(r, to);
      if (refused && !(isBack && refused.tag === 'reviewNotReady')) return fail(refused);
      const onward = ['valid', 'returned', 'closed'].includes(to) && !goesBack(reviewState(r), to);
      if (!onward && why.trim() === '') return fail({ tag: 'noReason' });
      return ok(movedTo(r, to, ctx, why));
    }),

  'reviews.assign': (w, { id, assignment: { on: day, ...assignment } }, ctx) =>
    onReview(w, ctx, id, (r) => {
      if (readRecord(w, 'person', assignment.assessor)?.document.roles.includes('assessor') !== true)
        return fail({ tag: 'reviewNotReady', missing: ['They are no assessor of the office.'] });
      const { by, on } = doing(ctx);
      const assignments = adding(r.assignments, { ...assignment, on: day ?? on, by });
      if (!assignments) return ok(undefined);
      const assigned = { ...r, assignments };
      if (reviewState(r) === 'assigned') return ok(assigned);
      const refused = hindrance(assigned, 'assigned');
      return refused ? fail(refused) : ok(movedTo(assigned, 'assigned', ctx));
    }),

  'reviews.decide': (w, { id, decision: { on: day, delegation, ...decision } }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const delegated = delegation && { delegation };
      const decisions = adding(r.decisions, { ...decision, ...delegated, on: day ?? on, by });
      if (!decisions) return ok(undefined);
      const decided = { ...r, decisions };
      const refused = reviewState(r) === 'returned' ? undefined : hindrance(r, 'decided');
      if (refused || reviewState(r) !== 'returned') return fail(refused ?? { tag: 'movedOn' });
      return ok(movedTo(decided, 'decided', ctx));
    }),

  'reviews.end': (w, { id, ending: { on: day, withdrawn, ...ending } }, ctx) =>
    onReview(w, ctx, id, (r) => {
      const { by, on } = doing(ctx);
      const which = ending.to === 'withdrawn' ? { withdrawn: withdrawn ?? ('application' as const) } : {};
      const endings = adding(r.endings, { ...ending, ...which, on: day ?? on, by });
      if (!endings) return ok(undefined);
      const refused = hindrance(r, ending.to);
      return refused ? fail(refused) : ok(movedTo({ ...r, endings }, ending.to, ctx));
    }),
} satisfies Partial<Writes>;

const order: readonly string[] = ['received', 'valid', 'assigned', 'returned', 'decided', 'closed'];
const goesBack = (from: string, to: string): boolean =>
  !order.includes(from) || order.indexOf(to) < order.indexOf(from);
