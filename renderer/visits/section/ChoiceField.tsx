import type { ReactNode } from 'react';
import { Checkboxes } from '#renderer/kit/index.ts';
import type { Question } from '#shared/forms/definition.ts';
import { nonAnswers } from '#shared/records/answer.ts';
import { capital } from '../words.ts';
import { answerOf, choose, chooseNot, type FieldProps } from './editing.ts';
import { OneOf } from './OneOf.tsx';

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const optionsOf = (q: Question) => (q.kind === 'yesNo' ? yesNo : (q.options ?? []));

/** What is chosen, as the value of a radio; null where nothing is. */
const chosen = (q: Question, { value, not }: { value?: unknown; not?: string }): string | null => {
  if (not) return `not:${not}`;
  if (value === undefined) return null;
  return q.kind === 'yesNo' ? (value ? 'yes' : 'no') : String(value);
};

/** One of several, yes or no among them; with the answers that are not a value, where the form offers them. */
export function ChoiceField({ q, editing, error }: FieldProps): ReactNode {
  const others =
    q.nonAnswers && !q.field ? nonAnswers.map((not) => ({ value: `not:${not}`, text: capital(not) })) : [];
  const pick = (picked: string) => {
    if (picked.startsWith('not:')) chooseNot(editing, q, picked.slice('not:'.length));
    else choose(editing, q, q.kind === 'yesNo' ? picked === 'yes' : picked);
  };
  return (
    <OneOf
      id={q.id}
      question={q.text}
      hint={q.hint}
      error={error}
      value={chosen(q, answerOf(q, editing))}
      items={[...optionsOf(q), q.kind !== 'yesNo' && others.length > 0 && { divider: 'or' }, ...others]}
      pick={pick}
      clear={() => choose(editing, q, undefined)}
    />
  );
}

/** Several of several. None ticked is a blank. */
export function ChoicesField({ q, editing, error }: FieldProps): ReactNode {
  const { value } = answerOf(q, editing);
  return (
    <Checkboxes
      id={q.id}
      name={q.id}
      legend={q.text}
      legendSize="s"
      hint={q.hint}
      error={error}
      values={Array.isArray(value) ? value : []}
      onValues={(values) => choose(editing, q, values.length > 0 ? values : undefined)}
      items={q.options ?? []}
    />
  );
}
