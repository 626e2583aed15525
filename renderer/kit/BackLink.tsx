import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export function BackLink({
  href = '#',
  className,
  children = 'Back',
  ...rest
}: ComponentProps<'a'>): ReactNode {
  return (
    <a {...rest} href={href} className={classes('govuk-back-link', className)}>
      {children}
    </a>
  );
}
