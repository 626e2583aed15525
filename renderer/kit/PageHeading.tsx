import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { moveFocus } from './focus.ts';
import type { TextSize } from './Label.tsx';

export interface PageHeadingProps {
  children: ReactNode;
  /** What the page belongs to, above the heading: a suite, a case reference. */
  caption?: ReactNode;
  size?: Exclude<TextSize, 's'> | undefined;
  /** Focus moves here when a page opens, so that it is read and the keyboard starts there. False on the first screen. */
  focusOnMount?: boolean | undefined;
}

/** The h1 of a page. Give it the page's path as `key`, so that focus moves also between two pages of one kind. */
export function PageHeading({
  children,
  caption,
  size = 'l',
  focusOnMount = true,
}: PageHeadingProps): ReactNode {
  const ref = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!focusOnMount || !ref.current) return;
    moveFocus(ref.current);
    // A page begins at its top, also where the heading is not the first thing on it.
    window.scrollTo(0, 0);
    // At 400% the frame alone fills the window, and focus is never hidden.
    if (ref.current.getBoundingClientRect().bottom > window.innerHeight) ref.current.scrollIntoView();
  }, [focusOnMount]);
  return (
    <h1 ref={ref} className={`desk-page-heading govuk-heading-${size}`}>
      {caption && <span className={`govuk-caption-${size}`}>{caption}</span>} {children}
    </h1>
  );
}
