import type { ReactNode } from 'react';
import type { Question } from '#shared/forms/definition.ts';
import { itemTitle } from '#shared/forms/items.ts';
import { answerPath, asItem, itemIdOf, type Scope } from '#shared/forms/scope.ts';
import { chosenOf, othersOf, pick, valuesOf } from '../section/choices.ts';
import { answerOf, type Editing, type, useTyping } from '../section/editing.ts';

export type CellProps = { q: Question; editing: Editing };

/** The id of a cell: the same question is asked of many on one page. */
export const cellId = (q: Question, scope: Pick<Scope, 'path'>): string => `${q.id}-${itemIdOf(scope)}`;

/** What an item of the report is called, as it stands in the first column. */
export const rowTitle = (scope: Scope): string => {
  const of = asItem(scope.of);
  return of ? itemTitle(of, scope.visit, itemIdOf(scope)) : '';
};

/** One answer about one detainee or matter, without its label: chosen from a list, or typed. */
export function Cell({ q, editing }: CellProps): ReactNode {
  if (q.kind !== 'yesNo' && q.kind !== 'choice') return <TypedCell q={q} editing={editing} />;
  const values = [...valuesOf(q), ...othersOf(q)];
  return (
    <select
      id={cellId(q, editing.scope)}
      className="govuk-select"
      value={chosenOf(q, editing) ?? ''}
      onChange={({ target }) => pick(editing, q, target.value)}
    >
      <option value="">–</option>
      {values.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** What a typed text says: a line without the spaces around it, words as they stand. */
const meaning = (q: Question, text: string): string | undefined =>
  text.trim() === '' ? undefined : q.kind === 'longText' ? text : text.trim();

function TypedCell({ q, editing }: CellProps): ReactNode {
  const { value } = answerOf(q, editing);
  const { text, onText, onLeave } = useTyping(
    editing,
    undefined,
    String(value ?? ''),
    (typed) => meaning(q, typed) ?? '',
    (typed) => type(editing, q, q.id, answerPath(q, editing.scope), typed, { value: meaning(q, typed) }),
  );
  const wired = {
    id: cellId(q, editing.scope),
    value: text,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onText(target.value),
    onBlur: onLeave,
  };
  if (q.kind === 'longText')
    return <textarea className="govuk-textarea" rows={2} maxLength={30_000} {...wired} />;
  return <input className="govuk-input" maxLength={q.field === 'custodyNumber' ? 60 : 200} {...wired} />;
}
