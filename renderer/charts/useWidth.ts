import type { RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';

/** Until the page is laid out, and where nothing measures (a test): the width of a chart on paper. */
const usual = 560;

/**
 * The width of a box and the height of the reader's letters, both in pixels. A chart is drawn in these, so that its
 * text is neither shrunk in a narrow window nor left behind when the reader asks for larger text.
 */
export function useWidth(): { box: RefObject<HTMLDivElement | null>; width: number; em: number } {
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
  return { box, ...size };
}
