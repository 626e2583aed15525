import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { FieldProps } from './Field.tsx';
import { Field, splitField } from './Field.tsx';
import { useHeld } from './SendForm.tsx';

export interface TextareaProps extends FieldProps, ComponentProps<'textarea'> {}

export function Textarea(props: TextareaProps): ReactNode {
  const { field, control } = splitField(props);
  const held = useHeld();
  const { id, name, className, rows = 5, ...rest } = control;
  return (
    <Field {...field} id={id} name={name} aria-describedby={rest['aria-describedby']}>
      {(wired) => (
        <textarea
          {...rest}
          {...wired}
          {...(held && { readOnly: true })}
          rows={rows}
          className={classes('govuk-textarea', field.error && 'govuk-textarea--error', className)}
        />
      )}
    </Field>
  );
}
