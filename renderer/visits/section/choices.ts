import type { Question } from '#shared/forms/definition.ts';
import { nonAnswers } from '#shared/records/answer.ts';
import { capital } from '#shared/text.ts';
import { answerOf, choose, chooseNot, type Editing } from './editing.ts';

type Choice = { value: string; text: string };

const yesNo: Choice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

/** The values that a question is answered with. */
export const valuesOf = (q: Question): readonly Choice[] => (q.kind === 'yesNo' ? yesNo : (q.options ?? []));

/** The answers that are not a value, where the form offers them. */
export const othersOf = (q: Question): readonly Choice[] =>
  q.nonAnswers && !q.field ? nonAnswers.map((not) => ({ value: `not:${not}`, text: capital(not) })) : [];

/** Which of them is chosen; null where nothing is. */
export const chosenOf = (q: Question, editing: Editing): string | null => {
  const { value, not } = answerOf(q, editing);
  if (not) return `not:${not}`;
  if (value === undefined) return null;
  return q.kind === 'yesNo' ? (value ? 'yes' : 'no') : String(value);
};

/** Answers with one of them; with nothing where that is empty. */
export const pick = (editing: Editing, q: Question, picked: string): void => {
  if (picked.startsWith('not:')) chooseNot(editing, q, picked.slice('not:'.length));
  else if (picked === '') choose(editing, q, undefined);
  else choose(editing, q, q.kind === 'yesNo' ? picked === 'yes' : picked);
};
