import type { ReactNode } from 'react';
import { useRead } from '#renderer/app/host.tsx';
import { Select } from '#renderer/kit/index.ts';
import { answerOf, choose, type FieldProps } from './editing.ts';

type Named = { id: string; name: string };
type RecordFieldProps = FieldProps & { names: Record<string, string> };

/** A suite of the scheme. One that is closed can still be the one that was visited. */
export function SuiteField(props: RecordFieldProps): ReactNode {
  const suites = useRead('suites.list', {});
  const list = (suites.data ?? []).map(({ id, name, status }) => ({
    id,
    name: status === 'open' ? name : `${name} (${status})`,
  }));
  return <RecordSelect {...props} list={list} nothing="Choose a suite" />;
}

/** A person of the scheme who has not left. */
export function PersonField(props: RecordFieldProps): ReactNode {
  const people = useRead('people.list', {});
  return <RecordSelect {...props} list={people.data ?? []} nothing="Nobody chosen" />;
}

function RecordSelect(props: RecordFieldProps & { list: readonly Named[]; nothing: string }): ReactNode {
  const { q, editing, error, names, list, nothing } = props;
  const value = String(answerOf(q, editing).value ?? '');
  // What was chosen once stays choosable, also when it is in no list any more.
  const missing = value !== '' && !list.some(({ id }) => id === value);
  const options = [
    { value: '', text: nothing },
    ...(missing ? [{ value, text: names[value] ?? 'Not in the list any more' }] : []),
    ...list.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return (
    <Select
      id={q.id}
      name={q.id}
      label={q.text}
      labelSize="s"
      hint={q.hint}
      error={error}
      options={options}
      value={value}
      onChange={({ target }) => choose(editing, q, target.value || undefined)}
    />
  );
}
