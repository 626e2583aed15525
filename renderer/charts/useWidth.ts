import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Until the page is laid out, and where nothing measures (a test): the width of a chart on paper. */
const usual = 560;

/** How high letters are on paper, where a page is not as wide as it was in its window. */
const paperEm = 13;

/**
 * The width of a box and the height of the reader's letters, both in pixels. A chart is drawn in these, so that its
 * text is neither shrunk in a narrow window nor left behind when the reader asks for larger text. Nothing tells that a page
 * is laid out for paper before it is drawn there, so that the width it then has is given.
 */
export function useWidth(onPaper: number): {
  box: RefObject<HTMLDivElement | null>;
  width: number;
  em: number;
} {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: usual, em: 16 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      const width = Math.floor(element.clientWidth);
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      if (width > 0) setSize((was) => (was.width === width && was.em === em ? was : { width, em }));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinted(true));
    const end = () => setPrinted(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return { box, ...(printed ? { width: onPaper, em: paperEm } : size) };
}
