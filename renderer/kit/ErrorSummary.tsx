import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { goToField, useFocusOnMount } from './focus.ts';

/** A problem in the same words as at its field. */
export interface SummaryError {
  text: ReactNode;
  /** The id of the field (usually its name); without one the problem has no link. */
  id?: string | undefined;
}

export interface ErrorSummaryProps extends Omit<ComponentProps<'div'>, 'title'> {
  errors: readonly SummaryError[];
  title?: ReactNode;
  description?: ReactNode;
  /** False where the problems are listed before anybody asked, as in a final check. */
  focusOnMount?: boolean | undefined;
}

/** Stands first on the page and takes focus. Give it a new `key` at every attempt, so that it does so each time. */
export function ErrorSummary(props: ErrorSummaryProps): ReactNode {
  const {
    errors,
    title = 'There is a problem',
    description,
    focusOnMount = true,
    className,
    ...rest
  } = props;
  const ref = useFocusOnMount<HTMLDivElement>(focusOnMount);
  return (
    <div {...rest} ref={ref} className={classes('govuk-error-summary', className)}>
      {/* The alert lies inside what takes focus; together they make some screen readers drop words. */}
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ id, text }, index) => (
                <li key={id ?? index}>
                  {id ? (
                    <a href={`#${id}`} onClick={goToField}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
