import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { useFocusOnMount } from './focus.ts';

export interface NotificationBannerProps extends Omit<ComponentProps<'div'>, 'title'> {
  /** Success says that what the person just did worked; it is read at once and takes focus. */
  type?: 'success' | undefined;
  title?: ReactNode;
  /** Needed only where two banners stand on one page. */
  titleId?: string | undefined;
  headingLevel?: 2 | 3 | 4 | undefined;
}

export function NotificationBanner(props: NotificationBannerProps): ReactNode {
  const {
    type,
    titleId = 'govuk-notification-banner-title',
    headingLevel = 2,
    className,
    children,
    ...more
  } = props;
  const { title = type ? 'Success' : 'Important', role = type ? 'alert' : 'region', ...rest } = more;
  const ref = useFocusOnMount<HTMLDivElement>(role === 'alert');
  const Heading = `h${headingLevel}` as const;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always region or alert unless the caller says otherwise
    <div
      {...rest}
      ref={ref}
      role={role}
      aria-labelledby={titleId}
      className={classes(
        'govuk-notification-banner',
        type && `govuk-notification-banner--${type}`,
        className,
      )}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
