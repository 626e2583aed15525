import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { FieldProps } from './Field.tsx';
import { Field, splitField } from './Field.tsx';
import { useHeld } from './SendForm.tsx';

/** One choice. Without a value its text is its value. */
export interface SelectOption extends Omit<ComponentProps<'option'>, 'children' | 'selected'> {
  text: string;
}

export interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, 'children'> {
  options: readonly SelectOption[];
}

export function Select(props: SelectProps): ReactNode {
  const { field, control } = splitField(props);
  const held = useHeld();
  const { id, name, className, options, ...rest } = control;
  return (
    <Field {...field} id={id} name={name} aria-describedby={rest['aria-describedby']}>
      {(wired) => (
        <select
          {...rest}
          {...wired}
          {...(held && { 'aria-disabled': true })}
          className={classes('govuk-select', className, field.error && 'govuk-select--error')}
        >
          {options.map(({ text, ...option }) => (
            <option key={String(option.value ?? text)} {...option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
