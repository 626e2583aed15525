import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export function InsetText({ className, ...rest }: ComponentProps<'div'>): ReactNode {
  return <div {...rest} className={classes('govuk-inset-text', className)} />;
}
