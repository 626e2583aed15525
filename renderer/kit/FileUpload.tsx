import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { FieldProps } from './Field.tsx';
import { Field, splitField } from './Field.tsx';
import { useHeld } from './SendForm.tsx';

export interface FileUploadProps extends FieldProps, Omit<ComponentProps<'input'>, 'type'> {}

/** The browser's own file control: it takes a file by dialog or by dropping, and works by keyboard. */
export function FileUpload(props: FileUploadProps): ReactNode {
  const { field, control } = splitField(props);
  const held = useHeld();
  const { id, name, className, ...rest } = control;
  return (
    <Field {...field} id={id} name={name} aria-describedby={rest['aria-describedby']}>
      {(wired) => (
        <input
          {...rest}
          {...wired}
          {...(held && { 'aria-disabled': true })}
          type="file"
          className={classes('govuk-file-upload', className, field.error && 'govuk-file-upload--error')}
        />
      )}
    </Field>
  );
}
