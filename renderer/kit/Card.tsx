import type { ComponentProps, ReactNode } from 'react';
import { createContext } from 'react';
import { classes } from './classes.ts';
import type { Action } from './LinkOrButton.tsx';
import { ActionLink, actionKey } from './LinkOrButton.tsx';

/** The title of the card a summary list stands in, so that its actions can say to whom they belong. */
export const CardTitle = createContext<ReactNode>(null);

export interface CardProps extends Omit<ComponentProps<'div'>, 'title'> {
  title: ReactNode;
  headingLevel?: 2 | 3 | 4 | undefined;
  actions?: readonly Action[] | undefined;
}

/** A summary card: one thing of a list (a detainee, a concern) with its actions. */
export function Card({
  title,
  headingLevel = 2,
  actions = [],
  className,
  children,
  ...rest
}: CardProps): ReactNode {
  const Heading = `h${headingLevel}` as const;
  const [first, second] = actions;
  return (
    <div {...rest} className={classes('govuk-summary-card', className)}>
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {first && !second && (
          <div className="govuk-summary-card__actions">
            <ActionLink action={first} cardTitle={title} />
          </div>
        )}
        {second && (
          <ul className="govuk-summary-card__actions">
            {actions.map((action, index) => (
              <li key={actionKey(action, index)} className="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">
        <CardTitle value={title}>{children}</CardTitle>
      </div>
    </div>
  );
}
