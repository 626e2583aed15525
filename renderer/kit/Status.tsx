import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';

export interface StatusProps {
  /** What to say, or nothing. A message is said when it changes, not when the page is drawn again. */
  message: string | undefined;
}

/** How long a spoken message stays in the page, for those who read on and would otherwise meet it as page text. */
const kept = 10_000;

/**
 * Says a message to a screen reader, politely and once; others see it where the page shows it. The words enter the
 * region after it exists, because regions that arrive full are often not read.
 */
export function Status({ message }: StatusProps): ReactNode {
  const [said, setSaid] = useState('');
  useEffect(() => {
    setSaid(message ?? '');
    const timer = setTimeout(() => setSaid(''), kept);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div role="status" className="govuk-visually-hidden">
      {said}
    </div>
  );
}
