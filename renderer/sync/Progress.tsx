import { type ReactNode, useEffect, useState } from 'react';
import { Status } from '#renderer/kit/index.ts';
import type { SyncStatus } from '#shared/sync/views.ts';
import { waitWords } from './words.ts';

/**
 * What a screen reader hears of sending: once that it begins and once how it ended, not every step of it. A sync that
 * sends nothing is not heard of.
 */
export function Progress({ status }: { status: SyncStatus }): ReactNode {
  const { now } = status;
  const waiting = status.waiting + (status.files ?? 0);
  const [sending, setSending] = useState(false);
  const [message, setMessage] = useState<string>();
  useEffect(() => {
    if (now?.step === 'sending') {
      setSending(true);
      setMessage('Sending to the office…');
    } else if (sending && !now) {
      setSending(false);
      setMessage(waiting === 0 ? 'Received by the office.' : `Sending has ended: ${waitWords(waiting)}.`);
    }
  }, [now, waiting, sending]);
  return <Status message={message} />;
}
