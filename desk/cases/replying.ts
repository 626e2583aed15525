import type { Writer } from '#db/sql.ts';
import type { Parsed } from '#shared/contract.ts';
import type { Failure } from '#shared/errors.ts';
import { instant } from '#shared/ids.ts';
import { readOf } from '#shared/records/case-approvals.ts';
import type { CaseFile } from '#shared/records/case-file.ts';
import type { Message, ReplyDraft } from '#shared/records/case-parts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { same } from '#shared/sync/patch.ts';
import { addDays } from '#shared/times.ts';
import type { Context, Writes } from '../context.ts';
import { adding, doing } from '../reviews/steps.ts';
import { draftOf, draftProblems, isApprovedFirst } from './replies.ts';
import { changing, onCase } from './steps.ts';

const goneOn = fail({ tag: 'movedOn' } as const);
/** What was sent already, or thrown away, is there no more; sent again it is the same. */
const isSent = (c: CaseFile, id: string): boolean => c.messages.some((one) => one.id === id);

/** Changes a draft that is there. */
const onDraft = (
  w: Writer,
  ctx: Context,
  { id, draft: which }: { id: string; draft: string },
  change: (draft: ReplyDraft, c: CaseFile) => Result<CaseFile | undefined, Failure>,
) =>
  onCase(w, ctx, id, (c) => {
    if (isSent(c, which)) return ok(undefined);
    const draft = draftOf(c, which);
    return draft ? change(draft, c) : goneOn;
  });

const withDraft = (c: CaseFile, draft: ReplyDraft): CaseFile => ({
  ...c,
  drafts: changing(c.drafts, draft.id, () => draft) ?? [...c.drafts, draft],
});

/** What of a draft is written, without who, when and what became of it. */
const written = ({
  purpose,
  channel,
  to,
  subject,
  words,
  files,
  due,
  ask,
}: Parsed<'replies.save'>['draft']) => ({
  ...{ purpose, channel, to, subject, words, files: files ?? [], due, ask },
});

/** Days in which the force is asked to answer, where the draft says none. */
const askedWithin = 14;

/** What sending has as its effect on the case, beside that it is kept. */
const effectOf = (
  c: CaseFile,
  draft: ReplyDraft,
  { on, by, who }: { on: string; by: string; who: Parsed<'replies.send'>['by'] },
): CaseFile => {
  const { id: message, purpose, to = '', words, due = addDays(on, askedWithin) } = draft;
  const stamp = { id: message, on, by };
  switch (purpose) {
    case 'acknowledgement':
      return c.acknowledged ? c : { ...c, acknowledged: { on, message } };
    case 'answer':
      return { ...c, answered: { on, by: who, message } };
    case 'question to the force': {
      const asks = adding(c.asks, { ...stamp, to: to.slice(0, 200), question: words, due, chased: [] });
      return asks ? { ...c, asks } : c;
    }
    case 'reminder to the force': {
      const about = draft.ask ?? c.asks.findLast(({ answered }) => answered === undefined)?.id ?? '';
      const asks = changing(c.asks, about, (one) => ({
        ...one,
        chased: adding(one.chased, stamp) ?? one.chased,
      }));
      return asks ? { ...c, asks } : c;
    }
    default:
      return c;
  }
};

export const replyWrites = {
  'replies.save': (w, { id, draft: now }, ctx) =>
    onCase(w, ctx, id, (c) => {
      if (isSent(c, now.id)) return goneOn;
      const held = draftOf(c, now.id);
      // Saved as it stands it stays approved, or asked to be.
      if (held && same(written(held), written(now))) return ok(undefined);
      const { by, at } = doing(ctx);
      return ok(withDraft(c, { ...now, by, at }));
    }),

  'replies.discard': (w, { id, draft }, ctx) =>
    onCase(w, ctx, id, (c) => ok({ ...c, drafts: c.drafts.filter((one) => one.id !== draft) })),

  'replies.ask': (w, input, ctx) =>
    onDraft(w, ctx, input, (draft, c) => {
      if (draft.asked !== undefined) return ok(undefined);
      const problems = draftProblems(w, ctx, draft);
      if (problems.length > 0) return fail({ tag: 'letterProblems', problems });
      const { returned: _, ...asking } = draft;
      return ok(withDraft(c, { ...asking, asked: doing(ctx).at }));
    }),

  'replies.approve': (w, { approve, why, read, ...input }, ctx) =>
    onDraft(w, ctx, input, (draft, c) => {
      const { by, at } = doing(ctx);
      if (draft.approved) return approve ? ok(undefined) : goneOn;
      if (draft.asked === undefined || readOf(draft) !== readOf(read)) return goneOn;
      if (draft.by === by && approve) return fail({ tag: 'ownReply' });
      if (approve) return ok(withDraft(c, { ...draft, approved: { by, at } }));
      if (why.trim() === '') return fail({ tag: 'noReason' });
      const { asked: _, ...back } = draft;
      return ok(withDraft(c, { ...back, returned: why.trim() }));
    }),

  'replies.send': (w, { on: day, at, by: who, ...input }, ctx) =>
    onDraft(w, ctx, input, (draft, c) => {
      const problems = draftProblems(w, ctx, draft);
      if (problems.length > 0) return fail({ tag: 'letterProblems', problems });
      if (isApprovedFirst(w, ctx, c, draft) && !draft.approved) return fail({ tag: 'notApproved' });
      const { by, on: today } = doing(ctx);
      const on = day ?? today;
      const { id, channel, to, subject, words, files, purpose, approved } = draft;
      const message: Message = {
        ...{ id, direction: 'out', channel, on, kept: instant(ctx.sources), by, words, purpose },
        ...(at && { at }),
        ...(to && { to }),
        ...(subject && { subject }),
        ...(files && files.length > 0 && { files }),
        ...(approved && { approved }),
      };
      const sent = {
        ...c,
        messages: [...c.messages, message],
        drafts: c.drafts.filter((one) => one.id !== id),
      };
      return ok(effectOf(sent, draft, { on, by, who }));
    }),

  'replies.spoke': (w, { id, message: said }, ctx) =>
    onCase(w, ctx, id, (c) => {
      const { by, at } = doing(ctx);
      const messages = adding(c.messages, { ...said, kept: at, by });
      return ok(messages && { ...c, messages });
    }),
} satisfies Partial<Writes>;
