import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { TextSize } from './Label.tsx';

export interface FieldsetProps extends ComponentProps<'fieldset'> {
  legend?: ReactNode;
  legendSize?: TextSize | undefined;
  /** The legend is the only question of its page and serves as its h1. */
  legendIsHeading?: boolean | undefined;
}

export function Fieldset(props: FieldsetProps): ReactNode {
  const { legend, legendSize, legendIsHeading, className, children, ...rest } = props;
  return (
    <fieldset {...rest} className={classes('govuk-fieldset', className)}>
      {legend && (
        <legend
          className={classes('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)}
        >
          {legendIsHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
