import { useEffect } from 'react';

/** Words as a string of CSS: what could end it is written by its number. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} .,:/()-]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;

const box = 'font: 8pt sans-serif; color: #16201f;';

/**
 * Puts words at the head of every printed page, with the number of the page, while this page is shown: loose sheets of
 * several reports can then be told apart. Left is what it is, right what is to be minded.
 */
export function useRunningHead(left: string, right: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      @top-left { content: ${quoted(left)}; ${box} }
      @top-right { content: ${quoted(right)}; ${box} font-weight: bold; }
      @bottom-right { content: "Page " counter(page) " of " counter(pages); ${box} }
    }`);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
    };
  }, [left, right]);
}
