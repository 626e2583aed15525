import type { ComponentProps, ReactNode } from 'react';
import type { Choice, ChoiceItem, ChoicesProps } from './choices.tsx';
import { ChoiceList } from './choices.tsx';
import { classes } from './classes.ts';

export interface RadioChoice extends Choice {
  value: string;
}

type InputAttributes = Omit<
  ComponentProps<'input'>,
  keyof ChoicesProps | 'type' | 'value' | 'defaultValue' | 'checked' | 'defaultChecked'
>;

export interface RadiosProps extends ChoicesProps, InputAttributes {
  items: readonly ChoiceItem<RadioChoice>[];
  /** The chosen value, when the caller holds it; `onChange` then tells of a new one. */
  value?: string | null | undefined;
  /** The value chosen at first, when the inputs hold it themselves. */
  defaultValue?: string | undefined;
  inline?: boolean | undefined;
}

export function Radios(props: RadiosProps): ReactNode {
  const { items, value, defaultValue, inline, small, className, ...more } = props;
  const { name, id, legend, legendSize, legendIsHeading, hint, error, groupClassName, ...attributes } = more;
  const { 'aria-describedby': given, ...inputs } = attributes;
  return (
    <ChoiceList
      kind="radios"
      {...{ name, id, legend, legendSize, legendIsHeading, hint, error, groupClassName, items, small }}
      aria-describedby={given}
      describeEach={false}
      className={classes(inline && 'govuk-radios--inline', className) || undefined}
      input={(choice) => ({
        ...inputs,
        name,
        ...(value !== undefined && { checked: choice.value === value }),
        ...(defaultValue !== undefined && { defaultChecked: choice.value === defaultValue }),
      })}
    />
  );
}
