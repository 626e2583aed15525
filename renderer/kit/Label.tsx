import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

/** Sizes of the type scale that labels, legends and captions come in. */
export type TextSize = 's' | 'm' | 'l' | 'xl';

export interface LabelProps extends ComponentProps<'label'> {
  size?: TextSize | undefined;
  /** The label is the only question of its page and serves as its h1. */
  isHeading?: boolean | undefined;
}

export function Label({ size, isHeading, className, children, ...rest }: LabelProps): ReactNode {
  const label = (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is named by htmlFor, which the caller gives
    <label {...rest} className={classes('govuk-label', size && `govuk-label--${size}`, className)}>
      {children}
    </label>
  );
  return isHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
