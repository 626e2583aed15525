import type { CaseFile } from './case-file.ts';
import type { ReplyDraft } from './case-parts.ts';

/** A draft as far as somebody approves it. */
const read = ({ words, subject, to }: Pick<ReplyDraft, 'words' | 'subject' | 'to'>): string =>
  JSON.stringify([words, subject, to]);

/**
 * Whether what was approved is what goes. Whoever approves a draft is whoever sends that change, and not its author; and
 * what is kept as sent and approved is a draft that was, in the words that were read.
 */
export const approvalsHold = (before: CaseFile | undefined, after: CaseFile, by: string): boolean => {
  const known = before?.drafts ?? [];
  const stands = (draft: ReplyDraft): boolean => {
    const held = known.find(({ id }) => id === draft.id);
    return (
      held?.approved !== undefined && held.approved.by === draft.approved?.by && read(held) === read(draft)
    );
  };
  const approved = after.drafts.filter((draft) => draft.approved && !stands(draft));
  const sent = after.messages.slice(before?.messages.length ?? 0).filter((one) => one.approved);
  return (
    approved.every((draft) => draft.approved?.by === by && draft.by !== by) &&
    sent.every((one) => {
      const draft = known.find(({ id }) => id === one.id);
      return (
        draft?.approved !== undefined &&
        draft.approved.by === one.approved?.by &&
        draft.words === one.words &&
        draft.to === one.to
      );
    })
  );
};
