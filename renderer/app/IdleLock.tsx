import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '#renderer/kit/index.ts';

/** Without any input for this long, the office is locked; the warning comes a minute before. */
const idle = 15 * 60_000;
const warn = 60_000;
const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks a laptop that was left alone, after asking whether somebody is still there. */
export function IdleLock({ lock }: { lock: () => void }): ReactNode {
  const last = useRef(Date.now());
  const [warned, setWarned] = useState(false);
  const doLock = useRef(lock);
  doLock.current = lock;

  const asking = useRef(false);
  const ask = useCallback((now: boolean) => {
    asking.current = now;
    setWarned(now);
  }, []);
  const stay = useCallback(() => {
    last.current = Date.now();
    ask(false);
  }, [ask]);

  useEffect(() => {
    stay();
    // By the clock and not by one long timer: a laptop that slept locks as soon as it wakes, and a hand on the
    // mouse after that comes too late.
    const check = () => {
      const left = last.current + idle - Date.now();
      ask(left > 0 && left <= warn);
      if (left <= 0) doLock.current();
      return left > 0;
    };
    const here = () => {
      // While it asks, only its own buttons answer: a question that went away under the hand would let the click or
      // the key through to the page behind.
      if (asking.current) return;
      if (check()) stay();
    };
    const timer = setInterval(check, 5_000);
    for (const input of inputs) addEventListener(input, here, { passive: true });
    return () => {
      clearInterval(timer);
      ask(false);
      for (const input of inputs) removeEventListener(input, here);
    };
  }, [ask, stay]);

  if (!warned) return null;
  return (
    <ConfirmDialog
      title="Are you still there?"
      confirm="Stay"
      cancel="Lock now"
      onConfirm={stay}
      onCancel={lock}
    >
      ICV Desk locks within a minute. Nothing you typed is lost, and this page opens again after you unlock.
    </ConfirmDialog>
  );
}
