import type { ComponentProps, ReactNode } from 'react';
import { ButtonGroup } from './Button.tsx';
import { classes } from './classes.ts';

export interface PanelProps extends Omit<ComponentProps<'div'>, 'title'> {
  title: ReactNode;
  /** Confirmation says that something is done; interruption asks before going on. */
  kind?: 'confirmation' | 'interruption' | undefined;
  headingLevel?: 1 | 2 | 3 | undefined;
  /** Buttons (kind "inverse") and links of an interruption. */
  actions?: ReactNode;
}

export function Panel(props: PanelProps): ReactNode {
  const { title, kind = 'confirmation', headingLevel = 1, actions, className, children, ...rest } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div {...rest} className={classes('govuk-panel', `govuk-panel--${kind}`, className)}>
      <Heading className="govuk-panel__title">{title}</Heading>
      {children && <div className="govuk-panel__body">{children}</div>}
      {actions && (
        <div className="govuk-panel__actions">
          <ButtonGroup>{actions}</ButtonGroup>
        </div>
      )}
    </div>
  );
}
