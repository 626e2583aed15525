import { checkVisit, type Problem } from '#shared/forms/check.ts';
import { itemTitle } from '#shared/forms/items.ts';
import type { Visit } from '#shared/records/visit.ts';
import { hasWaiting, numbersKey } from '../notes/numbers.ts';
import { unreadInAll } from './unread.ts';
import type { OpenDraft } from './useVisitDraft.ts';

/** Numbers copied from a sheet that are in no detainee yet. */
const notTakenIn: Problem = {
  weight: 'must fix',
  section: 'notes/numbers',
  question: numbersKey,
  text: 'Custody record numbers from your sheet are typed and not entered yet',
};

/**
 * All that the final check finds: texts that cannot be read first, since they stand in no answer. Words that look like
 * a name are among it also where somebody said that they are none, so that this can be taken back.
 * @param today the day as the person's machine believes, `YYYY-MM-DD`
 * @param places names of the office's suites, which look like people's and are not
 */
export const problemsOf = (
  { report, kept, settings }: OpenDraft,
  today: string,
  places: readonly string[],
): Problem[] => {
  const { form } = report;
  const { visit } = kept.draft;
  const unread = unreadInAll(form, kept.draft, settings);
  const isUnread = (p: Problem) => unread.some((u) => u.question === p.question && u.item?.id === p.item?.id);
  return [
    ...(hasWaiting(kept.draft) ? [notTakenIn] : []),
    ...unread.map(({ field, ...place }): Problem => ({ weight: 'must fix', ...place, question: field })),
    ...checkVisit(form, { ...visit, notNames: {} }, settings, today, places).filter((p) => !isUnread(p)),
  ];
};

/** What is wrong, said of the detainee or matter it lies in. */
export const problemText = ({ item, text }: Pick<Problem, 'item' | 'text'>, visit: Visit): string =>
  item ? `${itemTitle(item.of, visit, item.id)}: ${text}` : text;
