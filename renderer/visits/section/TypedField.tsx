import type { ReactNode } from 'react';
import { Textarea, TextInput, TimeInput } from '#renderer/kit/index.ts';
import { answerPath } from '#shared/forms/scope.ts';
import { type Reading, readNumber, readTime } from '../draft/reading.ts';
import { answerOf, type FieldProps, type, unreadOf, useTyping } from './editing.ts';

/** How the text of each kind of question is read. */
const reading = (kind: string, text: string, name: string): Reading => {
  if (kind === 'time') return readTime(text, name);
  if (kind === 'number') return readNumber(text, name);
  const value = kind === 'text' ? text.trim() : text;
  return { value: value.trim() === '' ? undefined : value };
};

/** A question answered by typing: words, a number, a time. */
export function TypedField({ q, editing, error }: FieldProps): ReactNode {
  const { value } = answerOf(q, editing);
  const meant = (text: string) => {
    const read = reading(q.kind, text, q.text);
    return 'value' in read ? String(read.value ?? '') : undefined;
  };
  const { text, onText, onLeave } = useTyping(
    editing,
    unreadOf(editing, q.id),
    String(value ?? ''),
    meant,
    (typed) => type(editing, q, q.id, answerPath(q, editing.scope), typed, reading(q.kind, typed, q.text)),
  );
  const field = {
    id: q.id,
    name: q.id,
    label: q.text,
    labelSize: 's',
    hint: q.hint,
    error,
    value: text,
  } as const;
  const onChange = ({ target }: { target: { value: string } }) => onText(target.value);

  if (q.kind === 'time') return <TimeInput {...field} onChange={onChange} onBlur={onLeave} />;
  if (q.kind === 'longText')
    return (
      <Textarea {...field} maxLength={30_000} onChange={onChange} onBlur={() => editing.keeper.hurry()} />
    );
  if (q.kind === 'number')
    return (
      <TextInput
        {...field}
        width={5}
        inputMode="numeric"
        autoComplete="off"
        onChange={onChange}
        onBlur={onLeave}
      />
    );
  return <TextInput {...field} maxLength={200} autoComplete="off" onChange={onChange} onBlur={onLeave} />;
}
