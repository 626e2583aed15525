import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Failed } from '#renderer/app/Failed.tsx';
import type { Writing } from '#renderer/app/host.tsx';
import { Button, ErrorSummary, SendForm } from '#renderer/kit/index.ts';
import type { CallName } from '#shared/contract.ts';
import type { SentForm as Sent } from './useSentForm.ts';

type SentFormProps<F extends FieldValues> = {
  sent: Sent<F>;
  writing: Pick<Writing<CallName>, 'failure'>;
  label: string;
  button: string;
  /** It is the main button of the page. */
  main?: boolean;
  children: ReactNode;
};

/** The frame of a form that adds something: its problems first, its fields, one button. */
export function SentForm<F extends FieldValues>(props: SentFormProps<F>): ReactNode {
  const { sent, writing, label, button, main = false, children } = props;
  return (
    <SendForm aria-label={label} className="desk-screen-only" send={sent.submit}>
      {sent.problems.length > 0 && <ErrorSummary key={sent.attempt} errors={sent.problems} />}
      <Failed failure={writing.failure} />
      {children}
      <Button {...(!main && { kind: 'secondary' })}>{button}</Button>
    </SendForm>
  );
}
