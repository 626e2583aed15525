import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export interface DetailsProps extends ComponentProps<'details'> {
  summary: ReactNode;
}

/** Help that most people do not need, under a line that says what it is about. */
export function Details({ summary, className, children, ...rest }: DetailsProps): ReactNode {
  return (
    <details {...rest} className={classes('govuk-details', className)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
