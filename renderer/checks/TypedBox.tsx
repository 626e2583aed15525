import { type ReactNode, useRef, useState } from 'react';
import { TextInput } from '#renderer/kit/index.ts';
import { parseDate, parseTime } from '#shared/times.ts';
import { type CheckDraft, withUnread } from './draft.ts';
import type { OpenCheck } from './useCheck.tsx';

/** What may be typed in a box: how it is read, how it is shown, and what is said where it cannot be read. */
const kinds = {
  time: {
    read: parseTime,
    show: (value: string) => value,
    wrong: (text: string) => `“${text}” is not a time. Write it like 14:30, 1430 or 2.30pm.`,
    width: 5,
  },
  day: {
    read: parseDate,
    show: (value: string) => {
      const [year = '', month = '', day = ''] = value.split('-');
      return `${Number(day)}/${Number(month)}/${year}`;
    },
    wrong: (text: string) => `“${text}” is not a day. Write it like 27/3/2026.`,
    width: 10,
  },
} as const;

type TypedBoxProps = {
  open: OpenCheck;
  kind: keyof typeof kinds;
  /** Its id, under which text that cannot be read is kept too. */
  id: string;
  label: ReactNode;
  hint?: string;
  value: string | undefined;
  onValue: (draft: CheckDraft, value: string | undefined) => CheckDraft;
  /** What follows once the box, blank before, is left with a value in it. */
  onFirst?: (draft: CheckDraft) => CheckDraft;
};

/** A time or a day in one box. What cannot be read stays exactly as typed, and is said once the box is left. */
export function TypedBox({ open, kind, id, label, hint, value, onValue, onFirst }: TypedBoxProps): ReactNode {
  const { read, show, wrong, width } = kinds[kind];
  const { keeper, draft } = open;
  const unread = draft.unread[id];
  const [typed, setTyped] = useState<string | null>(null);
  const wasBlank = useRef(false);
  const shown = value === undefined ? '' : show(value);
  const stands =
    typed !== null && (unread === undefined ? (read(typed) ?? '') === (value ?? '') : typed === unread);
  const change = (text: string) => {
    setTyped(text);
    const meant = text.trim() === '' ? undefined : read(text);
    const isUnread = meant === undefined && text.trim() !== '';
    keeper.change((was) => onValue(withUnread(was, id, isUnread ? text : undefined), meant), 'soon');
  };
  return (
    <TextInput
      id={id}
      name={id}
      label={label}
      hint={hint}
      width={width}
      autoComplete="off"
      spellCheck={false}
      maxLength={30}
      error={unread !== undefined && typed === null ? wrong(unread.trim()) : undefined}
      value={stands ? typed : (unread ?? shown)}
      onFocus={() => {
        wasBlank.current = value === undefined;
      }}
      onChange={({ target }) => change(target.value)}
      onBlur={() => {
        setTyped(null);
        if (onFirst && wasBlank.current && value !== undefined) keeper.change(onFirst, 'soon');
        keeper.hurry();
      }}
    />
  );
}
