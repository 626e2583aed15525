import type { Question } from '#shared/forms/definition.ts';
import { kindWords } from '#shared/forms/differences.ts';
import type { Standing } from '#shared/forms/locks.ts';
import { conditionWords, subjectOf } from '#shared/forms/terms.ts';
import { capital } from '#shared/text.ts';
import type { OpenForm } from './useFormDraft.ts';

/** What a question is called where it may not have words yet. */
export const questionName = (q: Question): string => q.text.trim() || 'A question without text';

/** When something shows, as a sentence. */
export const showsWhen = (words: string): string => (words ? `Shows only if ${words}.` : 'Always shows.');

/** What is worth knowing of a question in a list: how it is answered, by whom it is read, when it shows. */
export const inShort = ({ draft }: OpenForm, { section, question: q }: Standing): string => {
  const words = conditionWords(q.when, draft, subjectOf(section));
  const kind = kindWords[q.kind];
  const parts = [
    q.must && 'must be answered',
    q.sharing && 'office only',
    section.closable && q.always && 'shown although the group is closed',
    q.onPaper && 'on the paper sheet',
    words && `only if ${words}`,
  ];
  return [capital(kind), ...parts.filter(Boolean)].join('; ');
};
