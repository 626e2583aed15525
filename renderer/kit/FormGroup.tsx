import type { ReactNode } from 'react';
import { useId } from 'react';
import { classes } from './classes.ts';
import { ErrorMessage } from './ErrorMessage.tsx';
import { Hint } from './Hint.tsx';

/** What stands around any control or set of controls. */
export interface GroupProps {
  hint?: ReactNode;
  /** The problem in words; the same words belong in the error summary. */
  error?: ReactNode;
  /** Classes of the group around the control, for layout. */
  groupClassName?: string | undefined;
}

/** The id of a field: as given, else its name (so that an error summary can point at it), else a made one. */
export function useFieldId(id: string | undefined, name: string | undefined): string {
  const made = useId();
  return id ?? name ?? made;
}

/** The value of aria-describedby: what the caller said, then hint, then error, in the order they are read. */
export function describedBy(id: string, texts: GroupProps, given?: string): string | undefined {
  const ids = [given, texts.hint && `${id}-hint`, texts.error && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** Hint and error message of the field `id`, as `describedBy` refers to them. */
export function HintAndError({ id, hint, error }: GroupProps & { id: string }): ReactNode {
  return (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </>
  );
}

interface FormGroupProps {
  error?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** The box that carries the red line of a field with an error. */
export function FormGroup({ error, className, children }: FormGroupProps): ReactNode {
  return (
    <div className={classes('govuk-form-group', error && 'govuk-form-group--error', className)}>
      {children}
    </div>
  );
}
