import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

export interface Breadcrumb {
  text: ReactNode;
  /** Left out for the page one is on. */
  href?: string | undefined;
}

export interface BreadcrumbsProps extends ComponentProps<'nav'> {
  items: readonly Breadcrumb[];
  /** Shows only the first and the last but one where there is little room. */
  collapse?: boolean | undefined;
}

export function Breadcrumbs({ items, collapse, className, ...rest }: BreadcrumbsProps): ReactNode {
  return (
    <nav
      aria-label="Breadcrumb"
      {...rest}
      className={classes('govuk-breadcrumbs', className, collapse && 'govuk-breadcrumbs--collapse-on-mobile')}
    >
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ text, href }, index) =>
          href === undefined ? (
            <li key="here" className="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step of a path is known by its place
            <li key={index} className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
