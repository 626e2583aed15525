import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export function ErrorMessage({ className, children, ...rest }: ComponentProps<'p'>): ReactNode {
  return (
    <p {...rest} className={classes('govuk-error-message', className)}>
      <span className="govuk-visually-hidden">Error:</span> {children}
    </p>
  );
}
