import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export function WarningText({ className, children, ...rest }: ComponentProps<'div'>): ReactNode {
  return (
    <div {...rest} className={classes('govuk-warning-text', className)}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span> {children}
      </strong>
    </div>
  );
}
