import type { Failure } from '#shared/errors.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Context, Writes } from '../context.ts';
import { adding, doing } from '../reviews/steps.ts';
import { changing, onCase } from './steps.ts';

const given = (words: string | undefined) => (words?.trim() ? { words: words.trim() } : {});

/** One of a case's lists with one thing in it changed; of what is not there nothing can be said. */
const within = <K extends 'asks' | 'holds' | 'followUps'>(
  c: CaseFile,
  list: K,
  id: string,
  change: (one: CaseFile[K][number]) => CaseFile[K][number],
): Result<CaseFile, Failure> => {
  const changed = changing(c[list] as (CaseFile[K][number] & { id: string })[], id, change as never);
  return changed ? ok({ ...c, [list]: changed }) : fail({ tag: 'movedOn' });
};

const today = (ctx: Context, day: string | undefined) => {
  const { by, on } = doing(ctx);
  return { by, on: day ?? on };
};

/** What is done about a case between its coming in and its closing. */
export const caseDoingWrites = {
  'cases.acknowledge': (w, { id, on, message }, ctx) =>
    onCase(w, ctx, id, (c) =>
      ok({ ...c, acknowledged: { on: today(ctx, on).on, ...(message && { message }) } }),
    ),

  'cases.answer': (w, { id, on, by, message }, ctx) =>
    onCase(w, ctx, id, (c) =>
      ok({ ...c, answered: { on: today(ctx, on).on, by, ...(message && { message }) } }),
    ),

  'cases.ask': (w, { id, ask, on, to, question, due }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const asks = adding(c.asks, { id: ask, ...today(ctx, on), to, question, due, chased: [] });
      return ok(asks && { ...c, asks });
    }),

  'cases.chase': (w, { id, ask, chase, on }, ctx) =>
    onCase(w, ctx, id, (c) =>
      within(c, 'asks', ask, (one) => ({
        ...one,
        chased: adding(one.chased, { id: chase, ...today(ctx, on) }) ?? one.chased,
      })),
    ),

  'cases.askAnswered': (w, { id, ask, on, answer }, ctx) =>
    onCase(w, ctx, id, (c) =>
      within(c, 'asks', ask, (one) => ({
        ...one,
        answered: today(ctx, on).on,
        ...(answer?.trim() && { answer: answer.trim() }),
      })),
    ),

  'cases.askDone': (w, { id, ask, on, words }, ctx) =>
    onCase(w, ctx, id, (c) =>
      within(c, 'asks', ask, (one) => ({ ...one, done: { ...today(ctx, on), ...given(words) } })),
    ),

  'cases.hold': (w, { id, hold, from, why }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const { by, on } = today(ctx, from);
      const holds = adding(c.holds, { id: hold, from: on, why, by });
      return ok(holds && { ...c, holds });
    }),

  'cases.resume': (w, { id, hold, until }, ctx) =>
    onCase(w, ctx, id, (c) =>
      within(c, 'holds', hold, (one) => ({ ...one, until: one.until ?? today(ctx, until).on })),
    ),

  'cases.step': (w, { id, step, what, on, words }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const steps = adding(c.steps, { id: step, what, ...today(ctx, on), ...given(words) });
      return ok(steps && { ...c, steps });
    }),

  'cases.followUp': (w, { id, followUp, due, what }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const followUps = adding(c.followUps, { id: followUp, due, what, by: ctx.identity.person });
      return ok(followUps && { ...c, followUps });
    }),

  'cases.followedUp': (w, { id, followUp, on }, ctx) =>
    onCase(w, ctx, id, (c) =>
      within(c, 'followUps', followUp, (one) => ({ ...one, done: one.done ?? today(ctx, on).on })),
    ),
} satisfies Partial<Writes>;
