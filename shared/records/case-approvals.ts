import type { CaseFile } from './case-file.ts';
import type { Message, ReplyDraft } from './case-parts.ts';

/** A reply as far as somebody approves it: whatever of it reaches whoever it is to. */
export const readOf = ({
  words,
  subject,
  to,
  files = [],
}: Partial<Pick<Message, 'words' | 'subject' | 'to' | 'files'>>): string =>
  JSON.stringify([words, subject || undefined, to || undefined, files]);

/**
 * Whether what was approved is what goes. A draft is that of whoever wrote last in it, and is approved by whoever sends
 * that change, which is somebody else and finds it there as they read it. What is kept as sent and approved is a draft
 * that was, in the words that were read.
 */
export const approvalsHold = (before: CaseFile | undefined, after: CaseFile, by: string): boolean => {
  const known = (id: string): ReplyDraft | undefined => before?.drafts.find((draft) => draft.id === id);
  const isWritten = (draft: ReplyDraft): boolean => {
    const held = known(draft.id);
    return held === undefined || held.by !== draft.by || readOf(held) !== readOf(draft);
  };
  const mayApprove = (draft: ReplyDraft, who: string | undefined): boolean =>
    draft.approved ? draft.approved.by === who : who === by && draft.by !== by;
  const drafts = after.drafts.every((draft) => {
    if (isWritten(draft)) return draft.by === by && draft.approved === undefined;
    const held = known(draft.id) as ReplyDraft;
    return draft.approved === undefined || mayApprove(held, draft.approved.by);
  });
  const sent = after.messages.slice(before?.messages.length ?? 0).filter((one) => one.approved);
  return (
    drafts &&
    sent.every((one) => {
      const draft = known(one.id);
      return draft !== undefined && mayApprove(draft, one.approved?.by) && readOf(draft) === readOf(one);
    })
  );
};
