import type { ReactNode } from 'react';
import type { TextInputProps } from './TextInput.tsx';
import { TextInput } from './TextInput.tsx';

export type TimeInputProps = Omit<TextInputProps, 'type' | 'width' | 'inputMode' | 'prefix' | 'suffix'>;

/**
 * A time as people write it: 1430, 14:30, 2.30pm. A plain text box, because the browser's own time picker refuses most
 * of these; it does not ask for the number pad, which lacks the colon and "pm". What was typed is read by shared rules.
 */
export function TimeInput(props: TimeInputProps): ReactNode {
  return <TextInput autoComplete="off" spellCheck={false} maxLength={10} {...props} width={5} />;
}
