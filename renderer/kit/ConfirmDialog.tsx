import type { ReactNode } from 'react';
import { useId, useLayoutEffect, useRef } from 'react';
import { Button, ButtonGroup } from './Button.tsx';

export interface ConfirmDialogProps {
  /** The question, by name: "Remove detainee 3?" */
  title: ReactNode;
  children?: ReactNode;
  /** The verb of the question: "Remove". */
  confirm: string;
  cancel?: string | undefined;
  /** What is confirmed cannot be undone easily; focus begins on saying no. */
  warning?: boolean | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/**
 * Asks before something is done. Render it while the question stands. Esc says no; focus goes back to where it came
 * from, if that is still there.
 */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { title, children, confirm, cancel = 'Cancel', warning, onConfirm, onCancel } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const bodyId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    if (warning) cancelButton.current?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [warning]);
  return (
    <dialog
      ref={ref}
      className="desk-dialog"
      aria-labelledby={titleId}
      aria-describedby={children ? bodyId : undefined}
      onCancel={(event) => {
        // The page takes the dialog away; a dialog that closed itself would leave the page believing it still asks.
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 className="govuk-heading-m" id={titleId}>
        {title}
      </h2>
      {children && (
        <div className="govuk-body" id={bodyId}>
          {children}
        </div>
      )}
      <ButtonGroup>
        <Button type="button" kind={warning ? 'warning' : undefined} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button ref={cancelButton} type="button" kind="secondary" onClick={onCancel}>
          {cancel}
        </Button>
      </ButtonGroup>
    </dialog>
  );
}
