import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export function Hint({ className, ...rest }: ComponentProps<'div'>): ReactNode {
  return <div {...rest} className={classes('govuk-hint', className)} />;
}
