import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { FieldProps } from './Field.tsx';
import { Field, splitField } from './Field.tsx';
import { useHeld } from './SendForm.tsx';

export interface TextInputProps extends FieldProps, Omit<ComponentProps<'input'>, 'prefix' | 'width'> {
  /** Width in characters, when the length of the answer is known. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  /** Shown before and after the box; say it in the label too, since it is not read out. */
  prefix?: ReactNode;
  suffix?: ReactNode;
}

export function TextInput(props: TextInputProps): ReactNode {
  const { field, control } = splitField(props);
  const held = useHeld();
  const { id, name, width, prefix, suffix, className, type = 'text', ...rest } = control;
  return (
    <Field {...field} id={id} name={name} aria-describedby={rest['aria-describedby']}>
      {(wired) => {
        const input = (
          <input
            {...rest}
            {...wired}
            {...(held && { readOnly: true })}
            type={type}
            className={classes(
              'govuk-input',
              width && `govuk-input--width-${width}`,
              className,
              field.error && 'govuk-input--error',
            )}
          />
        );
        if (!prefix && !suffix) return input;
        return (
          <div className="govuk-input__wrapper">
            {prefix && (
              <div className="govuk-input__prefix" aria-hidden="true">
                {prefix}
              </div>
            )}
            {input}
            {suffix && (
              <div className="govuk-input__suffix" aria-hidden="true">
                {suffix}
              </div>
            )}
          </div>
        );
      }}
    </Field>
  );
}
