import { type ReactNode, useState } from 'react';
import { useOnce } from '#renderer/app/once.ts';
import { Button, ConfirmDialog } from '#renderer/kit/index.ts';

type AskFirstProps = {
  /** What stands on the button. */
  text: string;
  /** The one main button of its page; others are secondary. */
  main?: boolean;
  disabled?: boolean;
  /** The question, what answers it with yes, and with no where "Cancel" would not be plain. */
  title: string;
  confirm: string;
  cancel?: string;
  /** What is taken away by it. */
  warning?: boolean;
  /** What follows, in words. */
  children: ReactNode;
  onConfirm: () => void | Promise<void>;
};

/** A button that asks before it does what cannot simply be pressed away again. */
export function AskFirst({
  text,
  main = false,
  disabled,
  children,
  onConfirm,
  ...asked
}: AskFirstProps): ReactNode {
  const [asking, setAsking] = useState(false);
  // Another question at the same place is another wish.
  const act = useOnce(async (_: string) => onConfirm());
  const confirm = () => {
    setAsking(false);
    void act(asked.title);
  };
  return (
    <>
      <Button
        type="button"
        {...(!main && { kind: 'secondary' })}
        {...(disabled !== undefined && { disabled })}
        onClick={() => setAsking(true)}
      >
        {text}
      </Button>
      {asking && (
        <ConfirmDialog {...asked} onConfirm={confirm} onCancel={() => setAsking(false)}>
          {children}
        </ConfirmDialog>
      )}
    </>
  );
}
