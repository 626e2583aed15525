import { type ReactNode, useState } from 'react';
import { TextInput } from '#renderer/kit/index.ts';
import { parseDate } from '#shared/times.ts';

type DayInputProps = {
  id: string;
  label: string;
  day: string | undefined;
  onDay: (day: string | undefined) => void;
};

const british = (day: string | undefined) => day?.split('-').reverse().join('/') ?? '';

/**
 * A day to narrow a list by, as people write it here: 27/3/2026. A plain box, because the browser's own asks in the
 * order of its own language. It counts once the box is left or Enter is pressed.
 */
export function DayInput({ id, label, day, onDay }: DayInputProps): ReactNode {
  const [text, setText] = useState(british(day));
  const [wrong, setWrong] = useState(false);
  const use = () => {
    const read = text.trim() === '' ? undefined : parseDate(text);
    setWrong(text.trim() !== '' && !read);
    if (read !== day && (read || text.trim() === '')) onDay(read);
  };
  return (
    <TextInput
      id={id}
      label={label}
      placeholder="day/month/year"
      autoComplete="off"
      maxLength={10}
      value={text}
      error={wrong ? 'Write a day like 27/3/2026' : undefined}
      onChange={({ target }) => setText(target.value)}
      onBlur={use}
      onKeyDown={({ key }) => key === 'Enter' && use()}
    />
  );
}
