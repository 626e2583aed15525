import { Activity, type ReactNode, useEffect, useInsertionEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/**
 * Keeps a page as it is while it is away: taken out of the document, so that nobody reads it there, with everything
 * typed and opened still in memory, and given back with focus in the very field it was in.
 */
export function KeptPage({ away, children }: { away: boolean; children: ReactNode }): ReactNode {
  const [box] = useState(() => document.createElement('div'));
  const focus = useRef<Element | null>(null);
  const scroll = useRef(0);

  // Before any layout effect of the page: dialogs of the page can open only inside the document.
  useInsertionEffect(() => {
    if (away) {
      box.remove();
      return;
    }
    document.body.append(box);
    return () => {
      focus.current = document.activeElement;
      scroll.current = window.scrollY;
      box.remove();
    };
  }, [away, box]);

  // After the page's own headings asked for focus.
  useEffect(() => {
    const field = focus.current;
    if (away || !(field instanceof HTMLElement) || !box.contains(field)) return;
    window.scrollTo({ top: scroll.current });
    field.focus();
  }, [away, box]);

  return <Activity mode={away ? 'hidden' : 'visible'}>{createPortal(children, box)}</Activity>;
}
