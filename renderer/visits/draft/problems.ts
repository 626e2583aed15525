import { checkVisit, type Problem } from '#shared/forms/check.ts';
import type { ItemSubject } from '#shared/forms/scope.ts';
import { unreadInAll } from './unread.ts';
import type { OpenDraft } from './useVisitDraft.ts';

/** A problem with the item it lies in, and the words in it that look like a name. */
export type Found = Problem & { item?: { of: ItemSubject; id: string }; name?: string };

/**
 * All that the final check finds: texts that cannot be read first, since they stand in no answer. Words that look like
 * a name are among it also where somebody said that they are none, so that this can be taken back.
 */
export const problemsOf = ({ report, kept, settings }: OpenDraft, today: string): Found[] => {
  const { visit } = kept.draft;
  const unread = unreadInAll(report.form, kept.draft, settings);
  const isUnread = (p: Found) => unread.some((u) => u.question === p.question && u.item?.id === p.item?.id);
  return [
    ...unread.map(({ field, ...place }): Found => ({ weight: 'must fix', ...place, question: field })),
    ...checkVisit(report.form, { ...visit, notNames: {} }, settings, today).filter((p) => !isUnread(p)),
  ];
};
