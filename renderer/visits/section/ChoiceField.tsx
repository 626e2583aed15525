import type { ReactNode } from 'react';
import { Checkboxes } from '#renderer/kit/index.ts';
import { chosenOf, othersOf, pick, valuesOf } from './choices.ts';
import { answerOf, choose, type FieldProps } from './editing.ts';
import { OneOf } from './OneOf.tsx';

/** One of several, yes or no among them; with the answers that are not a value, where the form offers them. */
export function ChoiceField({ q, editing, error }: FieldProps): ReactNode {
  const others = othersOf(q);
  return (
    <OneOf
      id={q.id}
      question={q.text}
      hint={q.hint}
      error={error}
      value={chosenOf(q, editing)}
      items={[...valuesOf(q), q.kind !== 'yesNo' && others.length > 0 && { divider: 'or' }, ...others]}
      pick={(picked) => pick(editing, q, picked)}
      clear={() => pick(editing, q, '')}
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
