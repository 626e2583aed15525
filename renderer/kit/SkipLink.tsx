import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { goToField } from './focus.ts';

export function SkipLink({
  href = '#content',
  className,
  children,
  ...rest
}: ComponentProps<'a'>): ReactNode {
  return (
    <a {...rest} href={href} className={classes('govuk-skip-link', className)} onClick={goToField}>
      {children}
    </a>
  );
}
