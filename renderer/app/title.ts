import { type RefObject, useEffect } from 'react';

/** The words of a heading, what it belongs to after it: in a row of tabs the beginning is all one sees. */
const titleOf = (heading: HTMLElement | null): string => {
  const caption = heading?.querySelector('[class*="govuk-caption"]')?.textContent ?? '';
  const own = (heading?.textContent ?? '').replace(caption, '');
  return [own, caption]
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .join(', ');
};

/** Keeps the window's title the same words as the page's heading, whichever page that is. */
export function useTitleFromHeading(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = box.current;
    if (!main) return;
    const read = () => {
      const heading = titleOf(main.querySelector('h1'));
      document.title = heading ? `${heading} – ICV Desk` : 'ICV Desk';
    };
    read();
    const watch = new MutationObserver(read);
    watch.observe(main, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [box]);
}
