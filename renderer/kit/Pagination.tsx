import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { Act } from './LinkOrButton.tsx';
import { LinkOrButton } from './LinkOrButton.tsx';

export interface PageStep extends Act {
  /** "Newer", "Older"; "Previous page", "Next page" when left out. */
  text?: ReactNode;
  /** What is found there. */
  label?: ReactNode;
}

export interface PaginationProps extends ComponentProps<'nav'> {
  previous?: PageStep | false | undefined;
  next?: PageStep | false | undefined;
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

/** One step back and one on. Lists are paged by key, so there are no page numbers to show. */
export function Pagination({ previous, next, className, ...rest }: PaginationProps): ReactNode {
  const some = previous || next;
  return (
    <nav
      aria-label="Pagination"
      {...rest}
      className={classes('govuk-pagination', some && 'govuk-pagination--block', className)}
    >
      {previous && <Step kind="prev" word="Previous" step={previous} />}
      {next && <Step kind="next" word="Next" step={next} />}
    </nav>
  );
}

function Step({ kind, word, step }: { kind: 'prev' | 'next'; word: string; step: PageStep }): ReactNode {
  const { text, label, href, onClick } = step;
  const decorated = !label && 'govuk-pagination__link-title--decorated';
  return (
    <div className={`govuk-pagination__${kind}`}>
      <LinkOrButton className="govuk-link govuk-pagination__link" href={href} rel={kind} onClick={onClick}>
        <svg
          className={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={arrows[kind]} />
        </svg>
        <span className={classes('govuk-pagination__link-title', decorated)}>
          {text ?? (
            <>
              {word}
              <span className="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {label && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{label}</span>
          </>
        )}
      </LinkOrButton>
    </div>
  );
}
