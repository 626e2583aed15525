import { useRef, useState } from 'react';

/** Which of the forms of a page stands open: one at a time. */
type OpenForm<F> = {
  open: F | undefined;
  /** It was opened by hand, so the hand goes on in it; what was begun earlier stands open without taking the focus. */
  byHand: boolean;
  /** What its button does: opens it, or puts it away. */
  press: (form: F) => void;
  /**
   * What the form was for is done: puts it away, unless another was opened since. Says whether it did, and then only is
   * focus to go on to what was done: whoever has gone on to the next stays there.
   */
  done: (form: F) => boolean;
};

/** One form of several stands open: that which was pressed for, or that which somebody had begun and not sent. */
export function useOpenForm<F extends string>(begun: F | undefined): OpenForm<F> {
  const [opened, setOpened] = useState<F | 'none'>();
  const now = useRef(opened);
  const set = (form: F | 'none') => {
    now.current = form;
    setOpened(form);
  };
  const open = opened ?? begun;
  return {
    open: open === 'none' ? undefined : (open as F | undefined),
    byHand: opened !== undefined,
    press: (form) => set(form === open ? 'none' : form),
    done: (form) => {
      const wentOn = now.current !== undefined && now.current !== 'none' && now.current !== form;
      if (!wentOn) set('none');
      return !wentOn;
    },
  };
}
