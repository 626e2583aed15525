import { type ReactNode, useState } from 'react';
import { DateInput } from '#renderer/kit/index.ts';
import { answerPath } from '#shared/forms/scope.ts';
import { type DateParts, dateParts, joinDate, readDate, splitDate } from '../draft/reading.ts';
import { answerOf, type FieldProps, type, unreadOf } from './editing.ts';

/** A day in three boxes. Until they make a date they are kept as typed, also when only one is filled in. */
export function DateField({ q, editing, error }: FieldProps): ReactNode {
  const { value } = answerOf(q, editing);
  const date = typeof value === 'string' ? value : undefined;
  const unread = unreadOf(editing, q.id);
  const [typed, setTyped] = useState<DateParts | null>(null);
  const held = unread === undefined ? dateParts(date) : splitDate(unread);
  const stands =
    typed && (unread === undefined ? meaning(typed, q.text) === date : joinDate(typed) === unread);
  const parts = stands ? typed : held;

  const box = (part: keyof DateParts, maxLength: number) => ({
    value: parts[part],
    maxLength,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => {
      const now = { ...parts, [part]: target.value };
      setTyped(now);
      type(editing, q, q.id, answerPath(q, editing.scope), joinDate(now), readDate(now, q.text));
    },
    onBlur: () => editing.keeper.hurry(),
  });
  return (
    <DateInput
      id={q.id}
      legend={q.text}
      legendSize="s"
      hint={q.hint ?? 'For example 27 3 2026'}
      error={error}
      day={box('day', 2)}
      month={box('month', 2)}
      year={box('year', 4)}
    />
  );
}

const meaning = (parts: DateParts, name: string) => {
  const read = readDate(parts, name);
  return 'value' in read ? read.value : Number.NaN;
};
